import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { LatentSliders } from "#/features/explore/LatentSliders.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

const twenty = { search: "?autostart=0&preset=mnist-dense-20" };

const shownOrder = () =>
  screen.getAllByRole("slider").map((slider) => slider.getAttribute("data-testid"));

describe("LatentSliders", () => {
  it("has one slider a dimension, moving z", async () => {
    const page = await renderWithApp(<LatentSliders />);
    fireEvent.change(screen.getByTestId("slider-1"), { target: { value: "-1.25" } });
    expect(page.app.store.getState().z).toEqual([0, -1.25]);
    expect(page.app.store.getState().touched).toBe(true);
    expect(screen.getByLabelText("Value of z, dimension 2")).toHaveValue("−1.25");
  });

  it("moves by keys: 0.1, Shift 0.5, Alt 0.01", async () => {
    const page = await renderWithApp(<LatentSliders />);
    act(() => screen.getByTestId("slider-0").focus());
    await userEvent.keyboard("{ArrowRight}{Shift>}{ArrowRight}{/Shift}{Alt>}{ArrowLeft}{/Alt}");
    expect(page.app.store.getState().z[0]).toBeCloseTo(0.59, 9);
  });

  it("takes typed numbers, and says why it refuses others", async () => {
    const page = await renderWithApp(<LatentSliders />);
    const field = screen.getByLabelText("Value of z, dimension 1");
    await userEvent.clear(field);
    await userEvent.type(field, "4.5{Enter}");
    expect(page.app.store.getState().z[0]).toBe(4.5);
    const slider = screen.getByTestId("slider-0");
    expect(slider).toHaveValue("3");
    expect(slider).toHaveAttribute("aria-valuetext", "4.50, beyond the slider");
    await userEvent.clear(field);
    await userEvent.type(field, "1e9{Enter}");
    expect(page.app.store.getState().z[0]).toBe(4.5);
    expect(screen.getByRole("status")).toHaveTextContent("Only −15 to 15; 4.50 was kept");
  });

  it("resets one, resets all, and draws", async () => {
    const page = await renderWithApp(<LatentSliders />);
    const z = () => page.app.store.getState().z;
    await userEvent.click(screen.getByText("Draw z"));
    expect(z().every((value) => value !== 0)).toBe(true);
    await userEvent.click(screen.getByLabelText("Set dimension 1 to 0"));
    expect(z()[0]).toBe(0);
    expect(z()[1]).not.toBe(0);
    await userEvent.click(screen.getByText("All 0"));
    expect(z()).toEqual([0, 0]);
  });

  it("shows twelve of many, and all on request", async () => {
    await renderWithApp(<LatentSliders />, twenty);
    expect(screen.getAllByRole("slider")).toHaveLength(12);
    await userEvent.click(screen.getByText("Show all 20"));
    expect(screen.getAllByRole("slider")).toHaveLength(20);
    await userEvent.click(screen.getByText("Show 12"));
    expect(screen.getAllByRole("slider")).toHaveLength(12);
  });

  it("paints the KL of each dimension with the frames", async () => {
    const page = await renderWithApp(<LatentSliders />);
    await page.train(100);
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const kl = page.app.frames.shown()?.klPerDimension[0] ?? 0;
    const row = screen.getByTestId("slider-0").closest("li");
    expect(row?.querySelector("[data-kl]")).toHaveTextContent(kl.toFixed(2));
  });

  it("keeps its order while it holds the pointer, and takes the new one when let go", async () => {
    const page = await renderWithApp(<LatentSliders />, twenty);
    const before = shownOrder();
    const panel = screen.getByLabelText("Latent dimensions");
    await userEvent.hover(panel);
    const reversed = [...page.app.store.getState().sliderOrder].reverse();
    act(() => page.app.store.setState({ sliderOrder: reversed }));
    expect(shownOrder()).toEqual(before);
    await userEvent.unhover(panel);
    expect(shownOrder()[0]).toBe("slider-19");
  });
});
