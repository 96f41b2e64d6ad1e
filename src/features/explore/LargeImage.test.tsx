import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { LargeImage } from "#/features/explore/LargeImage.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { ThemeProvider } from "#/ui/theme.tsx";

describe("LargeImage", () => {
  it("says that an untrained picture is grey, then which weights it shows", async () => {
    const page = await renderWithApp(<LargeImage />);
    expect(screen.getByText("untrained: every pixel near 0.5")).toBeVisible();
    await page.train(40);
    expect(screen.getByText("weights of step 40")).toBeVisible();
  });

  it("tells z in numbers as it moves, without React", async () => {
    const page = await renderWithApp(<LargeImage />);
    await act(async () => {
      page.app.store.getState().setZ([0.53, -1.2], "hand");
      await page.settle();
    });
    expect(screen.getByText("(0.53, −1.20)")).toBeVisible();
  });

  it("shortens a long z", async () => {
    await renderWithApp(<LargeImage />, { search: "?autostart=0&preset=mnist-dense-20" });
    expect(screen.getByText("(0.00, 0.00, … 18 more)")).toBeVisible();
  });

  it("has a canvas pixel for every picture pixel", async () => {
    await renderWithApp(<LargeImage />);
    const canvas = screen.getByTestId("decoded-image");
    expect(canvas).toHaveAttribute("width", "8");
    expect(canvas).toHaveAttribute("data-missing", "false");
  });

  it("reads single pixels by keyboard, and lets them go", async () => {
    await renderWithApp(<LargeImage />);
    const grid = screen.getByRole("grid");
    await userEvent.tab();
    expect(grid).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{ArrowDown}");
    expect(screen.getByText("row 2, column 2: 0.50")).toBeVisible();
    expect(screen.getByRole("gridcell")).toHaveAccessibleName("row 2, column 2: 0.50");
    await userEvent.tab();
    expect(screen.queryByText(/row 2/)).toBeNull();
  });

  it("shows mean, one sample or the spread, and explains each", async () => {
    await renderWithApp(<LargeImage />);
    expect(screen.getByText(/how likely each pixel/)).toBeVisible();
    await userEvent.click(screen.getByLabelText("sample"));
    expect(screen.getByText(/the dice stay the same/)).toBeVisible();
    act(() => screen.getByRole("grid").focus());
    expect(screen.getByText(/row 1, column 1: [01]\.00/)).toBeVisible();
    await userEvent.click(screen.getByLabelText("s.d."));
    expect(screen.getByText(/full ink is 0.5/)).toBeVisible();
  });

  it("leaves out copying where there is no clipboard, but can always save", async () => {
    vi.stubGlobal("ClipboardItem", undefined);
    await renderWithApp(<LargeImage />);
    expect(screen.queryByLabelText("Copy the picture")).toBeNull();
    expect(screen.getByLabelText("Save the picture as PNG")).toBeEnabled();
    vi.unstubAllGlobals();
  });

  it("is the picture and its words alone on a phone", async () => {
    await renderWithApp(
      <ThemeProvider preference="light" inkOnPaper>
        <LargeImage compact />
      </ThemeProvider>,
    );
    expect(screen.queryByRole("radiogroup")).toBeNull();
    expect(screen.getByTestId("decoded-image")).toHaveStyle({ inlineSize: "112px" });
  });

  it("says in which range a raw output is drawn, and offers no sample of it", async () => {
    const page = await renderWithApp(<LargeImage />, {
      search: "?autostart=0&preset=mnist-sigmoid-b",
    });
    await page.train(40);
    act(() => {
      page.app.store.getState().setZ([1, 1, 1, 1, 1], "hand");
    });
    await page.settle();
    expect(screen.getByText(/^own range −?\d.* · step 40$/)).toBeVisible();
    expect(await screen.findByText(/no sigmoid: each figure is scaled/)).toBeVisible();
    expect(screen.queryByRole("radiogroup")).toBeNull();
  });

  it("names the class beside z", async () => {
    const page = await renderWithApp(<LargeImage />, {
      search: "?autostart=0&preset=mnist-cvae-20",
    });
    act(() => page.app.store.getState().setLabel(7));
    await page.settle();
    expect(screen.getByText("(0.00, … 19 more), y = 7")).toBeVisible();
  });
});
