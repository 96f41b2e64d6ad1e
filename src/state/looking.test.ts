import { describe, expect, it } from "vitest";
import { openTestApp, settle, type TestApp } from "#/state/testing/testApp.ts";
import type { Method } from "#/worker/protocol/messages.ts";

const count = ({ trainer }: TestApp, method: Method) =>
  trainer.calls.filter((call) => call.method === method).length;

describe("previews", () => {
  it("gives the next credit once the last frame is drawn, none while hidden", async () => {
    const draws: (() => void)[] = [];
    const test = await openTestApp({
      search: "",
      deps: { afterDraw: (task) => void draws.push(task) },
    });
    const { app, trainer } = test;
    trainer.advance(1);
    expect(trainer.sendPreview()).toBe(true);
    expect(trainer.sendPreview()).toBe(false);
    app.store.setState({ resting: true });
    draws.shift()?.();
    expect(trainer.sendPreview()).toBe(false);
    app.store.setState({ resting: false });
    expect(trainer.sendPreview()).toBe(true);
    expect(app.frames.shown()?.step).toBe(1);
  });

  it("asks for a picture itself while paused, latest-wins, and keeps the points", async () => {
    const test = await openTestApp();
    const { app } = test;
    const asked = count(test, "preview");
    for (const n of [5, 6, 7, 8]) app.store.getState().setGridSize(n);
    await settle();
    expect(app.frames.shown()?.sheet.spec.n).toBe(8);
    expect(app.frames.shown()?.points.indices.length).toBe(1000);
    expect(count(test, "preview") - asked).toBeLessThanOrEqual(2);
    expect(app.frames.list()).toHaveLength(1);
  });

  it("does not ask again when the handle moves within the plane", async () => {
    const test = await openTestApp({ search: "?preset=mnist-dense-20&autostart=0" });
    const { app } = test;
    const asked = count(test, "setPreview");
    app.store.getState().movePlane([1, -1], "hand");
    await settle();
    expect(count(test, "setPreview")).toBe(asked);
    app.store.getState().setDimension(7, 2);
    await settle();
    expect(count(test, "setPreview")).toBe(asked + 1);
    expect(app.frames.shown()?.sheet.spec.at[7]).toBe(2);
  });

  it("shows the model after every single step", async () => {
    const { app, trainer } = await openTestApp();
    for (const step of [1, 2, 3, 4]) {
      const trained = app.store.getState().train({ steps: 1 });
      await settle();
      trainer.advance(1);
      await trained;
      await settle();
      expect(app.frames.shown()?.step).toBe(step);
      expect(app.frames.shown()?.points.indices.length).toBe(1000);
    }
  });

  it("keeps the weights of the picture at rest", async () => {
    const { app } = await openTestApp();
    expect(app.frames.list().map((kept) => kept.hasWeights)).toEqual([true]);
  });
});

describe("the image at the handle", () => {
  it("follows the handle and the training", async () => {
    const { app, trainer } = await openTestApp({ search: "" });
    app.store.getState().movePlane([1, 0.5], "hand");
    await settle();
    expect(app.decoder.current).toMatchObject({ z: [1, 0.5], step: 0 });
    trainer.advance(40);
    trainer.sendPreview();
    await settle();
    expect(app.decoder.current).toMatchObject({ z: [1, 0.5], step: 40, stale: false });
    expect(app.decoder.current.pixels).toHaveLength(64);
  });

  it("decodes with one request at a time", async () => {
    const test = await openTestApp();
    const before = count(test, "decode");
    for (let i = 0; i < 50; i++) test.app.store.getState().movePlane([i / 50, 0], "hand");
    await settle();
    expect(count(test, "decode") - before).toBe(2);
    expect(test.app.decoder.current.z).toEqual([49 / 50, 0]);
  });

  it("keeps the last picture when a decode fails", async () => {
    const { app, trainer } = await openTestApp();
    const { pixels } = app.decoder.current;
    trainer.failNext("decode", { code: "device-lost", message: "m", hint: "h" });
    app.store.getState().movePlane([1, 1], "hand");
    await settle();
    expect(app.decoder.current.pixels).toBe(pixels);
  });
});

describe("looking back", () => {
  async function trained(): Promise<TestApp> {
    const test = await openTestApp();
    void test.app.session.train();
    await settle();
    for (const steps of [1, 1, 2, 4, 8]) {
      test.trainer.advance(steps);
      test.trainer.sendPreview();
    }
    await settle();
    return test;
  }

  it("scrubs to a frame and back to live while training goes on", async () => {
    const { app, trainer } = await trained();
    expect(app.frames.list().map((kept) => kept.frame.step)).toEqual([0, 1, 2, 4, 8, 16]);
    app.store.getState().scrubToStep(5);
    expect(app.store.getState().scrubbed).toBe(3);
    trainer.advance(16);
    trainer.sendPreview();
    expect(app.frames.shown()?.step).toBe(4);
    app.store.getState().scrubTo(app.frames.list().length - 1);
    expect(app.store.getState().scrubbed).toBeNull();
    expect(app.frames.shown()?.step).toBe(32);
  });

  it("decodes with the nearest weights that were kept", async () => {
    const { app } = await trained();
    app.store.getState().scrubTo(1);
    await settle();
    expect(app.decoder.current.pixels).not.toBeNull();
    // Step 0 stood still, so its weights were fetched.
    expect(app.decoder.current.step).toBe(0);
    app.frames.list().forEach((kept) => {
      expect(kept.hasWeights).toBe(kept.frame.step === 0);
    });
  });
});

describe("the class in hand", () => {
  it("is one of the data set's, and goes with the images", async () => {
    const { app } = await openTestApp({ search: "?preset=mnist-cvae-20&autostart=0" });
    const { setLabel } = app.store.getState();
    setLabel(7);
    for (const none of [10, -1, 0.5, Number.NaN]) setLabel(none);
    expect(app.store.getState().label).toBe(7);
    await app.session.reset();
    expect(app.store.getState().label).toBe(7);
    await app.session.loadPreset("fashion-dense-20", { train: false });
    expect(app.store.getState().label).toBe(0);
  });

  it("is looked back with too", async () => {
    const { app, trainer } = await openTestApp({ search: "?preset=mnist-cvae-20&autostart=0" });
    void app.session.train();
    await settle();
    for (const steps of [1, 1]) {
      trainer.advance(steps);
      trainer.sendPreview();
    }
    await settle();
    app.store.getState().scrubTo(0);
    app.store.getState().setLabel(4);
    await settle();
    expect(app.decoder.current).toMatchObject({ label: 4, step: 0 });
  });
});

describe("the point in hand", () => {
  it("tours until it is touched", async () => {
    const { app } = await openTestApp();
    const { setZ, resetZ } = app.store.getState();
    setZ([1, 1], "tour");
    expect(app.store.getState()).toMatchObject({ z: [1, 1], touched: false });
    resetZ();
    setZ([1, 1], "tour");
    expect(app.store.getState()).toMatchObject({ z: [0, 0], touched: true });
  });

  it("refuses numbers that are none", async () => {
    const { app } = await openTestApp();
    app.store.getState().setDimension(0, Number.NaN);
    expect(app.store.getState().z).toEqual([0, 0]);
  });

  it("draws z from the seed: the same draws in every visit", async () => {
    const [one, two] = await Promise.all([openTestApp(), openTestApp()]);
    one.app.store.getState().drawZ();
    two.app.store.getState().drawZ();
    expect(one.app.store.getState().z).toEqual(two.app.store.getState().z);
    one.app.store.getState().drawZ();
    expect(one.app.store.getState().z).not.toEqual(two.app.store.getState().z);
  });

  it("keeps eight pins, newest last", async () => {
    const { app } = await openTestApp();
    for (let i = 0; i < 10; i++) {
      app.store.getState().movePlane([i, 0], "hand");
      app.store.getState().pinHere();
    }
    expect(app.store.getState().pins.map(([first]) => first)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    app.store.getState().unpin(0);
    expect(app.store.getState().pins).toHaveLength(7);
  });
});

describe("questions about images", () => {
  it("remembers a card until the next frame", async () => {
    const test = await openTestApp();
    const first = await test.app.inspector.point(3);
    expect(await test.app.inspector.point(3)).toBe(first);
    expect(first).toMatchObject({ testIndex: 3, label: 3 });
    expect(count(test, "score")).toBe(1);
  });

  it("draws from a posterior by number: the same draw is the same", async () => {
    const { app } = await openTestApp();
    const details = await app.inspector.point(3);
    const one = await app.inspector.drawPosterior(details, 2, 0);
    const again = await app.inspector.drawPosterior(details, 2, 0);
    const other = await app.inspector.drawPosterior(details, 2, 1);
    expect(again.z).toEqual(one.z);
    expect(other.z).not.toEqual(one.z);
    expect(one.images).toHaveLength(2 * 64);
  });

  it("has the ten images of the strip, and how sure the model is of them", async () => {
    const { app } = await openTestApp();
    const { indices, labels, pixels } = await app.inspector.stripOriginals();
    expect([...labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(pixels).toHaveLength(640);
    expect(await app.inspector.posteriorSpread([...indices], 4, "own")).toHaveLength(640);
  });

  it("encodes images with their own class, and decodes for another on request", async () => {
    const test = await openTestApp({ search: "?preset=mnist-cvae-20&autostart=0" });
    const { inspector } = test.app;
    const of = { split: "test", indices: [3, 4] } as const;
    await inspector.reconstruct(of, { sampled: false, as: "own" });
    const last = (method: Method) => test.trainer.calls.filter((c) => c.method === method).at(-1);
    expect(last("score")?.params).toMatchObject({ labels: Uint8Array.of(3, 4) });
    await inspector.reconstruct(of, { sampled: true, as: { label: 8 } });
    expect(last("encode")?.params).toMatchObject({ labels: Uint8Array.of(3, 4), asIs: false });
    expect(last("decode")?.params).toMatchObject({ labels: Uint8Array.of(8, 8) });
    const details = await inspector.point(5);
    await inspector.drawPosterior(details, 2, 0);
    expect(last("decode")?.params).toMatchObject({ labels: Uint8Array.of(5, 5) });
  });

  it("has nothing to draw from an autoencoder: z is μ", async () => {
    const { app } = await openTestApp({ search: "?preset=fashion-ae-20&autostart=0" });
    const details = await app.inspector.point(3);
    const { z } = await app.inspector.drawPosterior(details, 1, 0);
    expect(z).toEqual(details.mean);
  });

  it("samples by way of noise: the same for the same seed", async () => {
    const { app } = await openTestApp();
    const once = await app.inspector.noiseSamples(3);
    expect(await app.inspector.noiseSamples(3)).toEqual(once);
    expect((await app.inspector.noiseSamples(4)).z).not.toEqual(once.z);
    expect(once.images).toHaveLength(100 * 64);
  });

  it("can be stopped", async () => {
    const { app } = await openTestApp();
    const stop = AbortSignal.abort();
    await expect(app.inspector.point(3, stop)).rejects.toMatchObject({ code: "cancelled" });
  });
});
