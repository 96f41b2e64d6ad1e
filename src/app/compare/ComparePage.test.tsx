import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ComparePage } from "./ComparePage.tsx";
import { compare, lane, type Compared } from "./testing/comparePage.tsx";
import { err, ok } from "#/core/result.ts";
import { loadModesTexts } from "#/i18n/translate.ts";
import type { AppDeps } from "#/state/deps.ts";
import { openTestApp } from "#/state/testing/testApp.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(loadModesTexts);

const phaseOf = ({ group }: Compared, index: number) =>
  group.store.getState().lanes[index]?.app.store.getState().phase;

it("opens at another try where the page had no run", async () => {
  const missing = { code: "manifest-missing", message: "No manifest.", hint: "" } as const;
  const sets = (await openTestApp()).app.store.getState().dataSets;
  let online = false;
  const loadManifest: AppDeps["loadManifest"] = () =>
    Promise.resolve(online ? ok({ version: 1, sets }) : err(missing));
  const page = await renderWithApp(<ComparePage />, { deps: { loadManifest } });
  const retry = await screen.findByRole("button", { name: "Try again" });
  online = true;
  await act(() => page.app.boot());
  await userEvent.click(retry);
  expect(await screen.findByTestId("lane-0")).toBeVisible();
});

describe("lanes", () => {
  it("begin with the page's run and an outlined second one that says what to change", async () => {
    await compare();
    expect(lane(0).getByText(/Where the others start from: Digits, two/)).toBeVisible();
    const empty = within(screen.getByTestId("lane-empty"));
    expect(empty.getByRole("button", { name: "β 1 → 4" })).toBeVisible();
    expect(empty.getByRole("button", { name: "Latent dimensions 2 → 20" })).toBeVisible();
    expect(screen.queryByTestId("lane-1")).toBeNull();
  });

  it("say in words what differs, worked out from the two", async () => {
    const page = await compare();
    await page.ask("beta");
    expect(lane(1).getByTestId("lane-difference")).toHaveTextContent("KL weight β 1 → 4");
    await act(async () => {
      await page.group.store.getState().lanes[1]?.app.session.configure({ model: { latent: 3 } });
    });
    expect(lane(1).getByTestId("lane-difference")).toHaveTextContent(/Latent dimensions 2 → 3/);
    expect(screen.queryByTestId("lane-empty")).toBeNull();
  });

  it("that are the same say so", async () => {
    const page = await compare();
    await page.ask("same");
    expect(lane(1).getByTestId("lane-difference")).toHaveTextContent(/Identical to A/);
  });

  it("that go on from a moment of another say so, until they begin anew", async () => {
    const page = await compare();
    await userEvent.click(screen.getByTestId("lanes-train"));
    await page.settle();
    act(() => {
      page.pool.lane(0).advance(12);
    });
    await act(() => page.group.pauseAll());
    await act(() => page.group.addFromStep(0, 12));
    expect(lane(1).getByTestId("lane-difference")).toHaveTextContent(/Goes on from step 12/);
    await act(() => page.group.resetAll());
    expect(lane(1).getByTestId("lane-difference")).toHaveTextContent(/Identical to A/);
  });

  it("show all places of the sigmoid in one click", async () => {
    const page = await compare();
    const trio = screen.getByTestId("what-if-trio");
    expect(trio).toHaveTextContent("A stays (stable form); B in the output; C in the loss");
    await userEvent.click(trio);
    await screen.findByTestId("lane-2");
    const places = page.group.store
      .getState()
      .lanes.map(({ app }) => app.store.getState().built.objective.sigmoid);
    expect(places).toEqual(["stable", "output", "loss"]);
    const named = ["Stable loss on logits", "Sigmoid in the output", "Sigmoid inside the loss"];
    for (const [i, name] of named.entries()) expect(lane(i).getByText(name)).toBeVisible();
  });

  it("name the place of their sigmoid only while they differ in it", async () => {
    const page = await compare();
    await page.ask("beta");
    expect(lane(0).queryByText("Stable loss on logits")).toBeNull();
  });

  it("tell where one would stand why it was refused", async () => {
    const page = await compare();
    await act(() =>
      page.group.add({ from: 0, patch: { data: { set: "fashion" } } }).catch(() => undefined),
    );
    const empty = within(screen.getByTestId("lane-empty"));
    expect(empty.getByRole("alert")).toHaveTextContent(/cannot share lane A’s images/);
  });

  it("are duplicated, removed and brought back", async () => {
    const page = await compare();
    await page.ask("beta");
    await userEvent.click(lane(1).getByRole("button", { name: "Duplicate lane B" }));
    await screen.findByTestId("lane-2");
    expect(lane(2).getByTestId("lane-difference")).toHaveTextContent("KL weight β 1 → 4");
    await userEvent.click(lane(1).getByRole("button", { name: "Remove lane B" }));
    await waitFor(() => {
      expect(screen.queryByTestId("lane-2")).toBeNull();
    });
    await userEvent.click(screen.getByTestId("add-lane"));
    await userEvent.click(await screen.findByRole("menuitem", { name: /that was B/ }));
    await screen.findByTestId("lane-2");
    expect(lane(0).queryByRole("button", { name: /Remove/ })).toBeNull();
  });
});

describe("training", () => {
  it("goes for all lanes at once, by button and by key, and for each alone", async () => {
    const page = await compare();
    await page.ask("beta");
    await userEvent.click(screen.getByTestId("lanes-train"));
    await page.settle();
    expect([phaseOf(page, 0), phaseOf(page, 1)]).toEqual(["training", "training"]);
    await userEvent.click(lane(1).getByRole("button", { name: "Pause lane B" }));
    await page.settle();
    expect([phaseOf(page, 0), phaseOf(page, 1)]).toEqual(["training", "paused"]);
    act(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await userEvent.keyboard(" ");
    await page.settle();
    expect([phaseOf(page, 0), phaseOf(page, 1)]).toEqual(["paused", "paused"]);
    expect(screen.getByTestId("lanes-train")).toHaveTextContent("Train all");
  });

  it("tells step, epoch and images of each lane, and of a stopped one where and why", async () => {
    const page = await compare();
    await page.ask("beta");
    await userEvent.click(screen.getByTestId("lanes-train"));
    await page.settle();
    act(() => {
      page.pool.lane(1).advance(7);
    });
    expect(lane(1).getByText(/Training · step 7 · epoch [\d.]+ · [\d,]+ images/)).toBeVisible();
    act(() => {
      page.group.store.getState().lanes[1]?.app.store.setState({
        phase: "stopped",
        fault: {
          code: "loss-not-finite",
          message: "The loss is not a number.",
          hint: "Lower the rate.",
          values: { step: 7 },
        },
      });
    });
    expect(lane(1).getByRole("alert")).toHaveTextContent(/Stopped after step 7: .+ stays\./);
    expect(phaseOf(page, 0)).toBe("training");
  });

  it("is read off all lanes at the newest step", async () => {
    const page = await compare();
    await page.ask("same");
    await userEvent.click(screen.getByTestId("lanes-train"));
    await page.settle();
    act(() => {
      page.pool.lane(0).advance(12);
      page.pool.lane(1).advance(12);
    });
    const total = within(screen.getByRole("region", { name: "Total" }));
    await waitFor(() => {
      const [a, b] = total.getAllByRole("listitem").map(({ textContent }) => textContent);
      expect(a).toMatch(/^A\d+\.\d$/);
      expect(b).toBe(a?.replace("A", "B"));
    });
    await userEvent.click(screen.getByLabelText("Numbers"));
    const table = within(screen.getByTestId("lane-numbers"));
    expect(table.getAllByRole("row")).toHaveLength(13);
    expect(table.getByRole("columnheader", { name: "B KL" })).toBeVisible();
  });
});

describe("results", () => {
  it("are measured for all lanes, sort by a column, go stale, and are saved", async () => {
    const page = await compare();
    await page.ask("beta");
    await userEvent.click(screen.getByLabelText("Results"));
    expect(screen.getAllByText("not measured")).toHaveLength(2);
    await userEvent.click(screen.getByTestId("measure"));
    await page.settle();
    const table = within(screen.getByTestId("lane-results"));
    await waitFor(() => {
      expect(table.queryByText("not measured")).toBeNull();
    });
    const letters = () => table.getAllByRole("rowheader").map(({ textContent }) => textContent);
    expect(letters()).toEqual(["A", "B"]);
    await userEvent.click(table.getByRole("button", { name: "Lane" }));
    expect(letters()).toEqual(["B", "A"]);
    expect(table.getByRole("columnheader", { name: "Lane" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );

    const save = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:lanes");
    await userEvent.click(table.getByRole("button", { name: "Export CSV" }));
    const [file] = save.mock.calls[0] ?? [];
    if (!(file instanceof Blob)) throw new Error("no file was saved");
    expect(await file.text()).toMatch(/^lane,.*difference\r\nA,.*\r\nB,.*KL weight β 1 → 4\r\n$/);
    save.mockRestore();

    await userEvent.click(screen.getByTestId("lanes-train"));
    await page.settle();
    act(() => {
      page.pool.lane(1).advance(3);
    });
    expect(table.getByText(/measured at step 0/)).toBeVisible();
  });
});

describe("scales", () => {
  it("are nats for all, or each lane's own loss, and say so", async () => {
    const page = await compare();
    expect(screen.getByText(/Summed over pixels, for all lanes alike/)).toBeVisible();
    await userEvent.selectOptions(screen.getByTestId("lane-scale"), "own training loss");
    expect(page.group.store.getState().scale).toBe("training");
    expect(screen.getByText(/compare shapes, not heights/)).toBeVisible();
  });
});

describe("KL per dimension", () => {
  it("stands for every lane, but not for axes that were rotated", async () => {
    const page = await compare();
    await page.ask("beta");
    await userEvent.click(screen.getByLabelText("KL per dimension"));
    expect(await lane(0).findByTestId("lane-kl")).toBeVisible();
    expect(lane(1).getByTestId("lane-kl")).toBeVisible();
    act(() => {
      const n = 2;
      const alignment = {
        kind: "procrustes",
        latentA: n,
        latentB: n,
        matrix: Float64Array.of(0, 1, -1, 0),
        explained: 0.87,
      } as const;
      page.group.store.setState({ alignments: [null, { kind: "aligned", alignment }] });
    });
    expect(lane(1).queryByTestId("lane-kl")).toBeNull();
    expect(lane(1).getByText(/a KL per axis has no meaning here\. Take/)).toBeVisible();
    expect(lane(1).getByTestId("lane-axes")).toHaveTextContent(/rotated onto A, 87 % explained/);
    expect(lane(0).getByTestId("lane-kl")).toBeVisible();
  });
});
