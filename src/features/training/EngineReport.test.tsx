import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import { BackendChip } from "./BackendChip.tsx";
import { reportText } from "./reportText.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

// Lazy chunks are compiled on first use, which on a busy machine outlasts a query's patience.
beforeAll(async () => {
  await Promise.all([
    import("#/ui/PopoverBody.tsx"),
    import("./BackendReport.tsx"),
    loadLaterEnglish(),
  ]);
});

const gpu = { trainer: { report: { backend: "webgpu" } } } as const;

async function openReport(options = {}) {
  const page = await renderWithApp(<BackendChip />, options);
  await userEvent.click(screen.getByTestId("backend"));
  const region = await screen.findByRole("region", { name: "Training step" });
  return { ...page, region };
}

describe("the report of the training step", () => {
  it("says which computes and why, and what a step costs", async () => {
    const { region, train } = await openReport(gpu);
    expect(region).toHaveTextContent("one compiled step on the GPU: the faster of the two.");
    await train(5);
    expect(region).toHaveTextContent("Time a step5.00 ms");
    expect(region).toHaveTextContent("Of it JavaScript1.00 ms");
    expect(region).toHaveTextContent("Dispatches a step16");
  });

  it("changes it in mid-run; chip and report follow", async () => {
    const { region, train, settle, app } = await openReport(gpu);
    await train(5);
    const chip = screen.getByTestId("backend");
    expect(chip).toHaveAccessibleName("Backend WebGPU: one compiled step on the GPU");
    await userEvent.click(within(region).getByRole("radio", { name: "Reference" }));
    await settle();
    expect(region).toHaveTextContent("the reference step: as chosen.");
    expect(chip).toHaveAccessibleName("Backend WebGPU: the reference step");
    expect(app.store.getState().phase).toBe("training");
    expect(within(region).getByRole("radio", { name: "Reference" })).toBeChecked();
  });

  it("says why there is no choice without WebGPU", async () => {
    const { region } = await openReport();
    expect(region).toHaveTextContent("the reference step: the compiled one needs WebGPU.");
    expect(region).toHaveTextContent("runs on WebGPU alone; WASM has only this one");
    for (const radio of within(region).getAllByRole("radio")) expect(radio).toBeDisabled();
  });

  it("hands on the compiler's words, to the reader and into the report", async () => {
    const { region, app, trainer } = await openReport(gpu);
    const words = "output: line 3: unresolved type";
    const report = { kind: "reference", reason: "does-not-compile", words } as const;
    act(() => {
      trainer.emit({ type: "engine", runId: app.store.getState().runId, report });
    });
    expect(region).toHaveTextContent("this model does not compile here; the compiler says");
    expect(region).toHaveTextContent(words);
    const state = app.store.getState();
    if (state.backend === null) throw new Error("no backend");
    const text = reportText(state.backend, state, "", "");
    expect(text).toContain(`engine: reference\nengineReason: does-not-compile\ncompiler: ${words}`);
  });
});
