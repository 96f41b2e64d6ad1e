import { fireEvent, screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { DataCard } from "#/features/setup/data/DataCard.tsx";
import { ModelEditor } from "#/features/setup/model/ModelEditor.tsx";

beforeAll(loadLaterEnglish);

async function open(preset: string, shape: readonly [number, number, number]) {
  const app = await renderWithApp(
    <>
      <DataCard />
      <ModelEditor />
    </>,
    { search: `?preset=${preset}&autostart=0`, trainer: { shape } },
  );
  const draft = () => app.app.store.getState().draft;
  return { ...app, draft, first: () => draft().model.encoder[0] };
}

const block = () => screen.getAllByRole("button", { name: /^encoder block/ })[0]!;

function type(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
}

it("puts batch normalisation and dropout on a block, and draws them there", async () => {
  const { first, draft } = await open("mnist-dense-2", [28, 28, 1]);
  fireEvent.click(block());
  fireEvent.click(screen.getByRole("checkbox", { name: "Batch norm" }));
  expect(first()).toMatchObject({ batchNorm: { momentum: 0.99, epsilon: 1e-3 } });
  type(screen.getByRole("textbox", { name: "BN momentum" }), "0.9");
  type(screen.getByRole("textbox", { name: "BN ε" }), "1e-5");
  type(screen.getByRole("textbox", { name: "Dropout" }), "0.25");
  expect(first()).toMatchObject({
    batchNorm: { momentum: 0.9, epsilon: 1e-5 },
    dropout: 0.25,
  });
  expect(block()).toHaveTextContent("BN · drop .25");
  // Mirrored.
  expect(draft().model.decoder[0]).toMatchObject({ dropout: 0.25 });
  type(screen.getByRole("textbox", { name: "Dropout" }), "0");
  fireEvent.click(screen.getByRole("checkbox", { name: "Batch norm" }));
  expect(first()).toEqual({ kind: "dense", units: 400, activation: "relu" });
});

it.each([
  ["Dropout", "1"],
  ["Dropout", "-0.1"],
  ["BN momentum", "1"],
  ["BN ε", "0"],
])("refuses %s of %s in place", async (name, text) => {
  const { first } = await open("mnist-dense-2", [28, 28, 1]);
  fireEvent.click(block());
  fireEvent.click(screen.getByRole("checkbox", { name: "Batch norm" }));
  const before = first();
  type(screen.getByRole("textbox", { name }), text);
  expect(screen.getByRole("alert")).toHaveTextContent(name);
  expect(first()).toEqual(before);
});

it("refuses batch normalisation for a batch of one, with the reason", async () => {
  const { app, first } = await open("mnist-dense-2", [28, 28, 1]);
  app.store.getState().edit({ training: { batch: 1 } });
  fireEvent.click(block());
  fireEvent.click(screen.getByRole("checkbox", { name: "Batch norm" }));
  expect(screen.getByRole("alert")).toHaveTextContent(/more than one image|at least 2/);
  expect(first()).not.toHaveProperty("batchNorm");
});

it("takes the padding away and gives it back", async () => {
  const { first, draft } = await open("mnist-conv-2d", [28, 28, 1]);
  const blocks = draft().model.encoder.length;
  fireEvent.click(screen.getAllByRole("button", { name: /^encoder block/ })[blocks - 2]!);
  fireEvent.change(screen.getByRole("combobox", { name: "Padding" }), {
    target: { value: "valid" },
  });
  expect(draft().model.encoder[blocks - 2]).toMatchObject({ padding: "valid" });
  fireEvent.change(screen.getByRole("combobox", { name: "Padding" }), {
    target: { value: "same" },
  });
  expect(draft().model.encoder[blocks - 2]).not.toHaveProperty("padding");
  expect(first()).toBeDefined();
});

it("offers the size that fits where another is refused, in one click", async () => {
  const { app, draft, settle } = await open("mnist-dense-2", [28, 28, 1]);
  const { kernel, stride, activation } = { kernel: 3, stride: 2, activation: "relu" } as const;
  app.store.getState().edit({
    data: { size: "32" },
    model: {
      encoder: [{ kind: "conv", filters: 4, kernel, stride, activation }],
      decoder: [
        { kind: "denseToMap", height: 8, width: 8, channels: 4, activation },
        { kind: "convTranspose", filters: 4, kernel, stride, activation },
      ],
    },
  });
  app.store.getState().edit({ data: { size: "64" } });
  await settle();
  fireEvent.click(screen.getByRole("button", { name: /^Pixels and size/ }));
  fireEvent.change(screen.getByTestId("field-data.size"), { target: { value: "28" } });
  expect(screen.getByRole("alert")).toHaveTextContent(/16×16.*28×28/);
  expect(draft().data.size).toBe("64");
  fireEvent.click(screen.getByRole("button", { name: "Use images of 32×32" }));
  expect(draft().data.size).toBe("32");
});

it("joins the label at encoder and z", async () => {
  const { draft } = await open("mnist-dense-20", [28, 28, 1]);
  fireEvent.change(screen.getByTestId("field-model.condition"), { target: { value: "label" } });
  expect(draft().model.condition).toBe("label");
  expect(screen.getAllByText("the label joins here, 10 entries")).toHaveLength(2);
});
