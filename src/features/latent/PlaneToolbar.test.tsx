import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { PlaneToolbar } from "#/features/latent/PlaneToolbar.tsx";
import { renderWithApp, type RenderedApp } from "#/state/testing/renderWithApp.tsx";

const state = (app: RenderedApp) => app.app.store.getState();

describe("tools of the plane", () => {
  it("switch pictures and points, and rest the slider when one is off", async () => {
    const app = await renderWithApp(<PlaneToolbar />);
    const balance = screen.getByRole("slider", { name: "Pictures to points" });
    expect(balance).toHaveAttribute("aria-valuetext", "pictures 40 %, points 100 %");
    fireEvent.change(balance, { target: { value: "0.25" } });
    expect(state(app).balance).toBe(0.25);
    await userEvent.click(screen.getByRole("button", { name: "Points" }));
    expect(state(app).layers.points).toBe(false);
    expect(balance).toBeDisabled();
  });

  it("change coordinates, within what they can show", async () => {
    const app = await renderWithApp(<PlaneToolbar />);
    act(() => {
      state(app).setWindow({ coordinates: "z", centre: [1, 0], extent: 10 });
    });
    await userEvent.click(screen.getByRole("radio", { name: "Φ(z)" }));
    expect(state(app).window.coordinates).toBe("phi");
    expect(state(app).window.extent).toBe(3.19);
  });

  it("set range and cells a side in a panel of their own, and return", async () => {
    const app = await renderWithApp(<PlaneToolbar />);
    await userEvent.click(screen.getByRole("button", { name: /View: ±3\.19, 17 × 17/ }));
    const range = await screen.findByRole("slider", { name: "Range" });
    fireEvent.change(range, { target: { value: String(Math.log(15)) } });
    expect(state(app).window.extent).toBeCloseTo(15, 1);
    await userEvent.click(screen.getByRole("button", { name: "Back to ±3.19" }));
    expect(state(app).window.extent).toBe(3.19);
    fireEvent.change(screen.getByRole("slider", { name: "Cells a side" }), {
      target: { value: "30" },
    });
    expect(state(app).gridSize).toBe(30);
  });

  it("keep other layers, the points' style and the pins in another", async () => {
    const app = await renderWithApp(<PlaneToolbar />);
    await userEvent.click(screen.getByRole("button", { name: "More of the plane" }));
    await userEvent.click(await screen.findByRole("checkbox", { name: /Density/ }));
    expect(state(app).layers.density).toBe(true);
    await userEvent.click(screen.getByRole("radio", { name: "numerals" }));
    expect(state(app).pointStyle).toBe("numerals");
    await userEvent.click(screen.getByRole("button", { name: /^Pin the handle/ }));
    await userEvent.click(screen.getByRole("button", { name: "Remove pin 1" }));
    expect(state(app).pins).toEqual([]);
  });

  it("choose axes above two dimensions alone: any two, by KL, or principal", async () => {
    const app = await renderWithApp(<PlaneToolbar />);
    expect(screen.queryByRole("button", { name: /^Axes/ })).toBeNull();
    await act(() => state(app).loadPreset("mnist-dense-20"));
    await app.train(64);
    await userEvent.click(screen.getByRole("button", { name: "Axes: z₁, z₂" }));
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Across" }), "7");
    expect(state(app).axes).toEqual({ kind: "dimensions", dims: [7, 1] });
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Up" }), "7");
    expect(state(app).axes).toEqual({ kind: "dimensions", dims: [1, 7] });
    await userEvent.click(screen.getByRole("radio", { name: "PCA of μ" }));
    expect(state(app).axes).toEqual({ kind: "pca" });
  });
});
