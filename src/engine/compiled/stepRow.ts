/** What a step's settings say to the shaders, and how the four numbers that come back are read. */
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import { pixelCode } from "#/engine/compiled/kernels/pixelCode.ts";
import type { StepRow } from "#/engine/compiled/settings.ts";
import type { ReadTerms } from "#/engine/compiled/stepLog.ts";
import type { StepModel } from "#/engine/compiled/stepProgram.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import type { StepSettings } from "#/engine/engine.ts";
import { adamFactors } from "#/engine/reference/optimizer.ts";
import { stepTerms } from "#/engine/stepTerms.ts";

export interface PlannedStep {
  readonly row: StepRow;
  readonly read: ReadTerms;
}

/** Step `steps` of the optimiser, 1 for the first, on `count` images. */
export function planStep(
  { vae, objective }: Pick<StepModel, "vae" | "objective">,
  rule: UpdateRule,
  { count, steps, slot }: { readonly count: number; readonly steps: number; readonly slot: number },
  { beta, freeBits, learningRate, clip }: StepSettings,
): PlannedStep {
  const sizes = { pixels: vae.pixels, latent: vae.latent, batch: count };
  const convention = conventionOf(objective, sizes);
  const { factor } = pixelCode(objective);
  const scale = (convention.reconstruction * factor) / count;
  const adam = rule.kind === "adam" ? adamFactors(rule, learningRate, steps) : null;
  return {
    row: {
      count,
      slot,
      rate: adam?.rate ?? learningRate,
      correction: adam?.correction ?? 1,
      scale,
      longest: clip / scale,
      klWeight: effectiveBeta(convention, beta) / factor,
      freeBits,
    },
    read([
      reconstruction = Number.NaN,
      kl = Number.NaN,
      charged = Number.NaN,
      displayed = Number.NaN,
    ]) {
      const [sampledKl, chargedKl] = objective.sampling ? [kl, charged] : [0, 0];
      return stepTerms({ reconstruction, kl: sampledKl, chargedKl, displayed }, convention, beta);
    },
  };
}
