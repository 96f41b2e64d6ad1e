import { describe, expect, it } from "vitest";
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import {
  correlationOf,
  phaseFunctions,
  phasesOf,
  spreadFunction,
  tapWeightFunction,
  windowFunction,
  windowSize,
  type Correlation,
} from "#/engine/compiled/kernels/correlation.ts";
import { inFours, type Reading, single } from "#/engine/compiled/kernels/reading.ts";
import { drawCase } from "#/engine/testing/draws.ts";
import { sidePadding } from "#/engine/reference/layers/padding.ts";

const layers = Array.from({ length: 60 }, (_, i) => drawCase(i)).flatMap(({ name, vae }) =>
  [...vae.encoder, ...vae.decoder, vae.output]
    .filter(({ op }) => op !== "dense")
    .map((layer) => ({ name: `${layer.name}, ${name}`, layer })),
);

/** WGSL's integers are JavaScript's big ones, division and all. */
function inJavaScript(code: string): string {
  return code
    .replace(/fn (\w+)\(([^)]*)\) -> \w+/g, (_, name: string, parameters: string) => {
      return `function ${name}(${parameters.replace(/: u32/g, "")})`;
    })
    .replace(/\b(\d+)f\b/g, "0n")
    .replace(/\b(\d+)u?\b/g, "$1n");
}

/** What a list, an expression over the functions, has in it: texts. */
async function evaluate(code: string, list: string): Promise<readonly string[]> {
  const text = `const u32 = (v) => v, i32 = u32, vec2u = (x, y) => ({ x, y });
const range = (n) => Array.from({ length: n }, (_, i) => BigInt(i));
const small = new Proxy([], { get: (_, i) => BigInt(i) + 1n }), weights = small;
${inJavaScript(code)}
export default ${list}.join();`;
  const url = `data:text/javascript,${encodeURIComponent(text)}`;
  const module: unknown = await import(/* @vite-ignore */ url);
  const found = module !== null && typeof module === "object" && "default" in module;
  if (!found || typeof module.default !== "string") throw new Error("no text came");
  return module.default.split(",");
}

/** Entry of `window` by entry of the small map's pixels: index of what it reads + 1, 0 beyond the border. */
function byDefinition(layer: ResolvedLayer, of: Correlation): readonly number[] {
  const { large, small, side, stride } = of;
  const [height, width, channels] = large;
  const above = sidePadding(height, side, layer).before;
  const left = sidePadding(width, side, layer).before;
  const found: number[] = [];
  for (let image = 0; image < 2; image++)
    for (let i = 0; i < small[0]; i++)
      for (let j = 0; j < small[1]; j++)
        for (let a = 0; a < side; a++)
          for (let b = 0; b < side; b++)
            for (let channel = 0; channel < channels; channel++) {
              const [y, x] = [i * stride + a - above, j * stride + b - left];
              const inside = y >= 0 && x >= 0 && y < height && x < width;
              const pixel = (image * height + y) * width + x;
              found.push(inside ? pixel * channels + channel + 1 : 0);
            }
  return found;
}

/** The same convolution between maps of four times as many channels. */
function inWholeFours(of: Correlation): Correlation {
  const [large, small] = [of.large, of.small].map(
    ([height, width, channels]) => [height, width, 4 * channels] as const,
  );
  return { ...of, large: large ?? of.large, small: small ?? of.small };
}

/** Four entries, told by the first of them. */
const fours: Reading = {
  ...inFours,
  zero: "0f",
  at: (as, index) => `${as}[(${index}) / 4u * 4u]`,
};

describe("a convolution's index functions", () => {
  it.each(layers)("gather the windows: $name", async ({ layer }) => {
    const of = correlationOf(layer);
    const { large, small } = of;
    const code = windowFunction(
      of,
      single,
      (pixel, channel) => `${pixel} * ${String(large[2])}u + ${channel} + 1u`,
    );
    const [places, entries] = [2 * small[0] * small[1], windowSize(of)];
    const all = `range(${String(places)}).flatMap((p) => range(${String(entries)}).map((e) => window(p, e)))`;
    expect((await evaluate(code, all)).map(Number)).toEqual(byDefinition(layer, of));
  });

  it.each(layers)("spread what the windows gather, once each: $name", async ({ layer }) => {
    const of = correlationOf(layer);
    const { large, small, side } = of;
    const { count, rows, columns, taps } = phasesOf(of);
    const depth = taps ** 2 * small[2];
    // Of every tap that counts: large pixel, tap of the kernel, entry of the small map + 1.
    const all = `range(${String(count)}).flatMap((phase) =>
      range(${String(rows * columns)}).flatMap((place) => {
        const pixel = largePixel(place, phase);
        if (pixel >= ${String(large[0] * large[1])}) return [];
        return range(${String(depth)}).flatMap((entry) => {
          const read = spread(place, entry, phase);
          if (read === 0n) return [];
          const tap = tapOf(entry / BigInt(${String(small[2])}), phase);
          return [[pixel, tap.x, tap.y, read].join(" ")];
        });
      }))`;
    const found = await evaluate([phaseFunctions(of), spreadFunction(of, single)].join("\n"), all);
    expect(found.toSorted()).toEqual(fromWindows(layer, of, side).toSorted());
  });

  it.each(layers)("read in fours what they read one by one: $name", async ({ layer }) => {
    const of = inWholeFours(correlationOf(layer));
    const { large, small } = of;
    const { count, rows, columns, taps } = phasesOf(of);
    const code = [single, fours].flatMap((reading) => [
      windowFunction(of, reading, (pixel, channel) =>
        reading.at("small", `${pixel} * ${String(large[2])}u + ${channel}`),
      ),
      spreadFunction(of, reading),
      tapWeightFunction(of, reading, 8),
    ]);
    const n = String;
    const each = (
      places: number,
      entries: number,
      call: (suffix: string, entry: string) => string,
    ) =>
      `range(${n(places)}).flatMap((place) => range(${n(entries / 4)}).map((four) => {
        const one = range(4).map((i) => ${call("", "(4n * four + i)")});
        const both = [${call("Fours", "(4n * four)")}, ...one];
        return one.every((found, i) => found === (one[0] === 0n ? 0n : one[0] + BigInt(i)))
          && both[0] === one[0];
      }))`;
    const windows = each(
      2 * small[0] * small[1],
      windowSize(of),
      (suffix, entry) => `window${suffix}(place, ${entry})`,
    );
    const depth = taps ** 2 * small[2];
    const spreads = each(
      rows * columns,
      depth,
      (suffix, entry) => `spread${suffix}(place, ${entry}, phase)`,
    );
    const weights = each(
      large[2],
      depth,
      (suffix, entry) => `weightOf${suffix}(${entry}, place, phase)`,
    );
    const phases = `range(${n(count)}).flatMap((phase) => [...${spreads}, ...${weights}])`;
    const text = [phaseFunctions(of), ...code].join("\n");
    expect(new Set(await evaluate(text, `[...${windows}, ...${phases}]`))).toEqual(
      new Set(["true"]),
    );
  });
});

/** The same triples, from the windows. */
function fromWindows(layer: ResolvedLayer, of: Correlation, side: number): readonly string[] {
  const { large, small } = of;
  const channels = large[2];
  const gathered = byDefinition(layer, of);
  const size = windowSize(of);
  const triples: string[] = [];
  for (let pixel = 0; pixel < small[0] * small[1]; pixel++)
    for (let tap = 0; tap < side * side; tap++) {
      const read = gathered[pixel * size + tap * channels] ?? 0;
      if (read === 0) continue;
      const at = (read - 1) / channels;
      const position = `${String(at)} ${String(Math.floor(tap / side))} ${String(tap % side)}`;
      for (let channel = 0; channel < small[2]; channel++)
        triples.push(`${position} ${String(pixel * small[2] + channel + 1)}`);
    }
  return triples;
}
