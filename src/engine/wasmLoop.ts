/**
 * The bytes of a wasm module with one function: a loop over vectors of floats that lie behind each
 * other in its memory, four places at a time. Says nothing of what it computes. Opcodes and sections
 * are those of the WebAssembly core specification 2.0, chapter 5.
 */

/** Instructions that leave four floats on the stack. */
export type Expression = readonly number[];
/** Instructions that leave nothing there. */
export type Statement = readonly number[];

export interface WasmLoop {
  /** From the start of one vector to the start of the next; a multiple of `FOUR_FLOATS`. */
  readonly vectorBytes: number;
  /** How many numbers a call is given, which stay the same all along the vectors. */
  readonly scalars: number;
  /** Done in turn for each four places; what one assigns, the next ones read. */
  readonly body: (words: Words) => readonly Statement[];
}

/** Vectors and scalars by number. */
export interface Words {
  readonly read: (vector: number) => Expression;
  readonly assign: (vector: number, value: Expression) => Statement;
  readonly scalar: (index: number) => Expression;
}

/** Bytes. */
export const FOUR_FLOATS = 16;
/** What memory is counted in. */
export const PAGE_BYTES = 65536;

export const constant = (value: number): Expression => [
  0x43,
  ...new Uint8Array(Float32Array.of(value).buffer),
  ...vectorCode(0x13),
];
export const add = (a: Expression, b: Expression): Expression => [...a, ...b, ...vectorCode(0xe4)];
export const sub = (a: Expression, b: Expression): Expression => [...a, ...b, ...vectorCode(0xe5)];
export const mul = (a: Expression, b: Expression): Expression => [...a, ...b, ...vectorCode(0xe6)];
export const div = (a: Expression, b: Expression): Expression => [...a, ...b, ...vectorCode(0xe7)];
export const sqrt = (a: Expression): Expression => [...a, ...vectorCode(0xe3)];

const [I32, F32] = [0x7f, 0x7d];
const [FUNCTION, MEMORY] = [0x00, 0x02];

/** Imports `memory` from "", exports `loop(vectorBytes, …scalars)`. */
export function wasmLoop(spec: WasmLoop): Uint8Array<ArrayBuffer> {
  const parameters = [I32, ...new Array<number>(spec.scalars).fill(F32)];
  const code = [...sized([[1, I32]]), ...loopCode(spec)];
  return Uint8Array.from([
    ...[0x00, ...text("asm"), 0x01, 0x00, 0x00, 0x00],
    ...section(1, [0x60, ...bytesOf(parameters), 0]),
    ...section(2, [...bytesOf([]), ...bytesOf(text("memory")), MEMORY, 0x00, 1]),
    ...section(3, [0]),
    ...section(7, [...bytesOf(text("loop")), FUNCTION, 0]),
    ...section(10, bytesOf(code)),
  ]);
}

function loopCode({ vectorBytes, scalars, body }: WasmLoop): readonly number[] {
  const [end, at] = [get(0), 1 + scalars];
  const place = (vector: number) => [4, ...unsigned(vector * vectorBytes)];
  const statements = body({
    read: (vector) => [...get(at), ...vectorCode(0x00), ...place(vector)],
    assign: (vector, value) => [...get(at), ...value, ...vectorCode(0x0b), ...place(vector)],
    scalar: (index) => [...get(1 + index), ...vectorCode(0x13)],
  });
  const forward = [...get(at), 0x41, FOUR_FLOATS, 0x6a, 0x22, at];
  const again = [...end, 0x49, 0x0d, 0];
  return [0x03, 0x40, ...statements.flat(), ...forward, ...again, 0x0b, 0x0b];
}

const get = (local: number): readonly number[] => [0x20, local];
const vectorCode = (code: number): readonly number[] => [0xfd, ...unsigned(code)];
const text = (letters: string): readonly number[] => [...new TextEncoder().encode(letters)];
/** One entry. */
const section = (id: number, entry: readonly number[]) => [id, ...bytesOf([1, ...entry])];
const bytesOf = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes];
const sized = (entries: readonly (readonly number[])[]) => [
  ...unsigned(entries.length),
  ...entries.flat(),
];

/** LEB128. */
function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}
