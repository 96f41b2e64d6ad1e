import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { sampleLatents } from "#/core/latent/samples.ts";
import { SamplesTab } from "#/features/samples/SamplesTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

async function openTab(preset = "mnist-dense-2") {
  const page = await renderWithApp(<SamplesTab />, { search: `?autostart=0&preset=${preset}` });
  act(() => page.app.store.getState().setTab("samples"));
  await page.settle();
  await page.train(10);
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return page;
}

const prior = () => within(screen.getByRole("region", { name: "From the prior" }));
const noise = () => within(screen.getByRole("region", { name: "From noise images" }));

describe("SamplesTab", () => {
  it("waits for the pictures in words", async () => {
    await renderWithApp(<SamplesTab />);
    expect(screen.getByText("The samples come with the next picture of the model.")).toBeVisible();
    expect(screen.getByLabelText("Save the samples from the prior as PNG")).toBeDisabled();
  });

  it("shows the samples of the frame, with its step and how far they differ", async () => {
    await openTab();
    expect(prior().getByText(/step 10/)).toBeVisible();
    expect(screen.getByLabelText("Save the samples from the prior as PNG")).toBeEnabled();
    expect(prior().getByText(/^0\.\d{3}$/)).toBeVisible();
  });

  it("shows beside them what comes of noise, as the encoder was given it", async () => {
    const page = await openTab();
    await waitFor(() => {
      expect(noise().getByText(/^0\.\d{3}$/)).toBeVisible();
    });
    const asked = page.trainer.calls.filter(({ method }) => method === "encode").at(-1);
    expect(asked?.params).toMatchObject({ count: 100, asIs: true, labels: null });
    expect(screen.getByText(/says little about the prior/)).toBeVisible();
  });

  it("tells a sample's z, and takes the handle there", async () => {
    const page = await openTab();
    act(() => prior().getByRole("grid").focus());
    await userEvent.keyboard("{ArrowDown}{ArrowRight}{Enter}");
    const z = sampleLatents(page.app.store.getState().samplesSeed, 2);
    expect(page.app.store.getState().z).toEqual([z[22], z[23]]);
    const told = `sample 12: z = (${(z[22] ?? 0).toFixed(2)}, ${(z[23] ?? 0).toFixed(2)})`;
    expect(screen.getByText(told.replaceAll("-", "−"))).toBeVisible();
  });

  it("draws other z on request, for both", async () => {
    const page = await openTab();
    const asked = () => page.trainer.calls.filter(({ method }) => method === "encode").length;
    const [seed, before] = [page.app.store.getState().samplesSeed, asked()];
    await userEvent.click(screen.getByText("New z"));
    await page.settle();
    expect(page.app.store.getState().samplesSeed).not.toBe(seed);
    expect(asked()).toBeGreaterThan(before);
  });

  it("has a class a row for a conditional model, and takes the class along", async () => {
    const page = await openTab("mnist-cvae-20");
    const asked = page.trainer.calls.filter(({ method }) => method === "encode").at(-1);
    const { labels } = asked?.params as { labels: Uint8Array };
    expect([labels[0], labels[9], labels[10], labels[99]]).toEqual([0, 0, 1, 9]);
    act(() => prior().getByRole("grid").focus());
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    expect(page.app.store.getState().label).toBe(2);
    expect(screen.getByText(/^class 2, sample 21/)).toBeVisible();
  });

  it("says what an autoencoder was never taught", async () => {
    await openTab("fashion-ae-20");
    expect(screen.getByText(/An autoencoder: nothing taught its codes/)).toBeVisible();
  });
});
