/** A bench on a page over fake lanes, for tests. */
import { act, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
// Here already, so that lanes open within a few turns.
import "#/state/lanes/groups.ts";
import { loadLaterEnglish, loadModesTexts } from "#/i18n/translate.ts";
import { useBenchGroup } from "#/features/benches/useBenchGroup.ts";
import type { LaneGroup, LanePlan } from "#/state/lanes/types.ts";
import { openLearnt } from "#/state/learnt/book.ts";
import { LearntProvider } from "#/state/learnt/context.tsx";
import { createTextStore } from "#/state/testing/memoryStore.ts";
import { renderWithApp, type RenderedApp } from "#/state/testing/renderWithApp.tsx";

function Opened(props: {
  readonly plans: readonly LanePlan[];
  readonly children: (group: LaneGroup) => ReactElement;
}): ReactElement {
  const opened = useBenchGroup(props.plans);
  if (opened.status === "open") return props.children(opened.group);
  if (opened.status === "opening") return <p>opening</p>;
  return <button onClick={opened.retry}>{opened.fault.code}</button>;
}

export interface OpenedBench extends RenderedApp {
  /** So many steps of every lane of the bench, with a preview at the end. */
  advance(steps: number): Promise<void>;
}

export async function openBench(
  plans: readonly LanePlan[],
  children: (group: LaneGroup) => ReactElement,
  book = openLearnt(createTextStore(), Date.UTC(2026, 10, 21, 12)),
): Promise<OpenedBench> {
  await Promise.all([loadLaterEnglish(), loadModesTexts()]);
  const page = await renderWithApp(
    <LearntProvider book={book}>
      <Opened plans={plans}>{children}</Opened>
    </LearntProvider>,
  );
  await waitFor(() => {
    if (page.container.textContent === "opening") throw new Error("not opened yet");
  });
  await page.settle();
  return {
    ...page,
    advance: (steps) =>
      act(async () => {
        for (const id of page.pool.open) {
          if (id === 0) continue;
          page.pool.lane(id).advance(steps);
          page.pool.lane(id).sendPreview();
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }),
  };
}
