import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Mistake } from "#/core/bench/mistake.ts";
import { mistakes } from "#/core/bench/mistakes.ts";
import { MistakeBench } from "#/features/benches/mistake/MistakeBench.tsx";
import { mistakePlans } from "#/features/benches/mistake/plans.ts";
import { type LearntBook, openLearnt } from "#/state/learnt/book.ts";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { createTextStore } from "#/state/testing/memoryStore.ts";
import { openBench } from "#/features/benches/testing/openBench.tsx";

const base = mistakes["mean-reconstruction"];
/** Ten steps, and a verdict that says what it was given. */
const brief: Mistake = {
  ...base,
  steps: 10,
  verdict: ({ faulty, repaired }) => ({
    shown: true,
    numbers: { kl: faulty.curve.kl.length, klRepaired: repaired.steps, active: 0, latent: 2 },
  }),
};

const onOpen = vi.fn();

async function open(mistake: Mistake = brief, book?: LearntBook) {
  const bench = (group: LaneGroup) => (
    <MistakeBench
      mistake={mistake}
      group={group}
      view={null}
      keys={() => null}
      curves={null}
      onOpen={onOpen}
      next={null}
    />
  );
  return openBench(mistakePlans(mistake), bench, book);
}

const lane = (index: number) => within(screen.getByTestId(`lane-${String(index)}`));
const answers = () =>
  within(screen.getByTestId("bench-question")).getAllByRole("button", { pressed: false });

async function guess(index: number) {
  const answer = answers()[index];
  if (answer === undefined) throw new Error("no such answer");
  await userEvent.click(answer);
}

describe("MistakeBench", () => {
  it("says nothing of which lane is which until a guess has its verdict", async () => {
    const page = await open();
    const covered = () => {
      expect(lane(0).getByRole("heading").textContent).toBe("?");
      expect(lane(1).getByRole("heading").textContent).toBe("?");
      expect(screen.queryByText(/mean → sum/)).toBeNull();
      expect(screen.queryByText(/What to look at/)).toBeNull();
    };
    covered();
    await guess(0);
    covered();
    expect(screen.getByText(/Your guess is kept/)).toBeInTheDocument();
    expect(screen.getByTestId("bench-train")).toHaveFocus();
    expect(screen.queryByText(/Uncover the answer/)).toBeNull();
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(4);
    covered();
    await page.advance(6);
    expect(lane(0).getByRole("heading").textContent).toBe("As written");
    expect(lane(1).getByRole("heading").textContent).toBe("Repaired");
    expect(screen.getByText(/mean → sum/)).toBeInTheDocument();
  });

  it("names the lanes before the run to those who would rather be shown", async () => {
    await open();
    await userEvent.click(screen.getByText("Show me without guessing"));
    expect(lane(1).getByRole("heading").textContent).toBe("Repaired");
    expect(screen.getByText(/mean → sum/)).toBeInTheDocument();
  });

  it("trains both lanes, then tells the verdict of their numbers beside the guess", async () => {
    const page = await open();
    await guess(0);
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(10);
    const verdict = within(screen.getByTestId("bench-verdict"));
    expect(verdict.getByText(/Lane A collapsed: KL 10.0 nats, 0 of 2 units/)).toBeInTheDocument();
    expect(screen.getByTestId("bench-guess").dataset["right"]).toBe("false");
    const right = screen.getByText("the answer").closest("button");
    expect(right?.textContent).toContain("not on one scale");
    await userEvent.click(verdict.getByText(/Open it in Play/));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it("has its verdict also where the last batch was taken by itself", async () => {
    const page = await open();
    await guess(0);
    const train = screen.getByTestId("bench-train");
    await userEvent.click(train);
    await page.advance(9);
    await userEvent.click(train);
    await page.settle();
    const step = screen.getByRole("button", { name: "One batch in every lane" });
    await userEvent.click(step);
    await page.advance(1);
    expect(screen.getAllByText("Done: 10 steps a lane")).not.toHaveLength(0);
    expect(step).toBeDisabled();
    expect(screen.queryByTestId("bench-verdict")).toBeNull();
    await userEvent.click(train);
    await page.settle();
    expect(screen.getByTestId("bench-verdict")).toBeInTheDocument();
    expect(train).toHaveAttribute("aria-disabled", "true");
  });

  it("keeps a verdict to itself until the question is answered", async () => {
    const page = await open();
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(10);
    expect(screen.queryByTestId("bench-verdict")).toBeNull();
    expect(screen.getByText(/Answer the question/)).toBeInTheDocument();
    await userEvent.click(screen.getByText("Show me without guessing"));
    expect(screen.getByTestId("bench-verdict")).toBeInTheDocument();
    expect(screen.queryByTestId("bench-guess")).toBeNull();
  });

  it("says so where the runs do not show it: two like lanes are no collapse", async () => {
    const page = await open({ ...base, steps: 10 });
    await guess(base.options.right - 1);
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(10);
    expect(screen.getByText("These runs do not show it")).toBeInTheDocument();
    expect(screen.getByTestId("bench-guess").dataset["right"]).toBe("true");
  });

  it("goes on where it was paused, and to no verdict before its end", async () => {
    const page = await open();
    await guess(0);
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(4);
    await userEvent.click(screen.getByText("Pause"));
    await page.settle();
    expect(screen.getByTestId("bench-train").textContent).toBe("Train");
    expect(screen.queryByTestId("bench-verdict")).toBeNull();
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(6);
    expect(screen.getByTestId("bench-verdict")).toBeInTheDocument();
  });

  it("remembers guess and verdict, says they are of an earlier run, and forgets them on request", async () => {
    const text = createTextStore();
    const first = await open(brief, openLearnt(text, Date.UTC(2026, 10, 20, 12)));
    await guess(0);
    await userEvent.click(screen.getByTestId("bench-train"));
    await first.advance(10);
    expect(screen.queryByTestId("bench-earlier")).toBeNull();
    first.unmount();

    const page = await open(brief, openLearnt(text, Date.UTC(2026, 10, 21, 12)));
    expect(screen.getByTestId("bench-verdict")).toHaveTextContent(/KL 10.0 nats, 0 of 2 units/);
    expect(screen.getByTestId("bench-guess").dataset["right"]).toBe("false");
    const earlier = screen.getByTestId("bench-earlier");
    expect(earlier).toHaveTextContent(/From an earlier run \(November 20, 2026, seed \d+\)/);
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(10);
    expect(screen.queryByTestId("bench-earlier")).toBeNull();

    await userEvent.click(screen.getByRole("button", { name: "Start over" }));
    expect(within(screen.getByTestId("bench-question")).getAllByRole("button")[0]).toHaveFocus();
    await page.settle();
    expect(screen.queryByTestId("bench-verdict")).toBeNull();
    expect(lane(0).getByRole("heading").textContent).toBe("?");
    expect(answers()).toHaveLength(brief.options.count);
    expect(openLearnt(text, 0).store.getState().benches).toEqual({});
  });

  it("brings lanes that were paused apart to one step", async () => {
    const page = await open();
    await guess(0);
    await userEvent.click(screen.getByTestId("bench-train"));
    act(() => {
      page.pool.lane(1).advance(5);
      page.pool.lane(2).advance(4);
    });
    await userEvent.click(screen.getByText("Pause"));
    await page.settle();
    // The pause takes the lane that is behind to the other's step.
    act(() => {
      page.pool.lane(2).advance(1);
    });
    await page.settle();
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(10);
    const verdict = screen.getByTestId("bench-verdict");
    // The sentence of `brief` tells how many steps were recorded.
    expect(verdict).toHaveTextContent(/KL 10.0 nats, 0 of 2 units/);
    expect(verdict).not.toHaveTextContent(/11.0/);
  });

  it("covers the answer on a stage until it is asked for", async () => {
    const page = await open();
    act(() => {
      page.app.store.getState().go({ stage: true });
    });
    await guess(1);
    expect(lane(0).getByRole("heading").textContent).toBe("?");
    await userEvent.click(screen.getByText(/Uncover the answer/));
    expect(lane(0).getByRole("heading").textContent).toBe("As written");
  });

  it("ends its lanes with the page it stands on", async () => {
    const page = await open();
    expect(page.pool.open.length).toBe(3);
    page.unmount();
    await page.settle();
    expect(page.pool.open).toEqual([0]);
  });
});
