/** Questions about the running model in the shapes scripts use: lists of images and vectors. */
import { isLabelled } from "#/core/data/labelled.ts";
import type { Posterior } from "#/app/automation/api.ts";
import { fieldInvalid } from "#/app/automation/input.ts";
import { labelReader } from "#/app/automation/labels.ts";
import { checkFinite, flattenImages, flattenVectors, rows } from "#/app/automation/tensors.ts";
import { probitGrid } from "#/core/latent/normal.ts";
import { createRng } from "#/core/rng.ts";
import type { App } from "#/state/app.ts";
import { noiseLatents } from "#/state/noiseSamples.ts";
import { knownLabels, notReady } from "#/state/shownModel.ts";
import type { Params } from "#/worker/protocol/messages.ts";

/** One class for all, of a conditional model. */
interface ForClass {
  readonly label?: number | undefined;
}

/** A class each, of a conditional model. */
interface WithLabels {
  readonly labels?: readonly number[] | undefined;
}

export interface GridRequest extends ForClass {
  readonly n: number;
  readonly p: number;
  readonly dims?: readonly [number, number] | undefined;
  readonly at?: readonly number[] | undefined;
}

export interface SampleRequest extends ForClass {
  readonly count: number;
  readonly from: "prior" | "noise-image";
  readonly seed: number;
}

export interface ModelCalls {
  images(
    split: "train" | "test",
    indices: readonly number[],
  ): Promise<{ pixels: Float32Array[]; labels: number[] | null }>;
  encode(images: readonly Float32Array[], options: WithLabels): Promise<Posterior[]>;
  decode(
    z: readonly Float32Array[],
    options: ForClass & { readonly raw: boolean },
  ): Promise<Float32Array[]>;
  /** From μ, or from one draw of the posterior. */
  reconstruct(
    images: readonly Float32Array[],
    options: WithLabels & { readonly sampled: boolean; readonly seed: number },
  ): Promise<Float32Array[]>;
  sample(request: SampleRequest): Promise<Float32Array[]>;
  latentGrid(request: GridRequest): Promise<{ z: number[][]; images: Float32Array[] }>;
  batch(
    request: WithLabels & {
      readonly images: readonly Float32Array[];
      readonly epsilon: Float32Array;
    },
  ): Params<"probe">;
}

/** For the run on screen at this moment. */
export function modelCalls({ store, trainer }: App): ModelCalls {
  const state = store.getState();
  const { dataset, built } = state;
  if (dataset === null) throw notReady("No data set is open yet.");
  const [height, width, channels] = dataset.shape;
  const pixels = height * width * channels;
  const counts = { train: dataset.train, test: dataset.test };
  const { latent, condition } = built.model;
  const labelled = labelReader(condition === "label" ? knownLabels(state) : null);

  function gaussian(label: string, seed: number, count: number): Float32Array {
    const values = new Float32Array(count * latent);
    createRng(seed).fork(label).fillNormal(values);
    return values;
  }

  async function decodeFlat(
    z: Float32Array,
    labels: Uint8Array | null,
    raw = false,
  ): Promise<Float32Array[]> {
    const count = z.length / latent;
    if (count === 0) return [];
    const { images } = await trainer.request("decode", { z, count, raw, labels });
    return rows(images, count);
  }

  return {
    async images(split, indices) {
      const beyond = indices.find((index) => index >= counts[split]);
      if (beyond !== undefined) {
        const range = `0 … ${String(counts[split] - 1)}`;
        throw fieldInvalid("images.indices", String(beyond), range);
      }
      const params = { split, indices: Uint32Array.from(indices) };
      const found = await trainer.request("images", params);
      const labels = isLabelled(dataset.classes) ? [...found.labels] : null;
      return { pixels: rows(found.pixels, indices.length), labels };
    },
    async encode(list, options) {
      const count = list.length;
      const images = flattenImages(list, pixels);
      const labels = labelled.each(options.labels, count, "encode.labels");
      if (count === 0) return [];
      const encoded = await trainer.request("encode", { images, count, labels, asIs: false });
      const means = rows(encoded.mean, count);
      const logVariances = rows(encoded.logVariance, count);
      return means.map((mean, i) => ({
        mean,
        logVariance: logVariances[i] ?? new Float32Array(0),
      }));
    },
    async decode(z, { label, raw }) {
      const flat = flattenVectors(z, latent, "z");
      return decodeFlat(flat, labelled.forAll(label, z.length, "decode.label"), raw);
    },
    async reconstruct(list, { sampled, seed, ...options }) {
      const count = list.length;
      const images = flattenImages(list, pixels);
      const labels = labelled.each(options.labels, count, "reconstruct.labels");
      if (count === 0) return [];
      const epsilon = sampled ? gaussian("reconstruct", seed, count) : null;
      const { output } = await trainer.request("score", { images, count, epsilon, labels });
      return rows(output, count);
    },
    async sample({ count, from, seed, label }) {
      const labels = labelled.forAll(label, count, "sample.label");
      if (from === "prior") return decodeFlat(gaussian("samples", seed, count), labels);
      const { sampling } = built.objective;
      const z = await noiseLatents(trainer, { seed, count, pixels, labels, sampling }, {});
      return decodeFlat(z, labels);
    },
    async latentGrid({ n, p, dims = [0, Math.min(1, latent - 1)], at, label }) {
      const base = Float32Array.from(at ?? new Array<number>(latent).fill(0));
      checkFinite(base, latent, "latentGrid.at");
      const beyond = dims.find((dimension) => dimension >= latent);
      if (beyond !== undefined) {
        throw fieldInvalid("latentGrid.dims", String(beyond), `0 … ${String(latent - 1)}`);
      }
      const labels = labelled.forAll(label, n * n, "latentGrid.label");
      const values = probitGrid(n, p);
      // Row by row from the top left, as images are read: the second dimension grows downwards.
      const z = values.flatMap((second) =>
        values.map((first) => base.with(dims[1], second).with(dims[0], first)),
      );
      const images = await decodeFlat(flattenVectors(z, latent, "z"), labels);
      return { z: z.map((vector) => [...vector]), images };
    },
    batch({ images, epsilon, labels }) {
      const count = images.length;
      if (count === 0) throw fieldInvalid("images", "0 images", "at least 1 image");
      checkFinite(epsilon, count * latent, "epsilon");
      return {
        images: flattenImages(images, pixels),
        epsilon,
        count,
        labels: labelled.each(labels, count, "labels"),
      };
    },
  };
}
