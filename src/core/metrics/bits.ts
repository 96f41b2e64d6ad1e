/** The bound in bits per dimension, where it means something, else why it does not. */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { Evaluation, NoBitsReason } from "#/core/training/terms.ts";

/**
 * −ELBO / (D ln 2). Of binary pixels alone: the Bernoulli cross-entropy of a grey one is not the
 * code length of anything.
 * @param negativeElbo nats per image; null for an autoencoder.
 */
export function bitsPerDimension(
  config: Pick<ExperimentConfig, "data" | "objective">,
  negativeElbo: number | null,
  pixels: number,
): Pick<Evaluation, "bitsPerDimension" | "bitsPerDimensionReason"> {
  const reason = noBitsReason(config);
  if (reason !== null || negativeElbo === null) {
    return { bitsPerDimension: null, bitsPerDimensionReason: reason ?? "autoencoder" };
  }
  return {
    bitsPerDimension: negativeElbo / (pixels * Math.LN2),
    bitsPerDimensionReason: null,
  };
}

function noBitsReason({
  data,
  objective,
}: Pick<ExperimentConfig, "data" | "objective">): NoBitsReason | null {
  if (!objective.sampling) return "autoencoder";
  if (objective.likelihood === "gaussian") return "gaussian";
  if (data.pixels === "grey") return "grey-pixels";
  return data.pixels === "standardise" ? "standardised-pixels" : null;
}
