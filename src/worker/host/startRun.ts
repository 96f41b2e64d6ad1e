/** Builds a run from what a page asks for: checks it, opens its data, makes its engine. */
import { createDataOrder } from "#/core/data/order.ts";
import { chunksOf, type DatasetEntry } from "#/core/data/manifest.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { validateExperiment } from "#/core/experiment/validate.ts";
import { EngineError } from "#/core/fault.ts";
import { initialWeights } from "#/core/model/init.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createRng } from "#/core/rng.ts";
import type { Dataset } from "#/data/openDataset.ts";
import { checkState } from "#/engine/checkpoint.ts";
import { createTrainingBatches } from "#/data/trainingBatches.ts";
import { checkPreview } from "#/worker/host/faults.ts";
import { imageSource } from "#/worker/host/imageSource.ts";
import type { Room } from "#/worker/host/rooms.ts";
import { Run } from "#/worker/host/run.ts";
import { engineState } from "#/worker/host/runState.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";
import type { Params } from "#/worker/protocol/messages.ts";

/** @throws EngineError when the experiment fits neither data nor memory, the plane not z, the checkpoint not the model. */
export function checkStart(
  { config, preview, checkpoint }: Params<"start">,
  entry: DatasetEntry,
): ResolvedVae {
  const { shape, counts, classes } = entry;
  const valid = validateExperiment(config, { shape, train: counts.train, classes });
  if (!valid.ok) throw new EngineError(valid.error);
  const { vae } = valid.value;
  checkPreview(preview, vae);
  if (checkpoint !== null) checkWeights(vae, checkpoint);
  return vae;
}

/** @throws EngineError "weights-invalid" when the checkpoint is of another model. */
export async function startRun(
  params: Params<"start">,
  vae: ResolvedVae,
  dataset: Dataset,
  build: Room["build"],
): Promise<Run> {
  const { runId, config, live, preview, engine: choice } = params;
  const { entry } = dataset;
  const order = createDataOrder({
    seed: config.training.seed,
    chunkCounts: chunksOf(entry, "train").map((chunk) => chunk.count),
    trainLimit: config.data.trainLimit,
    batch: config.training.batch,
    lastBatch: config.training.lastBatch,
  });
  const images = imageSource(dataset, config.data);
  // The first batch, then what the first picture shows; the rest when it is needed.
  images.ask("train", Uint32Array.of(order.peek(order.cursorAt(params.checkpoint?.step ?? 0), 0)));
  images.ask("test", images.strip);
  const from = params.checkpoint ?? untrained(config, vae);
  return new Run({
    id: runId,
    config,
    live,
    vae,
    order,
    batches: createTrainingBatches(dataset, order),
    images,
    preview,
    from: { ...from, config, live },
    choice,
    engine: await build(vae, config, engineState(from), choice),
  });
}

function checkWeights(vae: ResolvedVae, { weights }: Checkpoint): void {
  // Which moments there must be is the optimiser's affair.
  checkState(vae, { weights, optimizer: { steps: 0, moments: {} } });
}

/** The model at step 0: a function of seed and shape alone. */
function untrained(config: ExperimentConfig, vae: ResolvedVae): Checkpoint {
  const rng = createRng(config.training.seed).fork("init");
  return {
    version: 2,
    config,
    live: [],
    step: 0,
    imagesSeen: 0,
    weights: initialWeights(vae, config.model.weightInit, rng, {
      noiseSigma: config.objective.noiseSigma,
    }),
    moments: {},
    optimizerSteps: 0,
    validation: null,
    best: null,
    stoppedEarly: false,
    comparable: true,
  };
}
