import { describe, expect, it } from "vitest";
import { openTestApp, settle } from "#/state/testing/testApp.ts";
import type { Method, TrainerApi } from "#/worker/protocol/messages.ts";
import { createFakeTrainer } from "#/worker/testing/fakeTrainer.ts";

/** A trainer that answers requests of one method only once it is released. */
function gatedTrainer(held: Method) {
  const trainer = createFakeTrainer();
  let release: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (release = resolve));
  const gate: TrainerApi = {
    ...trainer,
    async request(method, params, options) {
      if (method === held) await open;
      return trainer.request(method, params, options);
    },
  };
  return {
    trainer,
    gate,
    release: () => {
      release();
    },
  };
}

const memoryFault = { code: "memory-too-large", message: "m", hint: "h" } as const;

describe("edits", () => {
  it("applies live fields at once and gathers the others", async () => {
    const { app, trainer } = await openTestApp();
    const { edit } = app.store.getState();
    expect(edit({ objective: { beta: 0 }, model: { latent: 8 } })).toBeNull();
    await settle();
    const state = app.store.getState();
    expect(state.config.objective.beta).toBe(0);
    expect(state.config.model.latent).toBe(2);
    expect(state.draft.model.latent).toBe(8);
    expect(state.live).toEqual([{ step: 0, field: "objective.beta", value: 0 }]);
    expect(trainer.calls.filter((call) => call.method === "start")).toHaveLength(1);
  });

  it.each([0, -1, 1e9, Number.NaN, "", "many", null])("refuses a batch of %j", async (batch) => {
    const { app } = await openTestApp();
    const before = app.store.getState();
    const fault = before.edit({ training: { batch } } as never);
    expect(fault?.code).toBe("field-invalid");
    expect(app.store.getState()).toBe(before);
  });

  it("refuses what does not fit the data, with the number", async () => {
    const { app } = await openTestApp();
    const fault = app.store.getState().edit({ training: { batch: 7000 } });
    expect(fault).toMatchObject({ code: "batch-too-large", values: { images: 6000 } });
  });

  it("puts a live field back when the trainer refuses it", async () => {
    const { app, trainer } = await openTestApp();
    trainer.failNext("setLive", memoryFault);
    app.store.getState().edit({ objective: { beta: 9 } });
    expect(app.store.getState().config.objective.beta).toBe(9);
    await settle();
    expect(app.store.getState().config.objective.beta).toBe(1);
    expect(app.store.getState().draft.objective.beta).toBe(1);
    expect(app.store.getState().fault?.code).toBe("memory-too-large");
  });

  it("undoes a dragged slider as one edit, and redoes it", async () => {
    const { app, clock } = await openTestApp();
    const { edit, undo, redo } = app.store.getState();
    for (const beta of [2, 3, 4]) edit({ objective: { beta } });
    clock.ms += 5000;
    edit({ objective: { beta: 8 } });
    const seen: number[] = [];
    for (const move of [undo, undo, redo, redo]) {
      move();
      await settle();
      seen.push(app.store.getState().config.objective.beta);
    }
    expect(seen).toEqual([4, 1, 4, 8]);
    expect(app.store.getState().canRedo).toBe(false);
  });

  it("discards what waits, and can take that back", async () => {
    const { app } = await openTestApp();
    app.store.getState().edit({ model: { latent: 8 } });
    app.store.getState().discard();
    expect(app.store.getState().draft.model.latent).toBe(2);
    app.store.getState().undo();
    await settle();
    expect(app.store.getState().draft.model.latent).toBe(8);
  });
});

describe("runs", () => {
  it("restarts with the draft: the last run is the ghost, the handle fits the new space", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    trainer.advance(100);
    app.store.getState().edit({ model: { latent: 8 } });
    await app.store.getState().restart();
    await settle();
    const state = app.store.getState();
    expect(state).toMatchObject({ phase: "training", live: [] });
    expect(state.config).toEqual(state.draft);
    expect(state.z).toHaveLength(8);
    expect(app.metrics.ghost?.length).toBe(100);
    expect(app.metrics.current.length).toBe(0);
  });

  it("resets to the same seed, or a new one", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    trainer.advance(100);
    app.store.getState().edit({ model: { latent: 8 } });
    await app.store.getState().reset();
    expect(app.store.getState()).toMatchObject({ phase: "ready", fault: null });
    expect(app.store.getState().config.training.seed).toBe(1);
    expect(app.store.getState().draft.model.latent).toBe(8);
    await app.store.getState().reset({ newSeed: true });
    expect(app.store.getState().config.training.seed).toBe(1234);
  });

  it("brings the run back when a reset is undone, and away again when redone", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    trainer.advance(100);
    await app.store.getState().reset();
    app.store.getState().undo();
    await settle();
    expect(app.store.getState()).toMatchObject({ phase: "paused" });
    expect(app.store.getState().progress?.step).toBe(100);
    expect(app.metrics.current.length).toBe(100);
    app.store.getState().redo();
    await settle();
    expect(app.store.getState().progress?.step).toBe(0);
  });

  it("changes nothing when a start is refused", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    trainer.advance(10);
    trainer.failNext("start", memoryFault);
    await app.store.getState().loadPreset("mnist-dense-20");
    const state = app.store.getState();
    expect(state.fault?.code).toBe("memory-too-large");
    expect(state).toMatchObject({ preset: "mnist-dense-2", runId: 1, phase: "training" });
    expect(state.draft).toEqual(state.config);
    expect(state.canUndo).toBe(false);
    expect(app.metrics.current.length).toBe(10);
  });

  it("trains to the end of the plan, then as much again", async () => {
    const { app, trainer } = await openTestApp();
    void app.session.train();
    await settle();
    trainer.advance(1e6);
    expect(app.store.getState().phase).toBe("done");
    expect(app.store.getState().progress?.step).toBe(470);
    void app.session.train();
    await settle();
    expect(app.store.getState().progress?.targetStep).toBe(940);
    await expect(app.session.train({ steps: 1 })).rejects.toMatchObject({ code: "busy" });
  });

  it("does not train by itself once one has gone elsewhere", async () => {
    const { app, trainer } = await openTestApp();
    const { loadPreset, train, go } = app.store.getState();
    const loaded = loadPreset("mnist-dense-20");
    void train();
    go({ mode: "benches" });
    await loaded;
    await settle();
    expect(trainer.calls.map(({ method }) => method)).not.toContain("train");
  });

  it("lets the newest of two starts win", async () => {
    const { app } = await openTestApp();
    const { loadPreset } = app.store.getState();
    await Promise.all([loadPreset("mnist-dense-20"), loadPreset("fashion-dense-10")]);
    expect(app.store.getState()).toMatchObject({ preset: "fashion-dense-10", fault: null });
  });

  it("goes on from the last checkpoint after a crash, without what came after it", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    trainer.advance(30);
    trainer.emit({ type: "restarted", runId: 1, step: 20 });
    expect(app.store.getState()).toMatchObject({ restartedAt: 20, workerRestarts: 1 });
    expect(app.metrics.current.length).toBe(20);
  });

  it("trains on to the same step when the worker crashed meanwhile", async () => {
    const { app, trainer } = await openTestApp();
    trainer.failNext("train", { code: "worker-crashed", message: "m", hint: "h" });
    const done = app.session.train({ steps: 12 });
    await settle();
    trainer.advance(100);
    expect((await done).step).toBe(12);
    expect(app.store.getState().fault).toBeNull();
  });

  it("stays paused when somebody pauses while the worker comes back", async () => {
    const { trainer, gate, release } = gatedTrainer("pause");
    const { app } = await openTestApp({ deps: { trainer: gate } });
    trainer.failNext("train", { code: "worker-crashed", message: "m", hint: "h" });
    const done = app.session.train({ steps: 12 });
    const refused = expect(done).rejects.toMatchObject({ code: "worker-crashed" });
    await settle();
    const paused = app.store.getState().pause();
    await settle();
    release();
    await Promise.all([refused, paused]);
    expect(trainer.calls.filter(({ method }) => method === "train")).toHaveLength(1);
  });

  it("draws a new run's first picture though one of the old run is still asked for", async () => {
    const { gate, release } = gatedTrainer("weights");
    const { app } = await openTestApp({ deps: { trainer: gate } });
    await app.store.getState().reset();
    release();
    await settle();
    expect(app.store.getState().runId).toBe(2);
    expect(app.frames.list()).toHaveLength(1);
  });

  it("replays a link's live changes as the run passes them", async () => {
    const { app, trainer } = await openTestApp({ search: "?live=10:objective.beta:4" });
    await settle();
    trainer.advance(9);
    expect(app.store.getState().config.objective.beta).toBe(1);
    trainer.advance(1);
    expect(app.store.getState().config.objective.beta).toBe(4);
    expect(app.store.getState().draft.objective.beta).toBe(4);
  });
});

it("keeps the address at the experiment on screen", async () => {
  const { app, trainer, searches } = await openTestApp({ search: "?backend=cpu" });
  trainer.advance(5);
  app.store.getState().edit({ objective: { beta: 4 } });
  await settle();
  expect(searches.at(-1)).toBe("?preset=mnist-dense-2&live=5:objective.beta:4&backend=cpu");
});

it("sorts sliders by KL, and turns the axes, when training comes to rest", async () => {
  const { app, trainer } = await openTestApp({ search: "?preset=mnist-dense-20" });
  trainer.advance(5);
  trainer.sendPreview();
  const [kept] = app.frames.list().slice(-1);
  kept?.frame.klPerDimension.set([0, 5, 9]);
  expect(app.store.getState().sliderOrder.slice(0, 3)).toEqual([0, 1, 2]);
  await app.store.getState().pause();
  expect(app.store.getState().sliderOrder.slice(0, 2)).toEqual([2, 1]);
  expect(app.store.getState().axes).toEqual({ kind: "dimensions", dims: [2, 1] });
});
