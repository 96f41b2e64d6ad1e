/**
 * The optimisers' arithmetic as a loop in wasm: single precision and four weights at a time, neither
 * of which JavaScript computes in. Adam over 650,000 weights takes 0.7 ms so, and 3 as it is written
 * in hostUpdates.ts.
 */
import type { UpdateRule } from "#/core/training/optimizers.ts";
import type { HostUpdates } from "#/engine/reference/hostUpdates.ts";
import { adamFactors } from "#/engine/reference/optimizer.ts";
import {
  add,
  constant,
  div,
  type Expression,
  FOUR_FLOATS,
  mul,
  PAGE_BYTES,
  sqrt,
  type Statement,
  sub,
  wasmLoop,
  type Words,
} from "#/engine/wasmLoop.ts";

const [VALUES, FIRST, SECOND, GRADIENT] = [0, 1, 2, 3] as const;
const [SCALE, RATE, CORRECTION] = [0, 1, 2] as const;

/** Of `size` weights; null where there is no wasm, or none with vectors. */
export function createVectorUpdates(size: number, rule: UpdateRule): HostUpdates | null {
  if (typeof WebAssembly === "undefined") return null;
  const vectorBytes = FOUR_FLOATS * Math.ceil(size / 4);
  const code = wasmLoop({ vectorBytes, scalars: 3, body: (words) => statements(rule, words) });
  if (!WebAssembly.validate(code)) return null;

  const pages = Math.ceil((4 * vectorBytes) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { "": { memory } });
  const { loop } = instance.exports;
  if (!isLoop(loop)) throw new Error("the module has a loop");
  const vector = (index: number) => new Float32Array(memory.buffer, index * vectorBytes, size);

  return {
    vectors: {
      values: vector(VALUES),
      first: vector(FIRST),
      second: vector(SECOND),
      gradient: vector(GRADIENT),
    },
    step({ learningRate, scale, steps }) {
      const factors = rule.kind === "adam" ? adamFactors(rule, learningRate, steps) : null;
      loop(vectorBytes, scale, factors?.rate ?? learningRate, factors?.correction ?? 1);
    },
  };
}

function isLoop(exported: unknown): exported is (...numbers: readonly number[]) => void {
  return typeof exported === "function";
}

/** The lines of hostUpdates.ts, but that moments move by differences, which loses less in single precision. */
function statements(rule: UpdateRule, { read, assign, scalar }: Words): readonly Statement[] {
  const [first, second, gradient] = [read(FIRST), read(SECOND), read(GRADIENT)];
  const scaled = assign(GRADIENT, mul(gradient, scalar(SCALE)));
  const mean = (of: Expression, before: Expression, decay: number) =>
    add(before, mul(constant(1 - decay), sub(of, before)));
  const squares = assign(SECOND, mean(mul(gradient, gradient), second, rule.decay));
  const overRoot = (x: Expression, square: Expression) =>
    div(x, add(sqrt(square), constant(rule.epsilon)));
  const move = (by: Expression) => assign(VALUES, sub(read(VALUES), by));
  // Without momentum nothing is kept.
  const push = (by: Expression) =>
    rule.momentum === 0
      ? [move(mul(scalar(RATE), by))]
      : [
          assign(FIRST, add(mul(constant(rule.momentum), first), by)),
          move(mul(scalar(RATE), first)),
        ];
  switch (rule.kind) {
    case "adam":
      return [
        scaled,
        assign(FIRST, mean(gradient, first, rule.momentum)),
        squares,
        move(overRoot(mul(scalar(RATE), first), mul(scalar(CORRECTION), second))),
      ];
    case "rmsprop":
      return [scaled, squares, ...push(overRoot(gradient, second))];
    case "sgd":
      return [scaled, ...push(gradient)];
  }
}
