import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { HistoryStrip } from "#/features/history/HistoryStrip.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

const words = () => screen.getByRole("slider").getAttribute("aria-valuetext");

async function openWithFrames() {
  const afterDraw = (task: () => void) => void setTimeout(task);
  const page = await renderWithApp(<HistoryStrip />, { deps: { afterDraw } });
  for (const steps of [1, 1, 2, 4]) await page.train(steps);
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return page;
}

describe("HistoryStrip", () => {
  it("says what it will hold while there is nothing to go back to", async () => {
    const page = await renderWithApp(<HistoryStrip />);
    if (page.app.frames.list().length === 0) {
      expect(screen.getByText(/Each picture of the model is kept/)).toBeVisible();
    }
    expect(screen.getByLabelText("Replay in 8 s")).toBeDisabled();
  });

  it("is live at the right end, and goes back by keyboard while training goes on", async () => {
    const page = await openWithFrames();
    expect(words()).toBe("live, step 8");
    act(() => screen.getByRole("slider").focus());
    await userEvent.keyboard("{ArrowLeft}");
    expect(words()).toMatch(/^step 4/);
    expect(page.app.store.getState().phase).toBe("training");
    await userEvent.keyboard("{Home}");
    expect(words()).toMatch(/^step [01]/);
    expect(page.app.store.getState().scrubbed).toBe(0);
  });

  it("comes back to live", async () => {
    const page = await openWithFrames();
    act(() => screen.getByRole("slider").focus());
    await userEvent.keyboard("{Home}");
    await userEvent.click(screen.getByText("Back to live"));
    expect(page.app.store.getState().scrubbed).toBeNull();
    expect(screen.queryByText("Back to live")).toBeNull();
  });

  it("starts a replay and stops it, live again", async () => {
    const page = await openWithFrames();
    await userEvent.click(screen.getByLabelText("Replay in 8 s"));
    expect(page.app.store.getState().replaying).toBe(true);
    await userEvent.click(screen.getByLabelText("Stop the replay"));
    expect(page.app.store.getState()).toMatchObject({ replaying: false, scrubbed: null });
  });

  it("ends a replay when scrubbed by hand", async () => {
    const page = await openWithFrames();
    await userEvent.click(screen.getByLabelText("Replay in 8 s"));
    act(() => screen.getByRole("slider").focus());
    await userEvent.keyboard("{Home}");
    expect(page.app.store.getState()).toMatchObject({ replaying: false, scrubbed: 0 });
  });

  it("goes on as a new lane from a moment that kept its weights, and says where it cannot", async () => {
    const page = await openWithFrames();
    expect(screen.queryByText("Go on from here")).toBeNull();
    const list = page.app.frames.list();
    const bare = list.findIndex(({ hasWeights }) => !hasWeights);
    const whole = list.findIndex(({ hasWeights }, i) => hasWeights && i < list.length - 1);
    if (bare >= 0) {
      act(() => page.app.store.getState().scrubTo(bare));
      await userEvent.click(screen.getByText("Go on from here"));
      expect(page.app.store.getState().route.mode).toBe("play");
      expect(screen.getByText("Go on from here")).toHaveAttribute("aria-disabled", "true");
    }
    act(() => page.app.store.getState().scrubTo(whole));
    await userEvent.click(screen.getByText("Go on from here"));
    const group = await page.app.comparison();
    await vi.waitFor(() => expect(page.app.store.getState().route.mode).toBe("compare"));
    expect(group.store.getState().problem).toBeNull();
    expect(group.store.getState().lanes).toHaveLength(2);
  });

  it("goes to where the refusal is told when four lanes are there", async () => {
    const page = await openWithFrames();
    const group = await page.app.comparison();
    await act(async () => {
      for (let i = 0; i < 3; i++) await group.add({ from: 0 });
    });
    const whole = page.app.frames.list().findIndex(({ hasWeights }) => hasWeights);
    act(() => page.app.store.getState().scrubTo(whole));
    await userEvent.click(screen.getByText("Go on from here"));
    await vi.waitFor(() => expect(page.app.store.getState().route.mode).toBe("compare"));
    expect(group.store.getState().problem?.code).toBe("lanes-full");
  });
});
