/** A batch from the page as the engine takes it. Nothing of it is dropped or binarised. */
import type { TrainingBatch } from "#/engine/engine.ts";
import { checkLabels, checkLength } from "#/worker/host/faults.ts";
import type { Run } from "#/worker/host/run.ts";
import type { Params } from "#/worker/protocol/messages.ts";

/** @throws EngineError "images-invalid" where it does not fit the model. */
export function givenBatch(
  { vae, prepare }: Pick<Run, "vae" | "prepare">,
  { images, epsilon, count, labels }: Params<"probe">,
): TrainingBatch {
  checkLength("images", images, count, vae.pixels);
  checkLength("epsilon", epsilon, count, vae.latent);
  return {
    count,
    images: prepare.given(images).images,
    epsilon,
    labels: checkLabels(labels, count, vae),
    dropout: null,
  };
}
