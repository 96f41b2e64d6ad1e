import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { mistakes } from "#/core/bench/mistakes.ts";
import { mistakePlans } from "#/features/benches/mistake/plans.ts";
import { useMistakeRun } from "#/features/benches/mistake/useMistakeRun.ts";
import { openBench } from "#/features/benches/testing/openBench.tsx";
import type { LaneGroup } from "#/state/lanes/types.ts";

const mistake = mistakes["mean-reconstruction"];
const judged = vi.fn();

function Run({ group }: { readonly group: LaneGroup }) {
  const run = useMistakeRun(group, mistake, judged);
  return (
    <>
      <p>{run.status}</p>
      <button onClick={() => run.again(true)}>new seed</button>
      <button onClick={() => run.again(false)}>reset</button>
    </>
  );
}

it("trains with a new seed, unless something else was asked meanwhile", async () => {
  const resets: (() => void)[] = [];
  const page = await openBench(mistakePlans(mistake), (group) => {
    const reset = () => new Promise<void>((resolve) => resets.push(resolve));
    vi.spyOn(group, "resetAll").mockImplementation(reset);
    return <Run group={group} />;
  });
  const answer = async (which: number) => {
    act(() => {
      resets[which]?.();
    });
    await page.settle();
  };
  await userEvent.click(screen.getByText("new seed"));
  await userEvent.click(screen.getByText("reset"));
  await answer(0);
  await answer(1);
  expect(screen.getByText("resting")).toBeInTheDocument();
  await userEvent.click(screen.getByText("new seed"));
  await answer(2);
  expect(screen.getByText("training")).toBeInTheDocument();
});
