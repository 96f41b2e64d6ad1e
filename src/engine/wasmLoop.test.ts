import { describe, expect, it } from "vitest";
import { add, constant, div, FOUR_FLOATS, mul, sqrt, sub, wasmLoop } from "#/engine/wasmLoop.ts";

const [A, B, RESULT] = [0, 1, 2] as const;
/** More than one byte of LEB128 tells. */
const VECTORS = 20;
const vectorBytes = VECTORS * FOUR_FLOATS;

describe("loops in wasm", () => {
  it("compute what their statements say, in turn, at every place", () => {
    const code = wasmLoop({
      vectorBytes,
      scalars: 2,
      body: ({ read, assign, scalar }) => [
        assign(RESULT, sqrt(add(mul(read(A), read(A)), read(B)))),
        assign(RESULT, div(sub(mul(read(RESULT), scalar(0)), constant(0.5)), scalar(1))),
      ],
    });
    const memory = new WebAssembly.Memory({ initial: 1 });
    const [a, b, result] = [A, B, RESULT].map(
      (vector) => new Float32Array(memory.buffer, vector * vectorBytes, 4 * VECTORS),
    );
    a?.forEach((_, i) => (a[i] = i));
    b?.forEach((_, i) => (b[i] = 2 * i + 1));

    const { loop } = new WebAssembly.Instance(new WebAssembly.Module(code), { "": { memory } })
      .exports;
    Reflect.apply(loop as () => void, null, [vectorBytes, 3, 2]);

    expect(Array.from(result ?? [])).toEqual(
      Array.from({ length: 4 * VECTORS }, (_, i) => (3 * (i + 1) - 0.5) / 2),
    );
    expect(a?.at(-1)).toBe(4 * VECTORS - 1);
  });
});
