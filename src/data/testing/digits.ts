/**
 * Real digits without the built data: MNIST's first chunk of the page (6,000 images to train on, 1,000
 * held out), read from its package. For tests alone.
 */
import type { DatasetEntry, Split } from "#/core/data/manifest.ts";
import { crc32 } from "#/data/crc32.ts";
import { type TinyServer, serveSet } from "#/data/testing/tinyServer.ts";
import { type DigitSplit, build } from "../../../scripts/data/mnist.mjs";
import { landmarks } from "../../../scripts/data/statistics.mjs";

const dimensions = 784;

/** A set called "mnist" whose splits have one chunk each. */
export async function createDigitServer(): Promise<TinyServer> {
  const { train, test } = await build();
  const bodies = { train: firstChunk(train), test: firstChunk(test) };
  const counts = { train: train.firstChunk, test: test.firstChunk };
  const pixels = bodies.train.subarray(0, counts.train * dimensions);
  const entry: DatasetEntry = {
    id: "mnist",
    name: "MNIST",
    shape: [28, 28, 1],
    counts,
    classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
    factors: [],
    licence: "none stated",
    credit: "",
    source: "",
    landmarks: landmarks(pixels, dimensions),
    sprite: {
      indices: Array.from({ length: 10 }, (_, digit) => test.labels[0].indexOf(digit)),
      image: "data:image/png;base64,AAAA",
    },
    sourceOrder: { train: null, test: null },
    chunks: (["train", "test"] as const).map((split) => ({
      file: `mnist/${split}-0.${crc32(bodies[split])}.bin`,
      split,
      count: counts[split],
      bytes: 1,
      checksum: crc32(bodies[split]),
    })),
  };
  return serveSet(entry, (split: Split) => bodies[split]);
}

function firstChunk({ pixels, labels, firstChunk: count }: DigitSplit): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(count * (dimensions + 1));
  body.set(pixels.subarray(0, count * dimensions));
  body.set(labels[0].subarray(0, count), count * dimensions);
  return body;
}
