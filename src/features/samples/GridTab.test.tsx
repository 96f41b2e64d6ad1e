import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { GridTab } from "#/features/samples/GridTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

describe("GridTab", () => {
  it("decodes n × n cells, ascending to the right and downwards", async () => {
    const page = await renderWithApp(<GridTab />);
    fireEvent.change(screen.getByLabelText("Cells a side"), { target: { value: "3" } });
    await page.settle();
    const last = page.trainer.calls.filter(({ method }) => method === "decode").at(-1);
    expect(last?.params).toMatchObject({ count: 9 });
    act(() => screen.getByRole("grid").focus());
    expect(screen.getByText("row 1, column 1: −1.64 across, −1.64 down")).toBeVisible();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowDown}");
    expect(screen.getByText("row 2, column 3: 1.64 across, 0.00 down")).toBeVisible();
    expect(screen.getByText(/growing downwards/)).toBeVisible();
  });

  it("takes the handle to a cell, keeping the other coordinates", async () => {
    const page = await renderWithApp(<GridTab />, {
      search: "?autostart=0&preset=mnist-dense-20",
    });
    const { setDimension } = page.app.store.getState();
    setDimension(7, 0.5);
    await page.settle();
    await userEvent.selectOptions(screen.getByLabelText("Across"), "3");
    fireEvent.change(screen.getByLabelText("Cells a side"), { target: { value: "3" } });
    await page.settle();
    act(() => screen.getByRole("grid").focus());
    await userEvent.keyboard("{End}{Enter}");
    const { z } = page.app.store.getState();
    expect(z[3]).toBeCloseTo(1.645, 3);
    expect(z[1]).toBeCloseTo(-1.645, 3);
    expect(z[7]).toBe(0.5);
  });

  it("swaps the dimensions where both would be the same", async () => {
    await renderWithApp(<GridTab />);
    await userEvent.selectOptions(screen.getByLabelText("Across"), "1");
    expect(screen.getByLabelText("Across")).toHaveValue("1");
    expect(screen.getByLabelText("Down")).toHaveValue("0");
  });

  it.each(["0", "-1", "1e9", "NaN", "", "tail", "0.5"])("refuses p = %j in words", async (text) => {
    await renderWithApp(<GridTab />);
    const field = screen.getByLabelText(/^Tail p/);
    await userEvent.clear(field);
    if (text !== "") await userEvent.type(field, text);
    await userEvent.type(field, "{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("0.05 was kept");
  });

  it("follows the plane's axes until somebody chooses others", async () => {
    const page = await renderWithApp(<GridTab />, {
      search: "?autostart=0&preset=mnist-dense-20",
    });
    act(() => page.app.store.getState().setAxes({ kind: "dimensions", dims: [4, 9] }));
    expect(screen.getByLabelText("Across")).toHaveValue("4");
    fireEvent.change(screen.getByLabelText("Cells a side"), { target: { value: "3" } });
    act(() => page.app.store.getState().setAxes({ kind: "dimensions", dims: [2, 9] }));
    expect(screen.getByLabelText("Across")).toHaveValue("2");
    await userEvent.selectOptions(screen.getByLabelText("Down"), "7");
    act(() => page.app.store.getState().setAxes({ kind: "dimensions", dims: [0, 1] }));
    expect(screen.getByLabelText("Across")).toHaveValue("2");
  });

  it("turns its rows round, and says which way they grow", async () => {
    const page = await renderWithApp(<GridTab />);
    fireEvent.change(screen.getByLabelText("Cells a side"), { target: { value: "3" } });
    await userEvent.click(screen.getByLabelText("rows upwards"));
    await page.settle();
    act(() => screen.getByRole("grid").focus());
    expect(screen.getByText("row 1, column 1: −1.64 across, 1.64 up")).toBeVisible();
    expect(screen.getByText(/As on the plane/)).toBeVisible();
  });

  it("decodes for the class in hand", async () => {
    const page = await renderWithApp(<GridTab />, { search: "?autostart=0&preset=mnist-cvae-20" });
    act(() => page.app.store.getState().setLabel(3));
    await page.settle();
    const last = page.trainer.calls.filter(
      ({ method, params }) => method === "decode" && (params as { count: number }).count === 100,
    );
    expect(last.at(-1)?.params).toMatchObject({ labels: new Uint8Array(100).fill(3) });
  });
});
