import { act, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { ExperimentPanel } from "#/features/setup/ExperimentPanel.tsx";

const dense = (units: number) => ({ kind: "dense", units, activation: "relu" });

async function open() {
  const app = await renderWithApp(<ExperimentPanel />, { trainer: { shape: [28, 28, 1] } });
  return { ...app, draft: () => app.app.store.getState().draft };
}

function block(side: "encoder" | "decoder", index = 0): HTMLElement {
  return screen.getAllByRole("button", { name: new RegExp(`^${side} block`) })[index]!;
}

function openGroup(name: RegExp): void {
  fireEvent.click(screen.getByRole("button", { name, expanded: false }));
}

function type(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
}

describe("number fields", () => {
  const bad = ["0", "-1", "-2", "1e9", "NaN", "", "many", "Infinity"];
  const allowed: Readonly<Record<string, readonly string[]>> = {
    "objective.beta": ["0", "-1"],
    "training.seed": ["0", "1e9"],
  };
  it.each([
    "data.trainLimit",
    "objective.beta",
    "optimizer.learningRate",
    "optimizer.epsilon",
    "training.batch",
    "training.epochs",
    "training.seed",
    "model.latent",
  ])("%s refuses bad input in place and keeps the last good value", async (path) => {
    const { draft, settle } = await open();
    fireEvent.click(screen.getByRole("button", { name: /^Edit z/ }));
    openGroup(/^Moments/);
    const field = screen.getByTestId<HTMLInputElement>(`field-${path}`);
    for (const text of bad) {
      const before = draft();
      const shown = field.value;
      type(field, text);
      await settle();
      if (allowed[path]?.includes(text) === true) {
        expect(field).toHaveAttribute("aria-invalid", "false");
        continue;
      }
      expect(field, text).toHaveAttribute("aria-invalid", "true");
      expect(field).toHaveAccessibleDescription(/\d/);
      expect(draft()).toEqual(before);
      fireEvent.keyDown(field, { key: "Escape" });
      expect(field).toHaveValue(shown);
    }
  });

  it("says what a batch larger than the data may be", async () => {
    const { draft } = await open();
    type(screen.getByTestId("field-training.batch"), "7000");
    expect(screen.getByRole("alert")).toHaveTextContent(/7,?000.*6,?000/);
    expect(draft().training.batch).toBe(128);
  });

  it("takes all images when as many are asked for", async () => {
    const { draft } = await open();
    const field = screen.getByTestId("field-data.trainLimit");
    type(field, "1000");
    expect(draft().data.trainLimit).toBe(1000);
    type(field, "6000");
    expect(draft().data.trainLimit).toBeNull();
  });
});

describe("restart bar", () => {
  it("gathers what waits, and restarts with it", async () => {
    const { app, draft, settle } = await open();
    expect(screen.queryByRole("button", { name: "Restart with these" })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /^Edit z/ }));
    type(screen.getByTestId("field-model.latent"), "8");
    openGroup(/^Start(?! fresh)/);
    fireEvent.change(screen.getByTestId("field-model.weightInit"), { target: { value: "he" } });
    const bar = screen.getByRole("region", { name: "Changes that wait for a restart" });
    expect(bar).toHaveTextContent(
      "2 changes: Latent dimensions 2 → 8; Initial weights PyTorch uniform → He normal",
    );
    expect(app.store.getState().config.model.latent).toBe(2);
    fireEvent.click(within(bar).getByRole("button", { name: "Restart with these" }));
    await settle();
    expect(app.store.getState().config).toEqual(draft());
    expect(app.store.getState().config.model.latent).toBe(8);
    expect(screen.queryByRole("button", { name: "Restart with these" })).toBeNull();
  });

  it("discards, undoes and redoes", async () => {
    const { draft, settle } = await open();
    const seed = draft().training.seed;
    type(screen.getByTestId("field-training.seed"), "77");
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await settle();
    expect(draft().training.seed).toBe(seed);
    fireEvent.click(screen.getByRole("button", { name: "Redo" }));
    await settle();
    expect(draft().training.seed).toBe(77);
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(draft().training.seed).toBe(seed);
  });

  it("leaves live fields out of it", async () => {
    const { app, settle } = await open();
    type(screen.getByTestId("field-objective.beta"), "4");
    await settle();
    expect(app.store.getState().config.objective.beta).toBe(4);
    expect(screen.queryByRole("button", { name: "Restart with these" })).toBeNull();
  });
});

describe("model", () => {
  it("mirrors an edit of the encoder until that is switched off", async () => {
    const { draft } = await open();
    fireEvent.click(block("encoder"));
    type(screen.getByRole("textbox", { name: "Units" }), "300");
    expect(draft().model).toMatchObject({ encoder: [dense(300)], decoder: [dense(300)] });
    fireEvent.click(screen.getByRole("checkbox", { name: "Mirror the decoder" }));
    type(screen.getByRole("textbox", { name: "Units" }), "200");
    expect(draft().model).toMatchObject({ encoder: [dense(200)], decoder: [dense(300)] });
  });

  it.each(["0", "-1", "1e9", "NaN", "", "many", "8193", "2.5"])(
    "refuses %j units and says what is allowed",
    async (text) => {
      const { draft } = await open();
      const before = draft();
      fireEvent.click(block("encoder"));
      type(screen.getByRole("textbox", { name: "Units" }), text);
      expect(screen.getByRole("alert")).toHaveTextContent(/^Units.*1, 2 … 8192/);
      expect(draft()).toEqual(before);
    },
  );

  it("is worked by the keyboard alone", async () => {
    const user = userEvent.setup();
    const { draft } = await open();
    await user.click(screen.getByRole("checkbox", { name: "Mirror the decoder" }));
    screen.getByRole("button", { name: "Add a block to the encoder after position 1" }).focus();
    await user.keyboard("{Enter}");
    expect(draft().model.encoder).toHaveLength(2);
    const units = screen.getByRole("textbox", { name: "Units" });
    await user.clear(units);
    await user.type(units, "50{Enter}");
    expect(draft().model.encoder).toEqual([dense(400), dense(50)]);

    block("encoder", 1).focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(draft().model.encoder).toEqual([dense(50), dense(400)]);
    block("encoder", 0).focus();
    await user.keyboard("{Delete}");
    expect(draft().model.encoder).toEqual([dense(400)]);

    block("encoder").focus();
    await user.keyboard("{Enter}");
    expect(block("encoder")).toHaveAttribute("aria-expanded", "true");
    await user.keyboard("{Escape}");
    expect(block("encoder")).toHaveAttribute("aria-expanded", "false");
  });

  it("refuses a convolution after a vector, in place", async () => {
    const { draft } = await open();
    fireEvent.click(
      screen.getByRole("button", { name: "Add a block to the encoder after position 1" }),
    );
    const before = draft();
    fireEvent.change(screen.getByRole("combobox", { name: "Kind" }), { target: { value: "conv" } });
    expect(screen.getByRole("alert")).toHaveTextContent("A convolution needs a map");
    expect(draft()).toEqual(before);
  });

  it("refuses what memory cannot hold", async () => {
    const { draft } = await open();
    fireEvent.click(block("encoder"));
    for (let i = 1; i < 4; i++) {
      type(screen.getByRole("textbox", { name: "Units" }), "8192");
      fireEvent.click(
        screen.getByRole("button", { name: /Add a block to the encoder after position 1/ }),
      );
    }
    expect(screen.getAllByRole("alert")[0]).toHaveTextContent(/\d GB/);
    expect(draft().model.encoder).not.toEqual(draft().model.encoder.map(() => dense(8192)));
  });

  it("shows shapes on its edges and what it costs", async () => {
    await open();
    expect(screen.getByText("28×28×1")).toBeInTheDocument();
    expect(screen.getByText("631,188")).toBeInTheDocument();
  });

  it("draws waiting blocks with a dashed edge", async () => {
    await open();
    fireEvent.click(block("encoder"));
    fireEvent.change(screen.getByRole("combobox", { name: "Activation" }), {
      target: { value: "silu" },
    });
    expect(block("encoder")).toHaveAttribute("data-waiting");
    expect(block("decoder")).toHaveAttribute("data-waiting");
    expect(screen.getByRole("region", { name: /wait for a restart/ })).toHaveTextContent(
      "1 change: ReLU → SiLU",
    );
  });
});

describe("preset", () => {
  it("says when it was changed and takes one back to it", async () => {
    const { draft, settle } = await open();
    type(screen.getByTestId("field-objective.beta"), "4");
    await settle();
    fireEvent.click(screen.getByRole("button", { name: "Load it again" }));
    await settle();
    expect(draft().objective.beta).toBe(1);
    expect(screen.queryByRole("button", { name: "Load it again" })).toBeNull();
  });
});

it("leads to a setting that was asked for elsewhere, and unfolds what hides it", async () => {
  const page = await renderWithApp(<ExperimentPanel />);
  const nextFrame = () => act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  for (const path of ["objective.reconstructionReduction", "data.pixels"] as const) {
    act(() => {
      page.app.store.getState().seek(path);
    });
    await nextFrame();
    expect(screen.getByTestId(`field-${path}`)).toHaveFocus();
    expect(page.app.store.getState().sought).toBeNull();
  }
});
