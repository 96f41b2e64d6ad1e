import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Finding } from "#/core/diagnosis/findings.ts";
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

describe("diagnosis", () => {
  const finding: Finding = {
    id: "collapsedToMean",
    severity: "wrong",
    values: { reconstruction: 206.4, landmark: 206, latent: 20, beta: 784 },
    cause: "weight",
    cure: "sumPixels",
    field: "objective.reconstructionReduction",
  };

  it("names number, cause and cure, and leads to the control", async () => {
    const page = await renderWithApp(<LearningPanel />);
    act(() => {
      page.app.store.setState({ diagnosis: finding });
    });
    const chip = screen.getByTestId("diagnosis");
    expect(chip).toHaveTextContent(/206\.4 sits on the mean image \(206\.0\), 0 of 20 units/);
    expect(chip).toHaveTextContent(/counts 784 times.*Sum the reconstruction over pixels/);
    await userEvent.click(within(chip).getByRole("button", { name: "Show me" }));
    expect(page.app.store.getState().sought).toBe("objective.reconstructionReduction");
  });

  it("does not come or go under the hand, but for a new run", async () => {
    const page = await renderWithApp(<LearningPanel />);
    const log = screen.getByLabelText("log");
    act(() => {
      log.focus();
      page.app.store.setState({ diagnosis: finding });
    });
    expect(screen.queryByTestId("diagnosis")).toBeNull();
    act(() => {
      log.blur();
    });
    expect(screen.getByTestId("diagnosis")).toBeVisible();
    act(() => {
      log.focus();
    });
    await act(() => page.app.store.getState().reset());
    expect(screen.queryByTestId("diagnosis")).toBeNull();
  });
});

describe("a loss that is not the ELBO", () => {
  it("stands as the code writes it, beside the −ELBO", async () => {
    const search =
      "?autostart=0&objective.reconstructionReduction=mean&objective.klHalf=no&objective.beta=2";
    const page = await renderWithApp(<LearningPanel />, { search });
    await page.train(12);
    await frame();
    const line = await screen.findByTestId("convention");
    expect(line).toHaveTextContent(/mean over pixels, KL summed without ½/);
    // 2 · 2 · 64 pixels.
    expect(line).toHaveTextContent(/Effective β256/);
    await waitFor(() => {
      expect(line).toHaveTextContent(/as written\d.*−ELBO, test\d/);
    });
  });

  it("is no bound for an autoencoder", async () => {
    const page = await renderWithApp(<LearningPanel />, {
      search: "?autostart=0&objective.sampling=no",
    });
    await page.train(12);
    await frame();
    expect(await screen.findByTestId("convention")).toHaveTextContent("no bound");
  });
});

it("calls a part of the figures a part", async () => {
  const page = await renderWithApp(<LearningPanel />);
  await page.train(5);
  const params = { split: "test", limit: 100, seed: 1, iwae: null } as const;
  const figures = await page.trainer.request("evaluate", params);
  await act(async () => {
    page.app.store.setState({
      evaluation: {
        runId: page.app.store.getState().runId,
        step: 5,
        split: "test",
        status: "running",
        progress: { stage: "elbo", done: 100, of: 1000, secondsLeft: 9, partial: null },
        figures: { ...figures, complete: false },
        fault: null,
      },
    });
    await page.settle();
  });
  expect(screen.getByTestId("evaluation-partial")).toHaveTextContent("first 100 test images");
  expect(screen.getByRole("progressbar")).toHaveAccessibleName(/100 of 1,000/);
  expect(screen.getByText(/about 9 sec left/)).toBeVisible();
});
