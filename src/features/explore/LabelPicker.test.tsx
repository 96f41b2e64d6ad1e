import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { LabelPicker } from "#/features/explore/LabelPicker.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

const conditional = { search: "?autostart=0&preset=mnist-cvae-20" };

describe("LabelPicker", () => {
  it("chooses the class that everything is decoded for", async () => {
    const page = await renderWithApp(<LabelPicker />, conditional);
    expect(screen.getByLabelText("0")).toBeChecked();
    await userEvent.click(screen.getByLabelText("7"));
    await page.settle();
    expect(page.app.store.getState().label).toBe(7);
    const last = (method: string) => page.trainer.calls.filter((c) => c.method === method).at(-1);
    expect(last("decode")?.params).toMatchObject({ labels: Uint8Array.of(7) });
    expect(last("setPreview")?.params).toMatchObject({ label: 7 });
    expect(page.app.frames.shown()?.label).toBe(7);
    expect(page.app.decoder.current.label).toBe(7);
  });

  it("takes a typed digit while it has the focus", async () => {
    const page = await renderWithApp(<LabelPicker />, conditional);
    act(() => screen.getByLabelText("0").focus());
    await userEvent.keyboard("4");
    expect(page.app.store.getState().label).toBe(4);
    expect(screen.getByLabelText("4")).toHaveFocus();
  });

  it("lists long names", async () => {
    const page = await renderWithApp(<LabelPicker />, {
      ...conditional,
      trainer: { classes: ["T-shirt", "Trouser"] },
    });
    await userEvent.selectOptions(screen.getByLabelText("Class to decode for"), "Trouser");
    expect(page.app.store.getState().label).toBe(1);
  });
});
