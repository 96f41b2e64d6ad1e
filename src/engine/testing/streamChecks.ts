/** What a device draws from a stream, held to core/rng.ts: its words, uniforms and normals. */
import { createRng, type Rng } from "#/core/rng.ts";
import { streamFunctions } from "#/engine/compiled/kernels/threefry.ts";
import { streamPlace } from "#/engine/compiled/streamPlace.ts";
import { kernel, uint, write } from "#/engine/compiled/wgsl.ts";
import { assert, assertClose } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { runKernel } from "#/engine/testing/runKernel.ts";

/** Even and odd places, on both sides of a carry into the high word, and far beyond 2³². */
const positions = [0, 7, 2 ** 32 - 3, 2 ** 33 + 5, 2 ** 45 + 1];

export const streamChecks: readonly ConformanceCheck[] = [
  { name: "streams: words, uniforms and normals are those of the processor", run: sameNumbers },
  { name: "streams: normals have their moments, and none hangs on another", run: moments },
];

async function sameNumbers(): Promise<void> {
  const count = 3000;
  for (const position of positions) {
    const rng = createRng(2 ** 40 + 11).fork(`stream ${String(position)}`);
    const drawn = await draw(rng, position, count);
    const each = (next: () => number) => {
      rng.position = position;
      return Array.from({ length: count }, next);
    };
    const at = `from ${String(position)}`;
    const words = each(() => rng.uint32());
    assertClose(new Uint32Array(drawn.words.buffer), words, 0, `words ${at}`);
    const uniforms = each(() => rng.uniform());
    assertClose(drawn.uniforms, Float32Array.from(uniforms), 0, `uniforms ${at}`);
    // Values are of the order of one, so this is an absolute bound.
    const normals = each(() => rng.normal());
    assertClose(drawn.normals, normals, 1e-4 / Math.max(...normals.map(Math.abs)), `normals ${at}`);
    const below = uniforms.map((p, i) => (p < Math.fround((i % 256) / 255) ? 1 : 0));
    assertClose(drawn.below, below, 0, `uniforms below a byte ${at}`);
  }
}

/** Bounds of four and a half standard errors: all of these pass but once in ten thousand seeds. */
async function moments(): Promise<void> {
  const count = 100_000;
  const [a, b] = [createRng(1).fork("a"), createRng(1).fork("b")];
  const { normals } = await draw(a, 1, count);
  const { normals: others } = await draw(b, 1, count);
  const mean = (value: (x: number, i: number) => number) =>
    normals.reduce((sum, x, i) => sum + value(x, i), 0) / count;
  const near = (what: string, actual: number, expected: number, deviation: number) => {
    const off = Math.abs(actual - expected) / (deviation / Math.sqrt(count));
    assert(off < 4.5, `${what} is off by ${String(off)} standard errors`);
  };
  near(
    "the mean",
    mean((x) => x),
    0,
    1,
  );
  near(
    "the variance",
    mean((x) => x ** 2),
    1,
    Math.sqrt(2),
  );
  near(
    "the third moment",
    mean((x) => x ** 3),
    0,
    Math.sqrt(15),
  );
  near(
    "the fourth moment",
    mean((x) => x ** 4),
    3,
    Math.sqrt(96),
  );
  for (const lag of [1, 2, 20]) {
    near(
      `the product ${String(lag)} apart`,
      mean((x, i) => x * (normals[i + lag] ?? 0)),
      0,
      1,
    );
  }
  near(
    "the product of two streams",
    mean((x, i) => x * (others[i] ?? 0)),
    0,
    1,
  );
}

interface Drawn {
  /** The bits of whole words. */
  readonly words: Float32Array;
  readonly uniforms: Float32Array;
  readonly normals: Float32Array;
  /** 1 where uniform i is below (i mod 256) / 255. */
  readonly below: Float32Array;
}

async function draw(rng: Rng, position: number, count: number): Promise<Drawn> {
  const threads = 64;
  const drawing = kernel({
    label: "numbers of a stream",
    bindings: [
      write("words", "words", "u32"),
      write("uniforms", "uniforms"),
      write("normals", "normals"),
      write("below", "below"),
    ],
    threads,
    workgroups: [Math.ceil(count / threads), 1, 1],
    declarations: streamFunctions,
    body: `  let i = group.x * ${uint(threads)} + lane;
  if (i >= ${uint(count)}) { return; }
  words[i] = streamWord(settings.epsilonPlace, i);
  uniforms[i] = streamUniform(settings.epsilonPlace, i);
  normals[i] = streamNormal(settings.epsilonPlace, i);
  below[i] = select(0f, 1f, streamBelow(settings.epsilonPlace, i, i & 255u));`,
  });
  const names = ["words", "uniforms", "normals", "below"];
  const empty = new Float32Array();
  const [words = empty, uniforms = empty, normals = empty, below = empty] = await runKernel({
    kernel: drawing,
    settings: { epsilonPlace: streamPlace(rng.key, position) },
    wanted: names.map((name) => ({ name, length: count })),
  });
  return { words, uniforms, normals, below };
}
