/**
 * The training step of a model as kernels and the buffers between them: forward, loss, backward, every
 * parameter moved where its gradient is found. Gradients by weights are read before the weights move,
 * so the way back through a layer comes before its update.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { channelsOf, shapeSize } from "#/core/model/resolvedLayer.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { activationCode } from "#/engine/compiled/kernels/activation.ts";
import { normaliseBackward } from "#/engine/compiled/kernels/batchNorm.ts";
import { denseWeightGradient } from "#/engine/compiled/kernels/dense.ts";
import { headsForward, headsInputGradient } from "#/engine/compiled/kernels/heads.ts";
import { backwardEnd, type LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import {
  inputGradient,
  layerForward,
  weightGradients,
} from "#/engine/compiled/kernels/layerKernels.ts";
import { mapLayers, slicesBuffer, sumOfSlices } from "#/engine/compiled/kernels/mapWeights.ts";
import { buffers, layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { pixelLoss, pixelTermCount } from "#/engine/compiled/kernels/pixels.ts";
import { posteriorEnd, samplePosterior } from "#/engine/compiled/kernels/posterior.ts";
import { loggedTerms, terms } from "#/engine/compiled/kernels/terms.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import type { BufferSpec, Kernel } from "#/engine/compiled/program.ts";

export interface StepModel {
  readonly vae: ResolvedVae;
  readonly objective: ObjectiveSpec;
  /** Images of the largest batch. */
  readonly batch: number;
}

/** Steps whose terms the log holds. */
export const loggedSteps = 1024;

/** `sink` takes the gradients. `follows`: the running statistics take part of the batch's. */
export function stepKernels(model: StepModel, sink: Sink, follows: boolean): readonly Kernel[] {
  return [...forward(model, follows), ...backward(model, sink)];
}

function forward({ vae, objective, batch }: StepModel, follows: boolean): readonly Kernel[] {
  const through = (layers: readonly ResolvedLayer[], first: string) =>
    layers.flatMap((layer, i) =>
      layerForward(vae, layer, inputBuffer(layers, i, first), { batch, follows }),
    );
  return [
    ...through(vae.encoder, buffers.images),
    headsForward(vae, featuresOf(vae), batch),
    samplePosterior(objective, vae.latent, batch),
    ...through([...vae.decoder, vae.output], buffers.codes),
    pixelLoss(objective, vae, batch),
  ];
}

function backward(model: StepModel, sink: Sink): readonly Kernel[] {
  const { vae, objective, batch } = model;
  const toCodes = posteriorEnd(objective, vae.latent);
  const features = vae.encoder.at(-1);
  const head = (layer: ResolvedLayer, from: number) => {
    const d = { buffer: buffers.headsGradient, width: 2 * vae.latent, from };
    return denseWeightGradient(vae, layer, featuresOf(vae), d, batch, sink);
  };
  return [
    ...down(model, [...vae.decoder, vae.output], buffers.codes, sink, toCodes),
    ...(features === undefined
      ? []
      : [headsInputGradient(vae, shapeSize(features.output), batch, backwardEnd(vae, features))]),
    head(vae.mean, 0),
    head(vae.logVariance, vae.latent),
    ...down(model, vae.encoder, buffers.images, sink, null),
    ...(mapLayers(vae).length > 0 ? [sumOfSlices(vae, batch, sink)] : []),
    terms(objective, vae, batch, sink),
  ];
}

/** Back through a network, last layer first. `beyond` takes what reaches its input; null: nobody asks. */
function down(
  { vae, batch }: StepModel,
  layers: readonly ResolvedLayer[],
  first: string,
  sink: Sink,
  beyond: LayerEnd | null,
): readonly Kernel[] {
  const kernels = layers.map((layer, i) => {
    const before = layers[i - 1];
    const end = before === undefined ? beyond : backwardEnd(vae, before);
    return [
      ...(layer.batchNorm === null ? [] : [normaliseBackward(vae, layer, batch, sink)]),
      ...(end === null ? [] : [inputGradient(vae, layer, batch, end)]),
      ...weightGradients(vae, layer, inputBuffer(layers, i, first), batch, sink),
    ];
  });
  return kernels.toReversed().flat();
}

function inputBuffer(layers: readonly ResolvedLayer[], index: number, first: string): string {
  const before = layers[index - 1];
  return before === undefined ? first : layerBuffers(before.name).output;
}

function featuresOf({ encoder }: ResolvedVae): string {
  const last = encoder.at(-1);
  return last === undefined ? buffers.images : layerBuffers(last.name).output;
}

/** Everything between the parameters and the log. */
export function stepBuffers({ vae, batch }: StepModel): readonly BufferSpec[] {
  const slices = slicesBuffer(vae, batch);
  const perImage = (name: string, length: number) => ({ name, length: batch * length });
  return [
    perImage(buffers.images, vae.pixels),
    perImage(buffers.epsilon, vae.latent),
    perImage(buffers.codes, vae.latent),
    perImage(buffers.heads, 2 * vae.latent),
    perImage(buffers.headsGradient, 2 * vae.latent),
    perImage(buffers.pixelTerms, pixelTermCount),
    { name: buffers.klMeans, length: vae.latent },
    { name: buffers.terms, length: loggedSteps * loggedTerms },
    ...(slices === null ? [] : [slices]),
    ...(vae.classes > 0 ? [perImage(buffers.labels, 1)] : []),
    ...(vae.dropoutUnits > 0 ? [perImage(buffers.dropout, vae.dropoutUnits)] : []),
    ...[...vae.encoder, ...vae.decoder, vae.output].flatMap((layer) => {
      const size = shapeSize(layer.output);
      const names = layerBuffers(layer.name);
      return [
        perImage(names.output, size),
        perImage(names.sumsGradient, size),
        ...(layer.batchNorm !== null || activationCode[layer.activation].needsSum
          ? [perImage(names.sums, size)]
          : []),
        ...(layer.batchNorm === null
          ? []
          : [{ name: names.norm, length: 2 * channelsOf(layer.output) }]),
      ];
    }),
  ];
}
