import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { guards, sigmoidPlaces } from "#/core/objective/spec.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { ObjectiveBlock } from "#/features/setup/loss/ObjectiveBlock.tsx";

beforeAll(loadLaterEnglish);

async function open(preset = "mnist-dense-2") {
  const app = await renderWithApp(<ObjectiveBlock />, {
    search: `?preset=${preset}&autostart=0`,
    trainer: { shape: [28, 28, 1], train: 60_000 },
  });
  return { ...app, objective: () => app.app.store.getState().draft.objective };
}

const group = (name: string) =>
  screen.getByRole("button", { name: new RegExp(`^${name}`), expanded: false });
const formula = () => screen.getByRole("group", { name: /The loss as it stands/ });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe("the formula", () => {
  it("changes with the choices", async () => {
    await open();
    const seen = new Set<string>();
    fireEvent.click(group("Likelihood.*·"));
    for (const place of sigmoidPlaces) {
      fireEvent.change(screen.getByTestId("field-objective.sigmoid"), { target: { value: place } });
      for (const guard of place === "stable" ? (["none"] as const) : guards) {
        if (place !== "stable") {
          const field = screen.getByTestId("field-objective.guard");
          fireEvent.change(field, { target: { value: guard } });
        }
        seen.add(formula().innerHTML);
      }
    }
    expect(seen.size).toBe(1 + (sigmoidPlaces.length - 1) * guards.length);
  });

  it("leads from each symbol to its setting", async () => {
    await open("mnist-conv-2d");
    for (const [symbol, path] of [
      [/^Sum or mean of the reconstruction: mean/, "objective.reconstructionReduction"],
      [/^Likelihood of a pixel: Bernoulli/, "objective.likelihood"],
      [/^Where the sigmoid sits: in the output/, "objective.sigmoid"],
      [/^How z is drawn: exp\(λ\)/, "objective.sigma"],
    ] as const) {
      fireEvent.click(within(formula()).getByRole("button", { name: symbol }));
      await frame();
      expect(screen.getByTestId(`field-${path}`)).toHaveFocus();
    }
  });

  it("has no KL term for an autoencoder, and says so", async () => {
    await open("fashion-ae-20");
    expect(formula()).toHaveTextContent("no KL term: an autoencoder");
    expect(screen.queryByTestId("field-objective.beta")).toBeNull();
    expect(screen.getByText(/Does nothing while “Sample z” is “off”/)).toBeInTheDocument();
  });
});

describe("deviations", () => {
  it("are none for the ELBO", async () => {
    await open();
    expect(screen.getByText(/^This is the ELBO/)).toBeInTheDocument();
    expect(screen.queryByTestId("effective-beta")).toBeNull();
  });

  it("are listed with the effective β of the whole combination", async () => {
    const { objective, settle } = await open("mnist-conv-2d");
    const list = screen.getByRole("region", { name: "Not the ELBO" });
    expect(within(list).getByTestId("effective-beta")).toHaveTextContent("effective β = 0.392");
    fireEvent.click(within(list).getByRole("button", { name: /The KL lacks its ½/ }));
    await frame();
    const half = screen.getByTestId("field-objective.klHalf");
    expect(half).toHaveFocus();
    fireEvent.click(half);
    await settle();
    expect(objective().klHalf).toBe(true);
    expect(within(list).getByTestId("effective-beta")).toHaveTextContent("effective β = 0.196");
  });

  it("that only change the units are told apart", async () => {
    await open("mnist-dense-20");
    const list = screen.getByRole("region", { name: "The ELBO, written another way" });
    expect(within(list).getByTestId("effective-beta")).toHaveTextContent("effective β = 1");
  });
});

describe("settings", () => {
  it("say why they do nothing instead of hiding", async () => {
    await open();
    fireEvent.click(group("Likelihood.*·"));
    expect(screen.queryByTestId("field-objective.noise")).toBeNull();
    expect(screen.getAllByText("Does nothing while “Likelihood” is “Bernoulli”.")).toHaveLength(2);
    fireEvent.change(screen.getByTestId("field-objective.likelihood"), {
      target: { value: "gaussian" },
    });
    expect(screen.getByTestId("field-objective.noise")).toBeEnabled();
  });

  it("are warned of beside the field", async () => {
    await open("mnist-sigmoid-a");
    fireEvent.click(group("Likelihood.*·"));
    const warning = screen.getByText(/1 \+ ε₀ is 1 in single precision/);
    expect(warning).toHaveTextContent(/^Caution: /);
    expect(warning.closest("[data-field]")).toHaveAttribute("data-field", "objective.guard");
  });

  it("draw annealing before it runs, and apply it at once", async () => {
    const { app, settle } = await open();
    fireEvent.click(group("Annealing"));
    expect(screen.queryByRole("img", { name: /planned run/ })).toBeNull();
    fireEvent.change(screen.getByTestId("field-objective.annealing"), {
      target: { value: "linear" },
    });
    await settle();
    expect(app.store.getState().config.objective.annealing).toBe("linear");
    const curve = screen.getByRole("img", { name: /planned run/ });
    expect(curve).toHaveAccessibleName(
      "β over the planned run: 0 at the start, 1 at step 4,680, at most 1.",
    );
  });
});
