/**
 * A golden as it lies on disk → what a check works with. Not the goldens themselves (files.ts), nor
 * what they are held to (goldenChecks.ts). Throws on a file that is not one: it was written wrongly.
 */
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import { applyPatch, parsePresetId } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { Result } from "#/core/result.ts";
import type { LossTerms, Weights } from "#/core/training/terms.ts";
import type { TrainingBatch } from "#/engine/engine.ts";

/** Values are base64 of little-endian single precision, row-major. */
interface TensorText {
  readonly shape: readonly number[];
  readonly values: string;
}

type TensorTexts = Readonly<Record<string, TensorText>>;

/** As scripts/goldens/torch_goldens.py writes it. */
export interface GoldenFile {
  readonly preset: string;
  readonly image: readonly number[];
  readonly classes: number;
  /** Sections of an ExperimentConfig, unchecked. */
  readonly model: unknown;
  readonly objective: unknown;
  readonly optimizer: unknown;
  readonly count: number;
  readonly images: string;
  readonly labels: readonly number[] | null;
  /** Of each step. */
  readonly epsilon: readonly string[];
  readonly loss: LossTerms;
  readonly zeroGradients: readonly string[];
  readonly weights: TensorTexts;
  readonly gradients: TensorTexts;
  readonly weightsAfter: TensorTexts;
  readonly outputAfter: string;
}

export interface Golden {
  /** Whose objective and optimiser these are; its layers narrowed, its images cropped. */
  readonly preset: PresetId;
  readonly config: ExperimentConfig;
  readonly vae: ResolvedVae;
  /** One a step: the same images, other noise. */
  readonly batches: readonly TrainingBatch[];
  /** Of the first step, in the training convention. */
  readonly loss: LossTerms;
  /** Of the first step, of the loss as written. */
  readonly gradients: Weights;
  /** Tensors whose exact gradient is 0. */
  readonly zeroGradients: ReadonlySet<string>;
  readonly weights: Weights;
  /** After as many steps as there are batches, running statistics included. */
  readonly weightsAfter: Weights;
  /** p of the images under these weights, statistics running, with the noise of the first step. [count × D] */
  readonly outputAfter: Float32Array;
}

export function readGolden(file: GoldenFile): Golden {
  const { model, objective, optimizer, image, count, labels, loss } = file;
  const [height = 0, width = 0, channels = 0] = image;
  const base = presetConfig("mnist-dense-2");
  const config = given(applyPatch(base, { model, objective, optimizer }));
  const images = floats(file.images);
  return {
    preset: given(parsePresetId(file.preset)),
    config,
    vae: given(resolveVae(config.model, [height, width, channels], { classes: file.classes })),
    batches: file.epsilon.map((epsilon) => ({
      count,
      images,
      epsilon: floats(epsilon),
      labels: labels === null ? null : Uint8Array.from(labels),
      dropout: null,
    })),
    loss,
    gradients: tensors(file.gradients),
    zeroGradients: new Set(file.zeroGradients),
    weights: tensors(file.weights),
    weightsAfter: tensors(file.weightsAfter),
    outputAfter: floats(file.outputAfter),
  };
}

function given<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function tensors(texts: TensorTexts): Weights {
  return Object.fromEntries(
    Object.entries(texts).map(([name, { shape, values }]) => [
      name,
      { shape, values: floats(values) },
    ]),
  );
}

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
