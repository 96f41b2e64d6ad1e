/**
 * Which experiments can be held side by side: those that see the same images in the same order, drawn
 * from the same seed. Pure; says nothing of what else they differ in.
 */
import { preparedShape } from "#/core/data/prepared.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { ImageShape } from "#/core/model/spec.ts";

/** A data set as the manifest has it. */
export interface StoredSet {
  readonly id: string;
  readonly shape: ImageShape;
}

/** `config` on the images and the seed of `lead`. */
export function onImagesOf(config: ExperimentConfig, lead: ExperimentConfig): ExperimentConfig {
  const { seed } = lead.training;
  return { ...config, data: lead.data, training: { ...config.training, seed } };
}

/**
 * Why an experiment cannot share the images of lane A; null when it can. It may see fewer of them, see
 * them otherwise (thresholded, standardised), or draw them from another seed.
 */
export function sharingFault(
  { data }: Pick<ExperimentConfig, "data">,
  { data: lead }: Pick<ExperimentConfig, "data">,
  sets: readonly StoredSet[],
): Fault | null {
  if (data.set !== lead.set) return laneData(`${data.set} ≠ ${lead.set}`);
  const shape = sets.find(({ id }) => id === data.set)?.shape;
  if (shape === undefined) return null;
  const [own, theirs] = [preparedShape(shape, data), preparedShape(shape, lead)];
  if (own.join() !== theirs.join()) return laneData(`${own.join("×")} ≠ ${theirs.join("×")}`);
  const isSquare = shape[0] === shape[1];
  if (isSquare || data.size === "stored" || data.crop === lead.crop) return null;
  return laneData(`${data.crop} ≠ ${lead.crop}`);
}

function laneData(reason: string): Fault {
  return {
    code: "lane-data",
    message: `This lane cannot share lane A's images: ${reason}.`,
    hint: "Give it lane A's data set and image size.",
    values: { reason },
  };
}
