import { describe, expect, it } from "vitest";
import { createMemoryStore } from "#/state/testing/memoryStore.ts";
import { createTestApp, openTestApp, settle } from "#/state/testing/testApp.ts";

describe("opening", () => {
  it("trains the first preset at once on a first visit", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    expect(app.store.getState()).toMatchObject({ preset: "mnist-dense-2", phase: "training" });
    trainer.advance(10);
    expect(app.metrics.current.length).toBe(10);
    expect(app.store.getState().progress?.step).toBe(10);
  });

  it("sets the handle out before the model is there, and lets go of that once it trains", async () => {
    const { app } = createTestApp({ search: "" });
    const seen: boolean[] = [];
    app.store.subscribe((state) => seen.push(state.startsItself && state.progress === null));
    await app.boot();
    await settle();
    expect(seen).toContain(true);
    expect(app.store.getState()).toMatchObject({ phase: "training", startsItself: false });
  });

  it.each(["?autostart=0"])("waits when told to: %s", async (search) => {
    const { app } = await openTestApp({ search });
    expect(app.store.getState().phase).toBe("ready");
    expect(app.frames.list().map((kept) => kept.frame.step)).toEqual([0]);
  });

  it("waits for readers who prefer less motion", async () => {
    const { app } = await openTestApp({ search: "", deps: { reducedMotion: true } });
    expect(app.store.getState().phase).toBe("ready");
  });

  it("takes a link, and says what of it was left out", async () => {
    const { app } = await openTestApp({
      search: "?preset=nonsense&objective.beta=4&training.batch=-1&autostart=0",
    });
    const { config, fault, preset } = app.store.getState();
    expect(preset).toBe("mnist-dense-2");
    expect(config.objective.beta).toBe(4);
    expect(fault?.code).toBe("url-invalid");
    expect(fault?.message).toContain("preset=nonsense");
    expect(fault?.message).toContain("training.batch=-1");
  });

  it("falls back to the preset when a link does not fit its data", async () => {
    const { app } = await openTestApp({ search: "?training.batch=9000&autostart=0" });
    expect(app.store.getState().fault?.code).toBe("batch-too-large");
    expect(app.store.getState().config.training.batch).toBe(128);
  });

  it("fails in a sentence and opens on the second try", async () => {
    const { app, trainer } = createTestApp();
    trainer.failNext("initialise", { code: "backend-unavailable", message: "m", hint: "h" });
    await app.boot();
    expect(app.store.getState()).toMatchObject({ phase: "failed", runId: 0 });
    await expect(app.ready).rejects.toMatchObject({ code: "backend-unavailable" });
    await app.store.getState().retryData();
    expect(app.store.getState().phase).toBe("ready");
  });
});

describe("returning", () => {
  it("brings settings, weights and curves back, paused", async () => {
    const storage = createMemoryStore();
    const first = await openTestApp({ search: "", storage });
    first.trainer.advance(300);
    first.app.store.getState().edit({ objective: { beta: 4 } });
    first.app.store.getState().edit({ model: { latent: 3 } });
    await first.app.store.getState().pause();
    await settle();
    const address = first.searches.at(-1) ?? "";
    expect(address).toContain("live=300:objective.beta:4");

    for (const search of ["", address]) {
      const { app, trainer } = await openTestApp({ search, storage });
      const state = app.store.getState();
      expect(state.phase).toBe("paused");
      expect(state.progress?.step).toBe(300);
      expect(state.config.objective.beta).toBe(4);
      expect(state.draft.model.latent).toBe(3);
      expect(app.metrics.current.length).toBe(300);
      expect(trainer.calls.some((call) => call.method === "train")).toBe(false);
    }
  });

  it("stores a checkpoint once the curves have reached it, and no further", async () => {
    const { app, trainer, storage } = await openTestApp({ search: "" });
    trainer.advance(5);
    const checkpoint = await trainer.request("checkpoint", null);
    trainer.emit({ type: "checkpoint", runId: 1, checkpoint: { ...checkpoint, step: 7 } });
    await settle();
    expect(storage.entries.has("run")).toBe(false);
    trainer.advance(5);
    await settle();
    expect(storage.entries.get("run")).toMatchObject({ checkpoint: { step: 7 } });
    expect(storage.entries.get("run")).toHaveProperty("metrics.steps.length", 7);
    expect(app.metrics.current.length).toBe(10);
  });

  it("lets a link win over what was stored", async () => {
    const storage = createMemoryStore();
    await openTestApp({ search: "", storage });
    const { app } = await openTestApp({ search: "?preset=mnist-dense-20&autostart=0", storage });
    expect(app.store.getState().preset).toBe("mnist-dense-20");
    expect(app.store.getState().progress?.step).toBe(0);
  });

  it("keeps the settings when the stored run cannot be read", async () => {
    const storage = createMemoryStore();
    const first = await openTestApp({ search: "?seed=7", storage });
    first.trainer.advance(5);
    await first.app.store.getState().pause();
    await settle();
    storage.entries.set("run", { version: 99 });
    const { app } = await openTestApp({ search: "", storage });
    const { fault, progress, config } = app.store.getState();
    expect(fault?.code).toBe("checkpoint-invalid");
    expect(progress?.step).toBe(0);
    expect(config.training.seed).toBe(7);
  });

  it("keeps a run whose curves hold a test loss that was no number", async () => {
    const storage = createMemoryStore();
    const first = await openTestApp({ search: "", storage });
    first.trainer.advance(5);
    const terms = { total: Number.NaN, reconstruction: Infinity, kl: Number.NaN };
    const empty = () => new Float32Array();
    const batch = {
      steps: new Uint32Array(),
      imagesSeen: new Float64Array(),
      reconstruction: empty(),
      kl: empty(),
      total: empty(),
      lossReconstruction: empty(),
      lossKl: empty(),
      lossTotal: empty(),
      beta: empty(),
      learningRate: empty(),
      test: [{ step: 3, terms }],
      validation: [{ step: 5, loss: terms, perImage: terms }],
    };
    first.trainer.emit({ type: "metrics", runId: 1, batch });
    await first.app.store.getState().pause();
    await settle();
    const { app } = await openTestApp({ search: "", storage });
    expect(app.store.getState()).toMatchObject({ fault: null, progress: { step: 5 } });
  });

  it("works without storage and says so once", async () => {
    const storage = createMemoryStore();
    storage.denied = true;
    const { app, trainer } = await openTestApp({ search: "", storage });
    expect(app.store.getState().fault?.code).toBe("storage-denied");
    app.store.getState().dismissFault();
    trainer.advance(10);
    await app.store.getState().pause();
    await settle();
    expect(app.store.getState()).toMatchObject({ fault: null, phase: "paused" });
  });

  it("starts fresh, and takes that back", async () => {
    const { app, trainer, storage } = await openTestApp({ search: "?seed=7" });
    trainer.advance(50);
    await app.store.getState().startFresh();
    expect(app.store.getState().config.training.seed).toBe(1);
    await settle();
    expect(storage.entries.has("run")).toBe(false);
    app.store.getState().undo();
    await settle();
    expect(app.store.getState().config.training.seed).toBe(7);
    expect(app.store.getState().progress?.step).toBe(50);
  });
});
