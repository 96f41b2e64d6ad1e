/** A model that is only looked at: weights from a frame of the history, without run or data. */
import { EngineError } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { EngineState } from "#/engine/engine.ts";
import { createPreparer } from "#/worker/host/prepare.ts";
import type { Model } from "#/worker/host/questions.ts";
import type { Room } from "#/worker/host/rooms.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export interface Loadable {
  readonly vae: ResolvedVae;
  readonly state: EngineState;
}

/** @throws EngineError "shape-invalid", "labels-missing". */
export function checkLoad({ config, image, classes, weights }: Params<"load">): Loadable {
  const { likelihood, noise } = config.objective;
  const learntSigma = likelihood === "gaussian" && noise === "learnt";
  const resolved = resolveVae(config.model, image, { classes, learntSigma });
  if (!resolved.ok) throw new EngineError(resolved.error);
  const vae = resolved.value;
  return { vae, state: { weights: completed(vae, weights), optimizer: { steps: 0, moments: {} } } };
}

export async function loadModel(
  { config }: Params<"load">,
  vae: ResolvedVae,
  state: EngineState,
  build: Room["build"],
): Promise<Model> {
  const { seed, batch } = config.training;
  return {
    vae,
    // It takes no step, so there is nothing to compile.
    engine: await build(vae, config, state, "reference"),
    prepare: createPreparer(config.data.pixels, seed, batch),
    display: config.objective.display,
    step: 0,
  };
}

/** What a frame of the history keeps is the decoder; the rest is not asked and may be zero. */
function completed({ parameters, statistics }: ResolvedVae, weights: Weights): Weights {
  const blank = [...parameters, ...statistics].map(({ name, shape, size }) => {
    return [name, { shape, values: new Float32Array(size) }] as const;
  });
  return { ...Object.fromEntries(blank), ...weights };
}
