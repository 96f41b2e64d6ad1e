import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ReconstructTab } from "#/features/reconstruct/ReconstructTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

async function openTab() {
  const page = await renderWithApp(<ReconstructTab />);
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
});
