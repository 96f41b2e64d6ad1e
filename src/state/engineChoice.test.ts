import { describe, expect, it } from "vitest";
import { setEngine } from "#/state/engineChoice.ts";
import { shown } from "#/state/parts.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

const gpu = { report: { backend: "webgpu" } } as const;

type Calls = Awaited<ReturnType<typeof openTestApp>>["trainer"]["calls"];

const asked = (calls: Calls) =>
  calls.filter(({ method }) => method === "setEngine").map(({ params }) => params);

describe("the choice of a training step", () => {
  it("comes from the link, goes into the run, and is told with its reason", async () => {
    const { app, trainer } = await openTestApp({ search: "?engine=reference", trainer: gpu });
    expect(app.store.getState()).toMatchObject({
      engineChoice: "reference",
      engine: { kind: "reference", reason: "asked-for" },
    });
    expect(trainer.calls.find(({ method }) => method === "start")?.params).toMatchObject({
      engine: "reference",
    });
  });

  it("changes the run under way, stays in the link, and goes into the next run", async () => {
    const { app, trainer, searches } = await openTestApp({ trainer: gpu });
    const { store } = app;
    expect(store.getState().engine).toMatchObject({ kind: "compiled", reason: "fastest" });
    void app.session.train({ steps: 20 });
    await settle();
    trainer.advance(5);
    await shown(store, setEngine(app, "reference"));
    expect(asked(trainer.calls)).toEqual([{ engine: "reference" }]);
    expect(store.getState()).toMatchObject({
      phase: "training",
      engine: { kind: "reference", reason: "asked-for" },
    });
    expect(searches.at(-1)).toContain("engine=reference");
    await app.session.reset();
    expect(trainer.calls.findLast(({ method }) => method === "start")?.params).toMatchObject({
      engine: "reference",
    });
    await setEngine(app, "auto");
    expect(searches.at(-1)).not.toContain("engine");
  });

  it("is as it was where the run refuses it", async () => {
    const { app, trainer, searches } = await openTestApp({ trainer: gpu });
    const fault = { code: "engine-kept", message: "It was kept.", hint: "Stay." } as const;
    trainer.failNext("setEngine", fault);
    await shown(app.store, setEngine(app, "reference"));
    expect(app.store.getState()).toMatchObject({
      engineChoice: "auto",
      engine: { kind: "compiled" },
      fault,
    });
    expect(searches.at(-1) ?? "").not.toContain("engine=reference");
    expect(asked(trainer.calls)).toHaveLength(1);
  });

  it("is that of all lanes, whichever of them is asked, and of those that come", async () => {
    const { app, pool } = await openTestApp({ trainer: gpu });
    const group = await app.comparison();
    await group.add({ from: 0, patch: {} });
    const lanes = () => group.store.getState().lanes.map((lane) => lane.app);
    const kinds = () => lanes().map(({ store }) => store.getState().engine?.kind);
    expect(kinds()).toEqual(["compiled", "compiled"]);
    const [, second] = lanes();
    if (second === undefined) throw new Error("no second lane");
    await setEngine(second, "reference");
    await settle();
    expect(kinds()).toEqual(["reference", "reference"]);
    expect(pool.open.map((id) => asked(pool.lane(id).calls).length)).toEqual([1, 1]);
    await group.add({ from: 0, patch: {} });
    expect(kinds()).toEqual(["reference", "reference", "reference"]);
    expect(asked(pool.lane(pool.open.at(-1) ?? 0).calls)).toEqual([]);
  });

  it("follows a run that moves to another backend", async () => {
    const { app, trainer } = await openTestApp({ trainer: gpu });
    const { runId } = app.store.getState();
    const report = { kind: "reference", reason: "needs-webgpu", words: "" } as const;
    trainer.emit({ type: "engine", runId, report });
    expect(app.store.getState().engine).toEqual(report);
  });
});
