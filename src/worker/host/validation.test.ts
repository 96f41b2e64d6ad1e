/** Validation and early stopping as the page meets them: the whole host over a port. */
import { describe, expect, it } from "vitest";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";

type Training = NonNullable<ExperimentPatch["training"]>;

/** Three steps an epoch. */
const validating = (training: Training = {}) =>
  tinyConfig({ training: { validation: "epoch", epochs: 20, ...training } });

/** β rises at step 6, and the loss with it. */
const worsening = (training: Training) => ({
  config: validating(training),
  live: [{ step: 6, field: "objective.beta", value: 20 }] as const,
});

const validations = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === "metrics" ? event.batch.validation : []));

const last = (host: TestHost) =>
  host.events.findLast((event) => event.type === "progress")?.progress;

describe("validation", () => {
  it("gives the best weights away and keeps them", async () => {
    const host = await testHost();
    await host.start({ config: validating({ patience: 9, restoreBest: true }) });
    await host.caller.request("train", { epochs: 1 });
    const first = await host.caller.request("checkpoint", null);
    await host.caller.request("train", { epochs: 1 });
    const second = await host.caller.request("checkpoint", null);
    expect(first.best?.step).toBe(3);
    expect(Object.values(second.best?.weights ?? {})[0]?.values.length).toBeGreaterThan(0);
  });

  it("scores the test images after every epoch, in the training convention", async () => {
    const host = await testHost();
    await host.start({ config: validating() });
    await host.caller.request("train", { epochs: 3 });
    const found = validations(host.events);
    expect(found.map(({ step }) => step)).toEqual([3, 6, 9]);
    for (const { loss, perImage } of found) {
      expect(loss.total).toBeCloseTo(loss.reconstruction + loss.kl, 8);
      expect(loss).toEqual(perImage);
    }
    expect(last(host)).toMatchObject({ phase: "paused", stoppedEarly: false });
    expect(last(host)?.validation?.best).toBe(Math.min(...found.map(({ loss }) => loss.total)));
  });

  it("writes the loss as the system does", async () => {
    const host = await testHost();
    const objective = {
      reconstructionReduction: "mean",
      klReduction: "sum",
      klHalf: false,
      freeBits: 3,
      beta: 2,
    } as const;
    await host.start({ config: tinyConfig({ training: { validation: "epoch" }, objective }) });
    await host.caller.request("train", { epochs: 1 });
    const [{ loss, perImage } = { loss: null, perImage: null }] = validations(host.events);
    // Four pixels; two dimensions that are given three nats each, twice over.
    expect(loss?.reconstruction).toBeCloseTo((perImage?.reconstruction ?? 0) / 4, 8);
    expect(loss?.kl).toBeCloseTo(2 * 6, 8);
    expect(perImage?.kl).toBeLessThan(1);
    expect(perImage?.total).toBeCloseTo(
      (perImage?.reconstruction ?? 0) + 2 * 2 * 4 * (perImage?.kl ?? 0),
      6,
    );
  });

  it("moves no step, and is the same for a run in parts", async () => {
    const plain = await testHost();
    await plain.start({ config: tinyConfig() });
    await plain.caller.request("train", { steps: 15 });
    const whole = await testHost();
    await whole.start({ config: validating() });
    await whole.caller.request("train", { steps: 15 });
    expect(whole.curve()).toEqual(plain.curve());

    const first = await testHost();
    await first.start({ config: validating() });
    await first.caller.request("train", { steps: 6 });
    const checkpoint = await first.caller.request("checkpoint", null);
    const second = await testHost();
    await second.start({ config: validating(), checkpoint });
    await second.caller.request("train", { steps: 9 });
    expect([...validations(first.events), ...validations(second.events)]).toEqual(
      validations(whole.events),
    );
    expect(last(second)?.validation).toEqual(last(whole)?.validation);
  });

  it("is made up for when it was stopped half way", async () => {
    const stop: { host: TestHost | null } = { host: null };
    let scored = 0;
    const host = await testHost({
      onJob: (name) => {
        if (name === "score" && ++scored === 1) void stop.host?.caller.request("pause", null);
      },
    });
    stop.host = host;
    await host.start({ config: validating() });
    await host.caller.request("train", { steps: 9 });
    if (last(host)?.step === 3) await host.caller.request("train", { steps: 6 });
    const whole = await testHost();
    await whole.start({ config: validating() });
    await whole.caller.request("train", { steps: 9 });
    expect(validations(host.events)).toEqual(validations(whole.events));
  });

  it("waits for test images that are late, and goes without those that failed", async () => {
    const host = await testHost();
    host.server.answer(4, () => new Response(null, { status: 404 }));
    await host.start({ config: validating() });
    await host.caller.request("train", { epochs: 2 });
    expect(validations(host.events)).toHaveLength(2);
  });
});

describe("patience", () => {
  it("ends training after so many validations without a better one", async () => {
    const host = await testHost();
    await host.start(worsening({ patience: 2, restoreBest: false }));
    const summary = await host.caller.request("train", { epochs: 20 });
    const found = validations(host.events);
    const best = found.reduce((a, b) => (b.loss.total < a.loss.total ? b : a));
    expect(summary.step).toBe(best.step + 6);
    expect(last(host)).toMatchObject({
      ...{ phase: "done", stoppedEarly: true },
      validation: { bestStep: best.step, waited: 2 },
    });
    // It stays with the last weights.
    const plain = await testHost();
    const { live } = worsening({});
    await plain.start({ config: tinyConfig(), live });
    await plain.caller.request("train", { steps: summary.step });
    expect(await host.caller.request("weights", null)).toEqual(
      await plain.caller.request("weights", null),
    );
  });

  it("puts the best weights back when asked to, from a checkpoint too", async () => {
    const start = worsening({ patience: 2, restoreBest: true });
    const whole = await testHost();
    await whole.start(start);
    const { step } = await whole.caller.request("train", { epochs: 20 });
    const bestStep = last(whole)?.validation?.bestStep ?? 0;
    const plain = await testHost();
    await plain.start({ config: tinyConfig(), live: start.live });
    await plain.caller.request("train", { steps: bestStep });
    const best = await plain.caller.request("weights", null);
    expect(await whole.caller.request("weights", null)).toEqual(best);

    const first = await testHost();
    await first.start(start);
    await first.caller.request("train", { steps: step - 2 });
    const checkpoint = await first.caller.request("checkpoint", null);
    expect(checkpoint).toMatchObject({ version: 2, best: { step: bestStep } });
    const second = await testHost();
    await second.start({ ...start, checkpoint });
    expect(await second.caller.request("train", { epochs: 20 })).toMatchObject({ step });
    expect(await second.caller.request("weights", null)).toEqual(best);
    const done = await second.caller.request("checkpoint", null);
    const third = await testHost();
    const { progress } = await third.start({ ...start, checkpoint: done });
    expect(progress).toMatchObject({ phase: "done", stoppedEarly: true, step });
  });
});

it("is remembered when a loss breaks later, and forgotten where it is taken back", async () => {
  for (const what of ["loss", "weights"] as const) {
    const host = await testHost({
      build: (vae, state) =>
        plainEngine(vae, state, { breaks: { step: what === "loss" ? 13 : 12, what } }),
    });
    await host.start({ config: validating() });
    await expect(host.caller.request("train", { epochs: 9 })).rejects.toThrow();
    const { step, validation } = last(host) ?? {};
    const sound = await testHost();
    await sound.start({ config: validating() });
    await sound.caller.request("train", { steps: step ?? 0 });
    expect(step).toBe(what === "loss" ? 12 : 11);
    expect(validation).toEqual(last(sound)?.validation);
  }
});

it("scores again where a device was lost before the score was noted", async () => {
  const whole = await testHost({ unhurried: true });
  await whole.start({ config: validating() });
  await whole.caller.request("train", { epochs: 1 });
  let scored = 0;
  const host: TestHost = await testHost({
    unhurried: true,
    onJob(name) {
      // Just after the only piece, before what it came to has its turn.
      if (name === "score" && ++scored === 1) setTimeout(() => host.rooms[0]?.lose(), 0);
    },
  });
  await host.start({ config: validating() });
  await host.caller.request("train", { epochs: 1 });
  expect(host.rooms).toHaveLength(2);
  expect(scored).toBe(2);
  expect(validations(host.events)).toEqual(validations(whole.events));
  expect(last(host)?.validation).toEqual(last(whole)?.validation);
});
