import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ReconstructTab } from "#/features/reconstruct/ReconstructTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

async function openTab(preset = "mnist-dense-2") {
  const page = await renderWithApp(<ReconstructTab />, {
    search: `?autostart=0&preset=${preset}`,
  });
  await page.train(20);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await page.settle();
  return page;
}

const names = () =>
  screen
    .getAllByRole("button", { name: /pin it/ })
    .map((button) => button.getAttribute("aria-label"));

describe("ReconstructTab", () => {
  it("keeps ten places while nothing is here yet", async () => {
    await renderWithApp(<ReconstructTab />);
    expect(screen.getAllByRole("button", { name: /pin it/ })).toHaveLength(10);
  });

  it("shows originals, reconstructions, differences and spreads of ten test images", async () => {
    await openTab();
    expect(names()[0]).toBe("0, test image 0: pin it");
    const column = screen.getAllByRole("button", { name: /pin it/ })[0];
    const canvases = [...(column?.querySelectorAll("canvas") ?? [])];
    expect(canvases).toHaveLength(4);
    expect(canvases.some((canvas) => canvas.dataset["missing"] === "true")).toBe(false);
  });

  it("goes on to the next ten, keeps to a class, shuffles and comes back", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByText("Next ten"));
    await page.settle();
    expect(names()[0]).toBe("0, test image 10: pin it");
    await userEvent.selectOptions(screen.getByLabelText("Images"), "3");
    await page.settle();
    expect(names().every((name) => name?.startsWith("3,") === true)).toBe(true);
    await userEvent.selectOptions(screen.getByLabelText("Images"), "all");
    await userEvent.click(screen.getByText("Shuffle"));
    await page.settle();
    const shuffled = names();
    await userEvent.click(screen.getByText("First ten"));
    await page.settle();
    expect(names()).not.toEqual(shuffled);
    expect(names()[0]).toBe("0, test image 0: pin it");
  });

  it("asks for a sample of the code on request", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByLabelText("from a sample"));
    await page.settle();
    // The spread beside it asks too, one image at a time, whenever it is its turn.
    const asked = page.trainer.calls
      .filter(({ method }) => method === "score")
      .map(({ params }) => params);
    expect(asked).toContainEqual(
      expect.objectContaining({ count: 10, epsilon: expect.any(Float32Array) as unknown }),
    );
  });

  it("pins a column's image", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByLabelText("4, test image 4: pin it"));
    expect(page.app.store.getState().pinned).toBe(4);
  });

  it("sets a hundred training images beside their reconstructions", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByLabelText("100 training images"));
    await page.settle();
    const asked = page.trainer.calls.filter(({ method }) => method === "images").at(-1);
    expect(asked?.params).toMatchObject({ split: "train" });
    expect(screen.getByText(/^Reconstruction left, original right/)).toBeVisible();
    act(() => screen.getByRole("grid").focus());
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByText("training image 1, class 1")).toBeVisible();
  });

  it("names the range of a figure of raw outputs", async () => {
    await openTab("mnist-sigmoid-b");
    expect(screen.getByTestId("picture-caption")).toHaveTextContent(
      /scaled to its own range .* · The network’s output as it is, no sigmoid/,
    );
  });

  it("decodes a conditional model's images for the class in hand", async () => {
    const page = await openTab("mnist-cvae-20");
    act(() => page.app.store.getState().setLabel(6));
    await userEvent.click(screen.getByLabelText("as class 6"));
    await page.settle();
    const asked = page.trainer.calls.filter(
      ({ method, params }) => method === "decode" && (params as { count: number }).count === 10,
    );
    expect(asked.at(-1)?.params).toMatchObject({ labels: new Uint8Array(10).fill(6) });
  });

  it("says that an autoencoder has nothing to draw", async () => {
    await openTab("fashion-ae-20");
    expect(screen.queryByLabelText("from a sample")).toBeNull();
    expect(screen.getByText(/An autoencoder has one code an image/)).toBeVisible();
  });

  it("says that it shows the model as it is now, looking back", async () => {
    const page = await openTab();
    await page.train(20);
    act(() => page.app.store.getState().scrubTo(0));
    expect(screen.getByText(/Made by the model as it is now/)).toHaveTextContent("step 0");
  });
});
