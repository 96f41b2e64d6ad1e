/** A run on a small set of bytes, whose batches can be given to an engine or made by it. */
import { prepareInPlace } from "#/core/data/pixels.ts";
import type { PixelMode } from "#/core/experiment/config.ts";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createRng } from "#/core/rng.ts";
import { createCompiledEngine } from "#/engine/compiled/compiledEngine.ts";
import type { Engine, StepSettings, TrainingBatch } from "#/engine/engine.ts";
import type { FeedPlan, StoredChunk } from "#/engine/feed.ts";
import { freshState, resolved, type TestModel, testModels } from "#/engine/testing/models.ts";
import { webgpuDevice } from "#/engine/tf.ts";

export interface FedCase {
  readonly model: string;
  readonly pixels: PixelMode;
  /** A data set of more is not kept on the device whole. */
  readonly residentBytes: number;
  /** Images are square. */
  readonly side: number;
  readonly clip: number;
  /** The first step, and how many. */
  readonly from: number;
  readonly steps: number;
  /** That training meets, of 21 in three chunks. */
  readonly images: number;
}

export interface FedRun {
  readonly vae: ResolvedVae;
  readonly plan: FeedPlan;
  readonly settings: StepSettings;
  /** The images of step `step`: three out of four batches are full. */
  indices(step: number): Uint32Array;
  /** What an engine that makes its batches makes of them. */
  given(step: number): TrainingBatch;
  engine(): Promise<Engine>;
}

const batch = 5;
const channels = 2;
const chunkCounts = [8, 8, 5];

export function fedRun(it: FedCase): FedRun {
  const model = testModels.find(({ name }) => name === it.model);
  if (model === undefined) throw new Error(`no model ${it.model}`);
  const vae = resolved(model.spec, [it.side, it.side, channels], { classes: model.classes });
  const chunks = storedChunks(vae, model);
  const chunkWith = (index: number) => {
    const found = chunks.find(({ start, count }) => index < start + count);
    if (found === undefined) throw new Error(`no image ${String(index)}`);
    return found;
  };
  const streams = createRng(5);
  const [epsilon, dropout, binarise] = [
    streams.fork("noise"),
    streams.fork("dropout"),
    streams.fork("binarise"),
  ];
  const indices = (step: number) => {
    const rng = createRng(step);
    return Uint32Array.from({ length: step % 4 === 3 ? 2 : batch }, () => rng.below(it.images));
  };
  return {
    vae,
    plan: {
      images: { source: { chunkWith }, count: it.images },
      pixels: it.pixels,
      batch,
      keys: { epsilon: epsilon.key, dropout: dropout.key, binarise: binarise.key },
    },
    settings: { beta: 0.7, freeBits: 0, learningRate: 0.003, clip: it.clip },
    indices,
    given(step) {
      const chosen = indices(step);
      const count = chosen.length;
      const images = new Float32Array(count * vae.pixels);
      chosen.forEach((index, row) => {
        const { start, pixels } = chunkWith(index);
        const from = (index - start) * vae.pixels;
        const bytes = pixels.subarray(from, from + vae.pixels);
        images.set(
          Array.from(bytes, (byte) => byte / 255),
          row * vae.pixels,
        );
      });
      const places = Array.from(chosen, (_, row) => step * batch + row);
      prepareInPlace(it.pixels, images, { rng: binarise, places });
      const noise = new Float32Array(count * vae.latent);
      epsilon.position = step * batch * vae.latent;
      epsilon.fillNormal(noise);
      dropout.position = step * batch * vae.dropoutUnits;
      const dropped = Float32Array.from({ length: count * vae.dropoutUnits }, () =>
        dropout.uniform(),
      );
      const labels = Uint8Array.from(chosen, (index) => {
        const { start, labels: all } = chunkWith(index);
        return all[index - start] ?? 0;
      });
      return {
        ...{ count, images, epsilon: noise },
        labels: vae.classes > 0 ? labels : null,
        dropout: vae.dropoutUnits > 0 ? dropped : null,
      };
    },
    engine() {
      const device = webgpuDevice();
      if (device === null) throw new Error("there is no device");
      const { objective } = firstConfig;
      const optimizer = { ...firstConfig.optimizer, clip: it.clip };
      return createCompiledEngine(device, {
        ...{ resolved: vae, objective, optimizer, batch, state: freshState(vae, 3) },
        report: { kind: "compiled", reason: "fastest", words: "" },
        residentBytes: it.residentBytes,
      });
    },
  };
}

/** A third of the pixels are black and a sixth white, as in pictures of digits. */
function storedChunks(vae: ResolvedVae, { classes }: TestModel): readonly StoredChunk[] {
  const rng = createRng(8);
  const byte = () => [0, 0, 255, rng.below(256), rng.below(256), rng.below(256)][rng.below(6)] ?? 0;
  let start = 0;
  return chunkCounts.map((count) => {
    const chunk = {
      ...{ start, count },
      pixels: Uint8Array.from({ length: count * vae.pixels }, byte),
      labels: Uint8Array.from({ length: count }, () => rng.below(Math.max(1, classes))),
    };
    start += count;
    return chunk;
  });
}
