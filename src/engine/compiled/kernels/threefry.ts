/**
 * The streams of core/rng.ts in WGSL: any number of a stream from its key and place alone. The words
 * are the same bits, the uniforms the same floats; normals take no sine or cosine, which WGSL
 * promises to 2⁻¹¹ only, and agree to 1e-4.
 */
import {
  ERF_INVERSE_CENTRE,
  ERF_INVERSE_TAIL,
  THREEFRY_PARITY,
  THREEFRY_ROTATIONS,
} from "#/core/rng.ts";
import { float, uint } from "#/engine/compiled/wgsl.ts";

/** One block of Threefry-2x32-20, its rounds written out. */
const block = `fn threefry(key: vec2u, counter: vec2u) -> vec2u {
  let keys = array<u32, 3>(key.x, key.y, ${uint(THREEFRY_PARITY)} ^ key.x ^ key.y);
  var x = counter + key;
${[0, 1, 2, 3, 4].map(rounds).join("\n")}
  return x;
}`;

function rounds(group: number): string {
  const first = (group % 2) * 4;
  const turns = THREEFRY_ROTATIONS.slice(first, first + 4).map(
    (turn) => `  x.x += x.y; x.y = ((x.y << ${uint(turn)}) | (x.y >> ${uint(32 - turn)})) ^ x.x;`,
  );
  const [a, b] = [(group + 1) % 3, (group + 2) % 3];
  return [...turns, `  x += vec2u(keys[${a}], keys[${b}] + ${uint(group + 1)});`].join("\n");
}

/** Word `index` after a place; two words a block, and the place may be an odd one. */
const word = `fn streamWord(place: vec4u, index: u32) -> u32 {
  let low = place.z + index;
  let high = place.w + select(0u, 1u, low < index);
  let words = threefry(place.xy, vec2u((low >> 1u) | (high << 31u), high >> 1u));
  return select(words.x, words.y, (low & 1u) == 1u);
}`;

/** In (0, 1], of 24 bits: a half above the last of them rounds up. */
const uniform = `fn streamUniform(place: vec4u, index: u32) -> f32 {
  return (f32(streamWord(place, index) >> 8u) + 0.5f) * ${float(2 ** -24)};
}`;

/** Whether the stream's uniform is below byte / 255, in whole numbers: without any rounding. */
const belowByte = `fn streamBelow(place: vec4u, index: u32, byte: u32) -> bool {
  return (streamWord(place, index) >> 8u) < ${uint((2 ** 24 - 1) / 255)} * byte + (byte >> 7u);
}`;

/** x = 2p − 1 and both factors of 1 − x² from whole numbers: p itself may round to 1. */
const normal = `fn streamNormal(place: vec4u, index: u32) -> f32 {
  let odd = 2u * (streamWord(place, index) >> 8u) + 1u;
  let x = f32(i32(odd) - ${String(2 ** 24)}) * ${float(2 ** -24)};
  let w = -log(f32(odd) * ${float(2 ** -24)} * (f32(${uint(2 ** 25)} - odd) * ${float(2 ** -24)}));
  if (w < 5f) { return ${float(Math.SQRT2)} * x * ${horner(ERF_INVERSE_CENTRE, "(w - 2.5f)")}; }
  return ${float(Math.SQRT2)} * x * ${horner(ERF_INVERSE_TAIL, "(sqrt(w) - 3f)")};
}`;

function horner(coefficients: readonly number[], x: string): string {
  return coefficients.reduce<string>(
    (sum, c, i) => (i === 0 ? float(c) : `(${sum} * ${x} + ${float(c)})`),
    "",
  );
}

/** Functions `streamWord`, `streamUniform`, `streamBelow` and `streamNormal`. */
export const streamFunctions: readonly string[] = [block, word, uniform, belowByte, normal];
