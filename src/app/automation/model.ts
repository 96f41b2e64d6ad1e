/** Questions about the running model in the shapes scripts use: lists of images and vectors. */
import { fieldInvalid } from "#/app/automation/input.ts";
import { checkFinite, flattenImages, flattenVectors, rows } from "#/app/automation/tensors.ts";
import type { Posterior } from "#/app/automation/api.ts";
import { probitGrid } from "#/core/latent/normal.ts";
import { createRng } from "#/core/rng.ts";
import type { App } from "#/state/app.ts";
import { notReady } from "#/state/shownModel.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export interface GridRequest {
  readonly n: number;
  readonly p: number;
  readonly dims?: readonly [number, number] | undefined;
  readonly at?: readonly number[] | undefined;
}

export interface ModelCalls {
  images(
    split: "train" | "test",
    indices: readonly number[],
  ): Promise<{ pixels: Float32Array[]; labels: number[] }>;
  encode(images: readonly Float32Array[]): Promise<Posterior[]>;
  decode(z: readonly Float32Array[], raw: boolean): Promise<Float32Array[]>;
  /** From μ, or from one draw of the posterior when there is a seed. */
  reconstruct(images: readonly Float32Array[], seed: number | null): Promise<Float32Array[]>;
  /** Decodes z ~ N(0, I). */
  sample(count: number, seed: number): Promise<Float32Array[]>;
  latentGrid(request: GridRequest): Promise<{ z: number[][]; images: Float32Array[] }>;
  batch(request: {
    readonly images: readonly Float32Array[];
    readonly epsilon: Float32Array;
  }): Params<"probe">;
}

/** For the run on screen at this moment. */
export function modelCalls({ store, trainer }: App): ModelCalls {
  const { dataset, built } = store.getState();
  if (dataset === null) throw notReady("No data set is open yet.");
  const [height, width, channels] = dataset.shape;
  const pixels = height * width * channels;
  const counts = { train: dataset.train, test: dataset.test };
  const { latent } = built.model;

  function gaussian(label: string, seed: number, count: number): Float32Array {
    const values = new Float32Array(count * latent);
    createRng(seed).fork(label).fillNormal(values);
    return values;
  }

  async function decodeFlat(z: Float32Array, raw = false): Promise<Float32Array[]> {
    const count = z.length / latent;
    if (count === 0) return [];
    const { images } = await trainer.request("decode", { z, count, raw });
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
      return { pixels: rows(found.pixels, indices.length), labels: [...found.labels] };
    },
    async encode(images) {
      const count = images.length;
      const flat = flattenImages(images, pixels);
      if (count === 0) return [];
      const encoded = await trainer.request("encode", { images: flat, count });
      const means = rows(encoded.mean, count);
      const logVariances = rows(encoded.logVariance, count);
      return means.map((mean, i) => ({
        mean,
        logVariance: logVariances[i] ?? new Float32Array(0),
      }));
    },
    decode: (z, raw) => decodeFlat(flattenVectors(z, latent, "z"), raw),
    async reconstruct(images, seed) {
      const count = images.length;
      const flat = flattenImages(images, pixels);
      if (count === 0) return [];
      const epsilon = seed === null ? null : gaussian("reconstruct", seed, count);
      const { output } = await trainer.request("score", { images: flat, count, epsilon });
      return rows(output, count);
    },
    sample: (count, seed) => decodeFlat(gaussian("samples", seed, count)),
    async latentGrid({ n, p, dims = [0, Math.min(1, latent - 1)], at }) {
      const base = Float32Array.from(at ?? new Array<number>(latent).fill(0));
      checkFinite(base, latent, "latentGrid.at");
      const beyond = dims.find((dimension) => dimension >= latent);
      if (beyond !== undefined) {
        throw fieldInvalid("latentGrid.dims", String(beyond), `0 … ${String(latent - 1)}`);
      }
      const values = probitGrid(n, p);
      // Row by row from the top left; the second axis grows upwards, as on the page.
      const z = values
        .toReversed()
        .flatMap((second) =>
          values.map((first) => base.with(dims[1], second).with(dims[0], first)),
        );
      const images = await decodeFlat(flattenVectors(z, latent, "z"));
      return { z: z.map((vector) => [...vector]), images };
    },
    batch({ images, epsilon }) {
      const count = images.length;
      if (count === 0) throw fieldInvalid("images", "0 images", "at least 1 image");
      checkFinite(epsilon, count * latent, "epsilon");
      return { images: flattenImages(images, pixels), epsilon, count };
    },
  };
}
