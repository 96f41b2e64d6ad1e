import { describe, expect, it } from "vitest";
import { createPlayground } from "#/app/automation/playground.ts";
import { presetIds } from "#/core/experiment/config.ts";
import type { Finding } from "#/core/diagnosis/findings.ts";
import { createTestApp, openTestApp, settle } from "#/state/testing/testApp.ts";

/** The API as a script sees it that no compiler has read. */
interface Untyped {
  configure(patch: unknown): Promise<unknown>;
  train(more: unknown): Promise<unknown>;
  encode(images: unknown, options?: unknown): Promise<unknown>;
  decode(z: unknown, options?: unknown): Promise<unknown>;
  images(request: unknown): Promise<unknown>;
  sample(request: unknown): Promise<unknown>;
  latentGrid(request: unknown): Promise<unknown>;
  evaluate(options: unknown): Promise<unknown>;
  probe(request: unknown): Promise<unknown>;
  setWeights(weights: unknown): Promise<unknown>;
  simulate(fault: unknown): Promise<unknown>;
  setEngine(choice: unknown): Promise<unknown>;
  on(event: unknown, listener: () => void): unknown;
}

async function open(search = "?autostart=0") {
  const test = await openTestApp({ search });
  const playground = createPlayground(test.app);
  const untyped: Untyped = playground;
  return { ...test, playground, untyped };
}

describe("the experiment", () => {
  it("is read as a copy", async () => {
    const { playground, app } = await open();
    await playground.ready;
    expect(playground.presets()).toEqual(presetIds);
    expect(playground.presets()).not.toBe(presetIds);
    expect(playground.config()).toEqual(app.store.getState().config);
    expect(playground.config()).not.toBe(app.store.getState().config);
  });

  it("is changed live where it can be, else restarted", async () => {
    const { playground, app } = await open();
    const live = await playground.configure({ objective: { beta: 4 } });
    expect(live).toMatchObject({ restarted: false, config: { objective: { beta: 4 } } });
    const again = await playground.configure({ model: { latent: 3 } });
    expect(again).toMatchObject({ restarted: true, config: { model: { latent: 3 } } });
    expect(again.config.objective.beta).toBe(4);
    const preset = await playground.configure("fashion-dense-10");
    expect(preset).toMatchObject({ restarted: true, config: { data: { set: "fashion" } } });
    expect(app.store.getState().preset).toBe("fashion-dense-10");
  });

  it.each([
    ["nonsense", "unknown-preset"],
    [{ model: { depth: 3 } }, "unknown-field"],
    [{ model: { latent: 0 } }, "field-invalid"],
    [{ data: { set: "imagenet" } }, "unknown-data-set"],
    [{ training: { batch: 7000 } }, "batch-too-large"],
  ])("refuses %j and changes nothing", async (patch, code) => {
    const { untyped, app } = await open();
    const before = app.store.getState();
    await expect(untyped.configure(patch)).rejects.toMatchObject({
      name: "EngineError",
      code,
      hint: expect.any(String) as string,
    });
    expect(app.store.getState()).toBe(before);
  });
});

describe("training", () => {
  it("resolves when so much more is done, with what the page shows", async () => {
    const { playground, trainer, app } = await open();
    const done = playground.train({ steps: 5 });
    await settle();
    expect(app.store.getState().phase).toBe("training");
    await expect(playground.train({ steps: 1 })).rejects.toMatchObject({ code: "busy" });
    trainer.advance(5);
    expect(await done).toMatchObject({ step: 5, engine: "reference" });
    const history = await playground.history();
    expect(history.map((point) => point.step)).toEqual([1, 2, 3, 4, 5]);
    const [first] = history;
    expect(first?.train.total).toBeCloseTo(
      (first?.train.reconstruction ?? 0) + (first?.train.kl ?? 0),
    );
    expect(first?.epoch).toBeCloseTo(128 / 6000);
    expect(first?.loss).toEqual(first?.train);
  });

  it("resolves when paused, and resets", async () => {
    const { playground, trainer, app } = await open();
    const done = playground.train({ epochs: 1 });
    await settle();
    trainer.advance(7);
    await playground.pause();
    expect((await done).step).toBe(7);
    await playground.reset({ newSeed: true });
    expect(playground.config().training.seed).toBe(1234);
    expect(app.store.getState().progress?.step).toBe(0);
  });

  it.each([{ steps: 0 }, { steps: 1.5 }, { epochs: -1 }, { epochs: Number.NaN }, { stps: 3 }, 5])(
    "refuses to train %j",
    async (more) => {
      const { untyped } = await open();
      await expect(untyped.train(more)).rejects.toMatchObject({
        code: expect.stringMatching(/^(field-invalid|unknown-field)$/) as string,
      });
    },
  );
});

describe("the model", () => {
  it("encodes, decodes, reconstructs and samples lists", async () => {
    const { playground } = await open();
    const { pixels, labels } = await playground.images({ split: "test", indices: [3, 4] });
    expect(labels).toEqual([3, 4]);
    const posteriors = await playground.encode(pixels);
    expect(posteriors.map((p) => p.mean.length)).toEqual([2, 2]);
    expect(await playground.decode([[0, 0], Float32Array.of(1, 1)])).toHaveLength(2);
    expect(await playground.decode([])).toEqual([]);
    expect(await playground.reconstruct(pixels, { sampled: true, seed: 3 })).toHaveLength(2);
    const draw = { count: 3, from: "prior", seed: 5 } as const;
    expect(await playground.sample(draw)).toEqual(await playground.sample(draw));
  });

  it("lays its grid out as images are read: the second dimension grows downwards", async () => {
    const { playground } = await open("?preset=mnist-dense-20&autostart=0");
    const { z, images } = await playground.latentGrid({ n: 3, p: 0.05, dims: [2, 5] });
    expect(images).toHaveLength(9);
    const corner = 1.6448536269514722;
    expect(z[0]?.[2]).toBeCloseTo(-corner, 5);
    expect(z[0]?.[5]).toBeCloseTo(-corner, 5);
    expect(z[4]?.every((value) => value === 0)).toBe(true);
    expect(z[8]?.[2]).toBeCloseTo(corner, 5);
  });

  it("refuses what does not fit, before the trainer sees it", async () => {
    const { untyped, trainer } = await open();
    const refused = (task: Promise<unknown>, code: string) =>
      expect(task).rejects.toMatchObject({ code });
    const asked = trainer.calls.length;
    await refused(untyped.encode([new Float32Array(3)]), "images-invalid");
    await refused(untyped.encode([new Float32Array(64).fill(2)]), "images-invalid");
    await refused(untyped.decode([[0, Number.NaN]]), "field-invalid");
    await refused(untyped.decode([[0]]), "field-invalid");
    await refused(untyped.decode([[0, 0]], { label: 3 }), "field-invalid");
    await refused(untyped.encode([], { labels: [1] }), "field-invalid");
    await refused(untyped.images({ split: "test", indices: [1000] }), "field-invalid");
    await refused(untyped.sample({ count: 1, from: "posterior" }), "field-invalid");
    await refused(untyped.sample({ count: 1, from: "prior", label: 3 }), "field-invalid");
    await refused(untyped.latentGrid({ n: 2, label: 3 }), "field-invalid");
    await refused(untyped.latentGrid({ n: 2, dims: [0, 2] }), "field-invalid");
    await refused(untyped.evaluate({ iwae: { samples: 0 } }), "field-invalid");
    await refused(untyped.evaluate({ iwae: { k: 5 } }), "unknown-field");
    await refused(untyped.probe({ images: [], epsilon: [] }), "field-invalid");
    await refused(untyped.setWeights({ a: 1 }), "field-invalid");
    await refused(untyped.simulate("flood"), "field-invalid");
    expect(() => untyped.on("surprise", () => undefined)).toThrow();
    expect(trainer.calls.length).toBe(asked);
  });

  it("evaluates, probes, steps and reports", async () => {
    const { playground } = await open();
    const evaluation = await playground.evaluate({ limit: 100 });
    expect(evaluation).toMatchObject({
      ...{ images: 100, complete: true, iwae: null, gaussian: null },
      ...{ bitsPerDimension: null, bitsPerDimensionReason: "grey-pixels" },
    });
    const bound = await playground.evaluate({ iwae: { samples: 50 } });
    expect(bound.iwae).toMatchObject({ samples: 50, images: 500 });
    const batch = { images: [new Float32Array(64)], epsilon: Float32Array.of(0, 0) };
    const probe = await playground.probe(batch);
    expect(probe.klPerDimension).toHaveLength(2);
    expect(probe.perImage.total).toBeGreaterThan(0);
    expect((await playground.applyStep(batch)).step).toBe(1);
    await playground.setWeights(await playground.weights());
    expect(await playground.diagnostics()).toMatchObject({ backend: "wasm" });
    expect(await playground.dataset()).toMatchObject({ id: "mnist", shape: [8, 8, 1] });
  });
});

describe("a conditional model", () => {
  const conditional = () => open("?preset=mnist-cvae-20&autostart=0");

  it("encodes, decodes, rebuilds and samples for the classes it is told", async () => {
    const { playground, trainer } = await conditional();
    const { pixels } = await playground.images({ split: "test", indices: [3, 4] });
    const labels = [3, 4];
    expect(await playground.encode(pixels, { labels })).toHaveLength(2);
    expect(await playground.reconstruct(pixels, { labels })).toHaveLength(2);
    const z = new Array<number>(20).fill(0);
    expect(await playground.decode([z], { label: 7 })).toHaveLength(1);
    expect(trainer.calls.at(-1)?.params).toMatchObject({ labels: Uint8Array.of(7) });
    for (const from of ["prior", "noise-image"] as const) {
      expect(await playground.sample({ count: 2, from, label: 5 })).toHaveLength(2);
    }
    expect((await playground.latentGrid({ n: 2, label: 9 })).images).toHaveLength(4);
    const batch = { images: pixels, epsilon: new Float32Array(40), labels };
    await playground.probe(batch);
    expect(trainer.calls.at(-1)?.params).toMatchObject({ labels: Uint8Array.of(3, 4) });
    expect((await playground.applyStep(batch)).step).toBe(1);
  });

  it("must be told them, and knows those of its data alone", async () => {
    const { untyped } = await conditional();
    const refused = async (task: Promise<unknown>, field: string) => {
      await expect(task).rejects.toMatchObject({ code: "field-invalid", values: { field } });
    };
    const images = [new Float32Array(64)];
    await refused(untyped.encode(images), "encode.labels");
    await refused(untyped.encode(images, { labels: [1, 2] }), "encode.labels");
    await refused(untyped.encode(images, { labels: [10] }), "encode.labels");
    await refused(untyped.decode([new Array<number>(20).fill(0)]), "decode.label");
    await refused(untyped.sample({ count: 1, from: "prior" }), "sample.label");
    await refused(untyped.latentGrid({ n: 1 }), "latentGrid.label");
    await refused(untyped.probe({ images, epsilon: new Float32Array(20) }), "labels");
  });
});

it("samples by way of the encoder: noise as it is, unclipped", async () => {
  const { playground, trainer } = await open();
  const draw = { count: 3, from: "noise-image", seed: 5 } as const;
  const once = await playground.sample(draw);
  expect(await playground.sample(draw)).toEqual(once);
  const asked = trainer.calls.find(({ method }) => method === "encode")?.params;
  expect(asked).toMatchObject({ count: 3, asIs: true });
  const { images } = asked as { images: Float32Array };
  expect(images).toHaveLength(3 * 64);
  expect(Math.min(...images)).toBeLessThan(-1);
  expect(Math.max(...images)).toBeGreaterThan(1);
});

it("gives the network's own output where it is asked for", async () => {
  const { playground, trainer } = await open();
  await playground.decode([[0, 0]], { raw: true });
  expect(trainer.calls.at(-1)?.params).toMatchObject({ raw: true });
});

it("tells a diagnosis as it comes and goes", async () => {
  const { playground, app } = await open();
  const heard: unknown[] = [];
  const stop = playground.on("diagnosis", (finding) => heard.push(finding));
  const finding: Finding = {
    ...{ id: "collapsed", severity: "wrong", values: {} },
    ...{ cause: null, cure: null, field: null },
  };
  app.store.setState({ diagnosis: finding });
  app.store.setState({ diagnosis: null });
  stop();
  app.store.setState({ diagnosis: finding });
  expect(heard).toEqual([finding, null]);
});

it("chooses the training step, and says what came of it", async () => {
  const { playground, app, untyped } = await open();
  expect(await playground.setEngine("reference")).toEqual({
    kind: "reference",
    reason: "asked-for",
    words: "",
  });
  expect(app.store.getState().engineChoice).toBe("reference");
  expect(await playground.diagnostics()).toMatchObject({
    engine: "reference",
    engineReason: "asked-for",
  });
  await expect(untyped.setEngine("fastest")).rejects.toMatchObject({ code: "field-invalid" });
});

it("answers diagnostics, like every call, once a start under way is done", async () => {
  const { app } = createTestApp();
  const playground = createPlayground(app);
  void app.boot();
  await playground.ready;
  expect(await playground.diagnostics()).toMatchObject({ backend: "wasm" });
});

it("tells each recorded step once, ends and faults, until told to stop", async () => {
  const { playground, trainer, app } = await open();
  const heard: unknown[] = [];
  const stops = (["metrics", "ended", "error"] as const).map((event) =>
    playground.on(event, (e) => heard.push([event, e])),
  );
  const done = playground.train({ steps: 4 });
  await settle();
  trainer.advance(3);
  trainer.advance(1);
  await done;
  app.store.setState({ fault: { code: "busy", message: "m", hint: "h" } });
  for (const stop of stops) stop();
  app.store.setState({ fault: { code: "offline", message: "m", hint: "h" } });
  expect(heard).toMatchObject([
    ["metrics", [{ step: 1 }, { step: 2 }, { step: 3 }]],
    ["metrics", [{ step: 4 }]],
    ["ended", { step: 4 }],
    ["error", { code: "busy" }],
  ]);
});
