/**
 * What the lessons promise, on the real engine and real digits: what a chapter's goals ask of a model,
 * and how the lanes of a chapter differ, shows well before the steps it tells people to train.
 */
import { expect, it } from "vitest";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { noDeeds, type Chapter, type LaneFacts } from "#/core/lesson.ts";
import { autoencoder } from "#/core/lessons/autoencoder.ts";
import { beta } from "#/core/lessons/beta.ts";
import { fewEpochs } from "#/core/lessons/small.ts";
import { createDigitServer } from "#/data/testing/digits.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { testHost } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

/** Two epochs; the chapters ask for five. */
const steps = 94;

type LessonLane = Chapter["lanes"][number];

function configOf({ preset, patch }: LessonLane) {
  const config = applyPatch(presetConfig(preset), patch);
  if (!config.ok) throw new Error(config.error.message);
  return config.value;
}

/** Facts of the lanes after so many steps of each. */
async function train(lessonLanes: readonly LessonLane[]) {
  await startNodeBackend("wasm");
  const host = await testHost({
    server: await createDigitServer(),
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });
  const lanes = lessonLanes.map((lane, number) => ({
    config: configOf(lane),
    lane: host.lane(number),
  }));
  for (const { config, lane } of lanes) {
    await lane.start({ config, preview: testPreview(config.model.latent) });
  }
  await Promise.all(lanes.map(({ lane }) => lane.caller.request("train", { steps })));
  const facts = [];
  for (const { config, lane } of lanes) {
    const { test, meanVariance } = await lane.caller.request("preview", { points: 500 });
    facts.push({
      ...{ running: false, step: steps, epoch: steps / 47, latent: config.model.latent },
      beta: config.objective.beta,
      ...{ reconstruction: test.reconstruction, kl: test.kl },
      activeUnits: meanVariance.filter((variance) => variance > 0.01).length,
    } satisfies LaneFacts);
  }
  for (const engine of host.engines) engine[Symbol.dispose]();
  return facts;
}

/** The autoencoder of chapter 1, then the three of chapter 5, whose middle one is chapter 1's VAE. */
const [ae, low, one, high] = await train([autoencoder.lanes[0], ...beta.lanes]);
if (!ae || !low || !one || !high) throw new Error("four lanes were trained");

it("chapter 1: both have learnt, and the KL term is above its goal", () => {
  expect(steps).toBeLessThan(fewEpochs);
  expect(configOf(autoencoder.lanes[1])).toEqual(configOf(beta.lanes[1]));
  // More than the mean image, which costs 206.
  expect(ae.reconstruction).toBeLessThan(195);
  expect(one.reconstruction).toBeLessThan(195);
  const { goal } = autoencoder.steps[3];
  expect(goal.id).toBe("klAboveOne");
  expect(goal.met({ lanes: [ae, one], z: [0, 0], deeds: noDeeds })).toBe(true);
});

it("chapter 5: β trades one term for the other", () => {
  expect(low.reconstruction).toBeLessThan(one.reconstruction);
  expect(one.reconstruction).toBeLessThan(high.reconstruction);
  expect(low.kl).toBeGreaterThan(one.kl);
  expect(one.kl).toBeGreaterThan(high.kl);
});
