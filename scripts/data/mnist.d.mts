export interface DigitSplit {
  /** Images one after another, a byte a pixel. */
  readonly pixels: Uint8Array;
  /** Label columns, the class first. */
  readonly labels: readonly [Uint8Array];
  /** Images in the first chunk, as many of each class. */
  readonly firstChunk: number;
}

/** Reads all of MNIST from its package. */
export function build(): Promise<{ readonly train: DigitSplit; readonly test: DigitSplit }>;
