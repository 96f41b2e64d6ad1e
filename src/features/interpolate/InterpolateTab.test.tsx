import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { InterpolateTab } from "#/features/interpolate/InterpolateTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { toolsOf } from "#/state/tools/tools.ts";

async function openTab(search = "?autostart=0") {
  const page = await renderWithApp(<InterpolateTab />, { search });
  await page.train(20);
  await page.settle();
  const path = () => toolsOf(page.app.store.getState()).path;
  const follow = async () => {
    await act(() => new Promise((resolve) => setTimeout(resolve, 450)));
    await page.settle();
  };
  return { ...page, path, follow };
}

const slide = (testId: string, value: number) => {
  fireEvent.change(screen.getByTestId(testId), { target: { value: String(value) } });
};

describe("a path", () => {
  it("goes between two test images, with their pixel average under it", async () => {
    const page = await openTab();
    expect(screen.getByText(/A path needs two stops/)).toBeVisible();
    await userEvent.click(screen.getByText("test image"));
    expect(page.path().stops).toHaveLength(1);
    await userEvent.click(screen.getByText("test image"));
    await page.follow();
    expect(screen.getAllByTestId("path-stop")).toHaveLength(2);
    expect(screen.getByTestId("film")).toBeVisible();
    expect(screen.getByText("Pixel average of the two originals: no model.")).toBeVisible();
    // Both stops and the seven frames between them, decoded at once.
    const decodes = page.trainer.calls.filter(({ method }) => method === "decode");
    expect(decodes.map(({ params }) => (params as { count: number }).count)).toContain(9);
  });

  it("takes an image of each class in the order they are chosen", async () => {
    const page = await openTab();
    for (const label of [3, 7]) {
      await userEvent.selectOptions(
        screen.getByLabelText("Class of the test image"),
        String(label),
      );
      await userEvent.click(screen.getByText("test image"));
    }
    const points = page.app.frames.shown()?.points;
    const labels = page
      .path()
      .stops.map(({ of }) =>
        of.kind === "test" ? points?.labels[points.indices.indexOf(of.index)] : null,
      );
    expect(labels).toEqual([3, 7]);
  });

  it("says which class a conditional model decodes it for", async () => {
    const page = await openTab("?autostart=0&preset=mnist-dense-2&model.condition=label");
    await userEvent.click(screen.getByText("test image"));
    await userEvent.click(screen.getByText("test image"));
    await page.follow();
    expect(screen.getByTestId("film-class")).toHaveTextContent("Decoded for class 0");
    act(() => {
      page.app.store.getState().setLabel(4);
    });
    expect(screen.getByTestId("film-class")).toHaveTextContent("Decoded for class 4");
  });

  it("follows its images as the model learns", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByText("test image"));
    await userEvent.click(screen.getByText("test image"));
    await page.follow();
    const before = page.path().stops.map(({ z }) => z);
    await page.train(200);
    await page.follow();
    const frame = page.app.frames.shown();
    page.path().stops.forEach(({ of, z }) => {
      const row = of.kind === "test" ? (frame?.points.indices.indexOf(of.index) ?? -1) : -1;
      expect(z).toEqual([...(frame?.points.mean.subarray(2 * row, 2 * row + 2) ?? [])]);
    });
    expect(before).toHaveLength(2);
  });

  it("takes the handle along, and has no average between places", async () => {
    const page = await openTab();
    const { store } = page.app;
    act(() => store.getState().setZ([-1, 0], "hand"));
    await userEvent.click(screen.getByText("the handle’s place"));
    act(() => store.getState().setZ([1, 2], "hand"));
    await userEvent.click(screen.getByText("the handle’s place"));
    await page.follow();
    slide("path-position", 0.5);
    expect(store.getState().z).toEqual([0, 1]);
    expect(screen.getByText(/no two originals to average/)).toBeVisible();
    await userEvent.click(screen.getByText("Turn round"));
    slide("path-position", 1);
    expect(store.getState().z).toEqual([-1, 0]);
    await userEvent.click(screen.getByLabelText("Remove stop P"));
    expect(page.path().stops).toHaveLength(1);
    expect(screen.getByTestId("path-position")).toBeDisabled();
  });

  it("takes the pins as its stops", async () => {
    const page = await openTab();
    act(() => {
      page.app.store.getState().pinHere();
      page.app.store.getState().setZ([1, 1], "hand");
      page.app.store.getState().pinHere();
    });
    await userEvent.click(screen.getByText("2 pins"));
    expect(page.path().stops.map(({ z }) => z)).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("keeps images and leaves places behind in another latent space", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByText("test image"));
    await userEvent.click(screen.getByText("test image"));
    await userEvent.click(screen.getByText("the handle’s place"));
    await page.follow();
    act(() => void page.app.store.getState().edit({ model: { latent: 8 } }));
    await act(() => page.app.store.getState().restart());
    await page.train(10);
    await page.follow();
    expect(page.path().stops.map(({ z }) => z?.length)).toEqual([8, 8, 2]);
    expect(screen.getByText("a place of another latent space")).toBeVisible();
  });
});

describe("a direction", () => {
  it("runs from one class's mean to another's, at any latent size", async () => {
    const page = await openTab("?autostart=0&preset=mnist-dense-20");
    expect(screen.getByTestId("direction-slider")).toBeDisabled();
    await userEvent.selectOptions(screen.getByTestId("group-b"), "1");
    await userEvent.selectOptions(screen.getByTestId("group-a"), "7");
    await page.follow();
    const points = page.app.frames.shown()?.points;
    const mean = (label: number) => {
      const rows = [...(points?.labels.entries() ?? [])].filter(([, of]) => of === label);
      return Array.from(
        { length: 20 },
        (_, j) =>
          rows.reduce((sum, [row]) => sum + (points?.mean[row * 20 + j] ?? 0), 0) / rows.length,
      );
    };
    const along = (z: readonly number[]) => {
      const [a, b] = [mean(7), mean(1)];
      const d = a.map((x, j) => x - (b[j] ?? 0));
      const dot = (v: readonly number[]) => v.reduce((sum, x, j) => sum + x * (d[j] ?? 0), 0);
      return dot(z.map((x, j) => x - (b[j] ?? 0))) / dot(d);
    };
    await userEvent.click(screen.getByText("To A"));
    expect(along(page.app.store.getState().z)).toBeCloseTo(1, 5);
    slide("direction-slider", -0.5);
    expect(along(page.app.store.getState().z)).toBeCloseTo(-0.5, 5);
  });

  it("offers the lasso, and ends it", async () => {
    const page = await openTab();
    const [lasso] = screen.getAllByText("Lasso");
    if (lasso === undefined) throw new Error("no lasso");
    await userEvent.click(lasso);
    expect(toolsOf(page.app.store.getState()).tool).toEqual({ kind: "lasso", side: "b" });
    await userEvent.click(lasso);
    expect(toolsOf(page.app.store.getState()).tool).toBeNull();
  });
});
