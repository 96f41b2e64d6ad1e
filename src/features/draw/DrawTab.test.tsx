import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DrawTab } from "#/features/draw/DrawTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { toolsOf } from "#/state/tools/tools.ts";

async function openTab(options: Parameters<typeof renderWithApp>[1] = {}) {
  const page = await renderWithApp(<DrawTab />, { search: "?autostart=0", ...options });
  await page.train(20);
  await page.settle();
  return { ...page, drawn: () => toolsOf(page.app.store.getState()).drawn };
}

async function scored(page: Awaited<ReturnType<typeof openTab>>) {
  await act(() => new Promise((resolve) => setTimeout(resolve, 350)));
  await page.settle();
  return page.trainer.calls.filter(({ method }) => method === "score").at(-1)?.params as
    { images: Float32Array; labels: Uint8Array | null } | undefined;
}

describe("DrawTab", () => {
  it("draws by keyboard, encodes what it drew and says its two terms", async () => {
    const page = await openTab();
    expect(screen.getByText("Draw here")).toBeVisible();
    act(() => screen.getByTestId("drawing-pad").focus());
    await userEvent.keyboard(" {ArrowRight}{ArrowRight} ");
    expect(screen.queryByText("Draw here")).toBeNull();
    const params = await scored(page);
    expect(params?.images.some((x) => x > 0.5)).toBe(true);
    expect(page.drawn().code?.mean).toHaveLength(2);
    expect(screen.getByTestId("drawn-reconstructions").dataset["missing"]).not.toBe("true");
    expect(screen.getByText("Nearest test images")).toBeVisible();
  });

  it("draws under the pointer, takes strokes back and clears", async () => {
    const page = await openTab();
    const pad = screen.getByTestId("drawing-pad");
    pad.setPointerCapture = () => undefined;
    pad.hasPointerCapture = () => true;
    fireEvent.pointerDown(pad, { button: 0, pointerId: 1, clientX: 0.3, clientY: 0.3 });
    fireEvent.pointerMove(pad, { pointerId: 1, clientX: 0.6, clientY: 0.6 });
    expect(page.drawn().drawing?.strokes).toHaveLength(1);
    const path = page.drawn().drawing?.strokes[0]?.path;
    expect(path?.before).not.toBeNull();
    expect(path?.before?.before).toBeNull();
    await userEvent.click(screen.getByText("Undo stroke"));
    expect(page.drawn().pixels).toBeNull();
    expect(screen.getByText("Clear").closest("button")).toBeDisabled();
  });

  it("goes on from a test image as it is stored, and stays where that was", async () => {
    const page = await openTab();
    await userEvent.selectOptions(screen.getByLabelText("Class of the test image"), "3");
    await userEvent.click(screen.getByText("Test image"));
    await page.settle();
    expect(page.drawn().pixels).toHaveLength(64);
    expect(screen.getByLabelText("Centre as MNIST does")).not.toBeChecked();
    await userEvent.click(screen.getByText("Stop of the path"));
    expect(toolsOf(page.app.store.getState()).path.stops).toMatchObject([{ of: { kind: "own" } }]);
    expect(screen.getByText("1 image of yours on the path")).toBeVisible();
  });

  it("brings the handle to where the drawing is encoded", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByText("Test image"));
    await scored(page);
    await userEvent.click(screen.getByText("Handle here"));
    expect(page.app.store.getState().z).toEqual([...(page.drawn().code?.mean ?? [])]);
  });

  it("encodes for the class in hand of a conditional model", async () => {
    const page = await openTab({ search: "?autostart=0&preset=mnist-cvae-20" });
    act(() => page.app.store.getState().setLabel(6));
    await userEvent.click(screen.getByText("Test image"));
    expect((await scored(page))?.labels).toEqual(Uint8Array.of(6));
  });

  it("takes a picture instead of a pen where the set is in colour", async () => {
    const page = await openTab({ trainer: { shape: [8, 8, 3] } });
    expect(screen.queryByTestId("drawing-pad")).toBeNull();
    expect(screen.getByText(/its middle square, 8 pixels a side/)).toBeVisible();
    const broken = new File(["no picture"], "notes.txt", { type: "image/png" });
    await userEvent.upload(
      screen.getByLabelText("Choose a picture…", { selector: "input" }),
      broken,
    );
    await page.settle();
    expect(screen.getByText(/notes.txt is no picture/)).toBeVisible();
    expect(page.drawn().pixels).toBeNull();
  });

  it("forgets the drawing with its data set", async () => {
    const page = await openTab();
    await userEvent.click(screen.getByText("Test image"));
    await page.settle();
    await act(async () => {
      await page.app.session.loadPreset("fashion-dense-20");
    });
    expect(page.drawn().pixels).toBeNull();
  });
});
