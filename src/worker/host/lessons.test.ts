/**
 * What the lessons promise, on the real engine and real digits: their goals come within the steps they
 * name, and the lanes of a chapter differ as its text says.
 */
import { expect, it } from "vitest";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { noDeeds, type Chapter, type LaneFacts, type LessonFacts } from "#/core/lesson.ts";
import { autoencoder } from "#/core/lessons/autoencoder.ts";
import { beta } from "#/core/lessons/beta.ts";
import { fewEpochs } from "#/core/lessons/small.ts";
import { createDigitServer } from "#/data/testing/digits.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { testHost } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

/** Facts of a chapter's lanes after so many steps of each. */
async function train(chapter: Chapter, steps: number): Promise<LessonFacts> {
  await startNodeBackend("wasm");
  const host = await testHost({
    server: await createDigitServer(),
    build: (resolved, state, { objective, optimizer }) =>
      createEngine({ resolved, state, objective, optimizer }),
  });
  const lanes = chapter.lanes.map(({ preset, patch }, number) => {
    const config = applyPatch(presetConfig(preset), patch);
    if (!config.ok) throw new Error(config.error.message);
    return { config: config.value, lane: host.lane(number) };
  });
  for (const { config, lane } of lanes) {
    await lane.start({ config, preview: testPreview(config.model.latent) });
  }
  await Promise.all(lanes.map(({ lane }) => lane.caller.request("train", { steps })));
  const facts: LaneFacts[] = [];
  for (const { config, lane } of lanes) {
    const { test, meanVariance } = await lane.caller.request("preview", { points: 500 });
    facts.push({
      ...{ running: false, step: steps, epoch: steps / 47, latent: config.model.latent },
      beta: config.objective.beta,
      ...{ reconstruction: test.reconstruction, kl: test.kl },
      activeUnits: meanVariance.filter((variance) => variance > 0.01).length,
    });
  }
  for (const engine of host.engines) engine[Symbol.dispose]();
  return { lanes: facts, z: [0, 0], deeds: noDeeds };
}

const goalOf = (chapter: Chapter, step: string) =>
  chapter.steps.find(({ id }) => id === step)?.goal?.met;

it("chapter 1: five epochs suffice for its goals", { timeout: 60_000 }, async () => {
  const facts = await train(autoencoder, fewEpochs);
  expect(goalOf(autoencoder, "bottleneck")?.(facts)).toBe(true);
  expect(goalOf(autoencoder, "twoTerms")?.(facts)).toBe(true);
  const [ae, vae] = facts.lanes;
  // Both have learnt more than the mean image, which costs 206.
  expect(ae?.reconstruction).toBeLessThan(195);
  expect(vae?.reconstruction).toBeLessThan(195);
});

it("chapter 5: β trades one term for the other", { timeout: 90_000 }, async () => {
  const { lanes } = await train(beta, fewEpochs);
  const [low, one, high] = lanes.map(({ reconstruction, kl }) => ({
    reconstruction: reconstruction ?? Number.NaN,
    kl: kl ?? Number.NaN,
  }));
  expect(low?.reconstruction).toBeLessThan(one?.reconstruction ?? 0);
  expect(one?.reconstruction).toBeLessThan(high?.reconstruction ?? 0);
  expect(low?.kl).toBeGreaterThan(one?.kl ?? Infinity);
  expect(one?.kl).toBeGreaterThan(high?.kl ?? Infinity);
});
