import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { sigmoidPlans } from "#/features/benches/sigmoid/plans.ts";
import { SigmoidBench } from "#/features/benches/sigmoid/SigmoidBench.tsx";
import { openBench, type OpenedBench } from "#/features/benches/testing/openBench.tsx";

const onData = vi.fn();

const open = () =>
  openBench(sigmoidPlans.light, (group) => (
    <SigmoidBench
      group={group}
      data="light"
      onData={onData}
      keys={() => null}
      curves={<p>curves</p>}
    />
  ));

const lane = (index: number) => within(screen.getByTestId(`lane-${String(index)}`));

/** Lanes are asked once a second. */
const patience = { timeout: 4000 };

async function learn(page: OpenedBench) {
  await userEvent.click(screen.getByTestId("bench-train"));
  await page.advance(800);
}

describe("SigmoidBench", () => {
  it("shows three lanes, the second as its author drew it", async () => {
    const page = await open();
    expect(lane(0).getByLabelText("How the output is drawn")).toHaveValue("sigmoid");
    expect(lane(1).getByLabelText("How the output is drawn")).toHaveValue("autoscaled");
    expect(screen.getByText("curves")).toBeInTheDocument();
    await learn(page);
    expect(await lane(1).findByText(/share one figure/, {}, patience)).toBeInTheDocument();
  });

  it("says something else once the same output is drawn another way", async () => {
    await learn(await open());
    await lane(1).findByText(/share one figure/, {}, patience);
    await userEvent.selectOptions(lane(1).getByLabelText("How the output is drawn"), "sigmoid");
    expect(lane(1).queryByText(/share one figure/)).toBeNull();
    expect(lane(1).getByText(/nothing is grey/)).toBeInTheDocument();
    await userEvent.selectOptions(lane(1).getByLabelText("How the output is drawn"), "clamped");
    expect(lane(1).getByText(/cut to black or white/)).toBeInTheDocument();
  });

  it("trains all lanes together and says how near their losses are", async () => {
    const page = await open();
    await userEvent.click(screen.getByTestId("bench-train"));
    await page.advance(5);
    expect(await lane(2).findByText(/to within 0\.00 nats/)).toBeInTheDocument();
    expect(screen.getByText("Training: step 5 of 1,200")).toBeInTheDocument();
  });

  it("offers all of the source's images", async () => {
    await open();
    await userEvent.selectOptions(screen.getByLabelText("Training images"), "source");
    expect(onData).toHaveBeenCalledWith("source");
  });
});
