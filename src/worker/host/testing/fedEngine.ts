/**
 * A plain engine that makes its batches itself, and takes the steps of its queue when somebody asks or
 * the queue is sent off: late, but no other than with given batches.
 */
import { prepareInPlace } from "#/core/data/pixels.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Rng } from "#/core/rng.ts";
import type { Engine, EngineState, TrainingBatch } from "#/engine/engine.ts";
import type { FeedPlan } from "#/engine/feed.ts";
import { stepStreams } from "#/worker/host/noise.ts";
import { plainEngine, type PlainEngineOptions } from "#/worker/host/testing/plainEngine.ts";

export interface FedEngine extends Engine {
  /** How many steps went off together, each time. */
  readonly submits: readonly number[];
}

export interface FedEngineOptions extends PlainEngineOptions {
  /** Of the experiment: its streams must be those that the plan names. */
  readonly seed: number;
  readonly room: number;
}

export function fedEngine(
  vae: ResolvedVae,
  state: EngineState,
  { seed, room, ...options }: FedEngineOptions,
): FedEngine {
  const plain = plainEngine(vae, state, options);
  const submits: number[] = [];
  let queue: (() => void)[] = [];

  function submit(): void {
    if (queue.length === 0) return;
    submits.push(queue.length);
    for (const take of queue) take();
    queue = [];
  }

  /** Answers as of all that is queued. */
  function after<A extends unknown[], R>(ask: (...asked: A) => R): (...asked: A) => R {
    return (...asked) => {
      submit();
      return ask(...asked);
    };
  }

  return {
    ...plain,
    submits,
    step: after((...given) => {
      plain.step(...given);
    }),
    readTerms: after(() => plain.readTerms()),
    encode: after((...asked) => plain.encode(...asked)),
    decode: after((...asked) => plain.decode(...asked)),
    score: after((...asked) => plain.score(...asked)),
    probe: after((...asked) => plain.probe(...asked)),
    exportState: after(() => plain.exportState()),
    importState: after((next) => {
      plain.importState(next);
    }),
    openFeed: (plan) =>
      Promise.resolve({
        room,
        step(step, indices, settings) {
          const batch = makeBatch(vae, plan, seed, step, indices);
          queue.push(() => {
            plain.step(batch, settings);
          });
          if (queue.length === room) submit();
        },
        submit,
      }),
  };
}

function makeBatch(
  { pixels, latent, classes, dropoutUnits }: ResolvedVae,
  plan: FeedPlan,
  seed: number,
  step: number,
  indices: Uint32Array,
): TrainingBatch {
  const streams = stepStreams(seed);
  const count = indices.length;
  const images = new Float32Array(count * pixels);
  const labels = new Uint8Array(count);
  indices.forEach((index, row) => {
    if (index >= plan.images.count) throw new Error("an image that training does not meet");
    const chunk = plan.images.source.chunkWith(index);
    const place = index - chunk.start;
    const bytes = chunk.pixels.subarray(place * pixels, (place + 1) * pixels);
    bytes.forEach((byte, i) => (images[row * pixels + i] = byte / 255));
    labels[row] = chunk.labels[place] ?? 0;
  });
  const places = Array.from(indices, (_, row) => step * plan.batch + row);
  prepareInPlace(plan.pixels, images, { rng: streams.binarise, places });
  const draws = (name: keyof typeof streams, each: number, draw: (rng: Rng) => number) => {
    const rng = streams[name];
    if (rng.key.join() !== plan.keys[name].join()) throw new Error(`another stream for ${name}`);
    rng.position = step * plan.batch * each;
    return Float32Array.from({ length: count * each }, () => draw(rng));
  };
  return {
    ...{ count, images, labels: classes > 0 ? labels : null },
    epsilon: draws("epsilon", latent, (rng) => rng.normal()),
    dropout: dropoutUnits > 0 ? draws("dropout", dropoutUnits, (rng) => rng.uniform()) : null,
  };
}
