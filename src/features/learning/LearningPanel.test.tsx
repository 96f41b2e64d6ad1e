import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { LearningPanel } from "#/features/learning/LearningPanel.tsx";
import { Sparkline } from "#/features/learning/Sparkline.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

/** Curves redraw in an animation frame, at most every few hundred milliseconds. */
const frame = () => act(() => new Promise((resolve) => requestAnimationFrame(resolve)));

describe("LearningPanel", () => {
  it("says what will come before anything is learnt", async () => {
    await renderWithApp(<LearningPanel />);
    expect(screen.getByText(/appear with the first step/)).toBeVisible();
    expect(screen.getByTestId("kl-bars")).toHaveTextContent("0 of 2 active");
  });

  it("shows the newest numbers in nats", async () => {
    const page = await renderWithApp(<LearningPanel />);
    await page.train(12);
    await frame();
    const train = within(screen.getByRole("row", { name: /^train/ }));
    await waitFor(() => {
      expect(train.getAllByRole("cell")[0]).toHaveTextContent(/^\d+\.\d$/);
    });
  });

  it("has a table for every chart, newest step first", async () => {
    const page = await renderWithApp(<LearningPanel />);
    await page.train(12);
    await frame();
    await userEvent.click(screen.getByLabelText("table"));
    const curves = screen.getByRole("region", { name: "Loss, as a table" });
    expect(await within(curves).findAllByRole("rowheader")).toHaveLength(12);
    expect(within(curves).getAllByRole("rowheader")[0]).toHaveTextContent("12");
    expect(screen.getByRole("region", { name: "KL per dimension" })).toBeVisible();
  });

  it("keeps the scale a person chose", async () => {
    const page = await renderWithApp(<LearningPanel />);
    await userEvent.click(screen.getByLabelText("log"));
    expect(page.app.store.getState().logScale).toBe(true);
  });

  it("measures the held-out figures and says on how many images", async () => {
    const page = await renderWithApp(<LearningPanel />);
    await page.train(5);
    await act(() => page.app.store.getState().pause());
    await userEvent.click(screen.getByRole("button", { name: "Evaluate" }));
    expect(await screen.findByText(/test images, step 5/)).toBeVisible();
    expect(screen.getByText("−ELBO")).toBeVisible();
  });

  it("says why figures cannot be had, and goes on", async () => {
    const page = await renderWithApp(<LearningPanel />);
    await page.train(5);
    page.trainer.failNext("evaluate", {
      code: "chunk-missing",
      message: "mnist/test-1.bin is missing.",
      hint: "Retry.",
      values: { file: "mnist/test-1.bin" },
    });
    await userEvent.click(screen.getByRole("button", { name: "Evaluate" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("test-1.bin");
    expect(screen.getByRole("button", { name: "Evaluate" })).toBeEnabled();
  });
});

it("keeps the phone's line in its place before there is a test loss", async () => {
  await renderWithApp(<Sparkline />);
  expect(screen.getByRole("img")).toHaveAccessibleName("Loss so far: – nats");
});
