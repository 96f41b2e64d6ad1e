/** The comparison over fake trainers, for tests of its page. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ComparePage } from "../ComparePage.tsx";
import { renderWithApp, type RenderedApp } from "#/state/testing/renderWithApp.tsx";
import type { LaneGroup } from "#/state/lanes/types.ts";

export interface Compared extends RenderedApp {
  readonly group: LaneGroup;
  /** Adds a lane in one click and waits for it. */
  ask(whatIf: string): Promise<void>;
}

export async function compare(): Promise<Compared> {
  const page = await renderWithApp(<ComparePage />);
  await screen.findByTestId("lane-0");
  const group = await page.app.comparison();
  return {
    ...page,
    group,
    async ask(whatIf) {
      const count = group.store.getState().lanes.length;
      await userEvent.click(screen.getByTestId(`what-if-${whatIf}`));
      await screen.findByTestId(`lane-${String(count)}`);
      await page.settle();
    },
  };
}

/** What stands in the column at this place, from 0. */
export const lane = (index: number) => within(screen.getByTestId(`lane-${String(index)}`));
