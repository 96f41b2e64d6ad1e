/**
 * What a lane's network gives for images and for latent vectors, before anything is done to show it:
 * a bench shows one output in several ways. For unconditional models.
 */
import type { App } from "#/state/app.ts";

type Asked = Pick<App, "trainer">;

export interface LaneOutputs {
  /** Images in [0, 1], as the set has them. [count × D] */
  readonly originals: Float32Array;
  /** The network's output for their posterior means. [count × D] */
  readonly outputs: Float32Array;
  readonly count: number;
  /** Of the weights. */
  readonly step: number;
}

const optionsOf = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });

/** The first `count` images of a split. @throws EngineError */
export async function outputsOfImages(
  { trainer }: Asked,
  split: "train" | "test",
  count: number,
  signal?: AbortSignal,
): Promise<LaneOutputs> {
  const options = optionsOf(signal);
  const indices = Uint32Array.from({ length: count }, (_, i) => i);
  const { pixels: originals } = await trainer.request("images", { split, indices }, options);
  // What is sent may be moved to the worker: the originals are needed here.
  const encoding = { images: originals.slice(), count, labels: null, asIs: false };
  const { mean } = await trainer.request("encode", encoding, options);
  const decoding = { z: mean, count, raw: true, labels: null };
  const { images: outputs, step } = await trainer.request("decode", decoding, options);
  return { originals, outputs, count, step };
}

/** @param z [count × latent] @returns [count × D] @throws EngineError */
export async function outputsOfLatents(
  { trainer }: Asked,
  z: Float32Array,
  count: number,
  signal?: AbortSignal,
): Promise<Float32Array> {
  const decoding = { z: z.slice(), count, raw: true, labels: null };
  return (await trainer.request("decode", decoding, optionsOf(signal))).images;
}
