import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { FaultBanner } from "./FaultBanner.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(async () => {
  await import("./BrokenLoss.tsx");
});

const fault = {
  code: "loss-not-finite",
  message: "The loss stopped being a number at step 17.",
  hint: "Go on.",
  values: { step: 17, keptStep: 16, term: "reconstruction", layer: "decoder/0" },
} as const;

async function broken(values: Record<string, string | number> = fault.values) {
  const page = await renderWithApp(<FaultBanner />);
  await act(async () => {
    page.app.store.setState({ fault: { ...fault, values } });
    await page.settle();
  });
  return page;
}

it("says at which step, in which term and layer, and what was kept", async () => {
  await broken();
  const banner = screen.getByTestId("error");
  expect(banner).toHaveTextContent("no longer a number at step 17");
  expect(banner).toHaveTextContent("The weights of step 16 are kept");
  expect(await screen.findByText(/in the reconstruction, first in decoder block 1/)).toBeVisible();
});

it("names the loss itself where no layer is to blame, and nothing that was not found", async () => {
  await broken({ ...fault.values, layer: "loss", term: "gradient" });
  expect(await screen.findByText(/in the gradient, first in the loss itself/)).toBeVisible();
});

it("goes on from the kept weights with half the learning rate", async () => {
  const page = await broken();
  const { config } = page.app.store.getState();
  await userEvent.click(await screen.findByRole("button", { name: /half the learning rate/ }));
  await act(page.settle);
  const state = page.app.store.getState();
  expect(state.config.optimizer.learningRate).toBe(config.optimizer.learningRate / 2);
  expect(state).toMatchObject({ phase: "training", fault: null });
  const methods = page.trainer.calls.map(({ method }) => method);
  expect(methods.indexOf("setLive")).toBeLessThan(methods.lastIndexOf("train"));
});

it("resets", async () => {
  const page = await broken();
  await userEvent.click(await screen.findByRole("button", { name: "Reset" }));
  await act(page.settle);
  expect(page.app.store.getState()).toMatchObject({ phase: "ready", fault: null });
});
