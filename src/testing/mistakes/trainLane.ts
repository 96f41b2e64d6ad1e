/**
 * Trains one lane of a bench on real digits, through the worker's own host and the reference engine
 * on wasm, and gathers its evidence as the page does. For tests alone.
 */
import type { LaneEvidence, LaneSetup } from "#/core/bench/mistake.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { EngineError } from "#/core/fault.ts";
import { createDigitServer } from "#/data/testing/digits.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { brokenEvidence, measureEvidence } from "#/state/lanes/measureEvidence.ts";
import { testHost } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

await startNodeBackend("wasm");
const server = await createDigitServer();

const trained = new Map<string, Promise<LaneEvidence>>();

/** What `steps` steps and `evaluated` test images show; a lane that two mistakes share trains once. */
export function trainLane(
  setup: LaneSetup,
  steps: number,
  evaluated: number,
): Promise<LaneEvidence> {
  const key = JSON.stringify([setup, steps, evaluated]);
  const known = trained.get(key) ?? train(setup, steps, evaluated);
  trained.set(key, known);
  return known;
}

async function train(
  { preset, patch }: LaneSetup,
  steps: number,
  evaluated: number,
): Promise<LaneEvidence> {
  const config = applyPatch(presetConfig(preset), patch);
  if (!config.ok) throw new EngineError(config.error);
  const host = await testHost({
    server,
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });
  await host.start({ config: config.value, preview: testPreview(config.value.model.latent) });
  const brokeAt = await host.caller.request("train", { steps }).then(() => null, stepOfBreak);
  const batches = host.events.flatMap((event) => (event.type === "metrics" ? [event.batch] : []));
  const columns = ["reconstruction", "kl", "total", "lossTotal"] as const;
  const [reconstruction, kl, total, lossTotal] = columns.map((name) =>
    batches.flatMap((batch) => [...batch[name]]),
  );
  const measured =
    brokeAt === null ? await measureEvidence(host.caller, config.value, evaluated) : brokenEvidence;
  for (const engine of host.engines) engine[Symbol.dispose]();
  return {
    steps: total?.length ?? 0,
    brokeAt,
    curve: {
      reconstruction: reconstruction ?? [],
      kl: kl ?? [],
      total: total ?? [],
      lossTotal: lossTotal ?? [],
    },
    ...measured,
    meanImageNats: server.entry.landmarks.meanImageEntropy,
  };
}

/** @throws whatever else went wrong. */
function stepOfBreak(error: unknown): number {
  if (error instanceof EngineError && error.code === "loss-not-finite") {
    return Number(error.values?.["step"]);
  }
  throw error;
}
