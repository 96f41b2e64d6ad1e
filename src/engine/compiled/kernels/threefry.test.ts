import { expect, it } from "vitest";
import { streamFunctions } from "#/engine/compiled/kernels/threefry.ts";

/** As the shader has it, in whole numbers. */
function belowByte(word: number, byte: number): boolean {
  const code = streamFunctions.find((text) => text.includes("streamBelow")) ?? "";
  const factor = Number(/< (\d+)u \* byte/.exec(code)?.[1]);
  return word >>> 8 < factor * byte + (byte >>> 7);
}

it("decides in whole numbers what the processor decides in fractions, for every byte", () => {
  for (let byte = 0; byte < 256; byte++) {
    const grey = Math.fround(byte / 255);
    const nearest = Math.round(grey * 2 ** 24);
    for (let k = Math.max(0, nearest - 3); k < Math.min(2 ** 24, nearest + 3); k++) {
      expect(belowByte((k << 8) >>> 0, byte)).toBe((k + 0.5) / 2 ** 24 < grey);
    }
  }
});

it("turns by the same bits as the processor, five groups of four rounds", () => {
  const code = streamFunctions.join("\n");
  const turns = [...code.matchAll(/x\.y << (\d+)u/g)].map(([, bits]) => Number(bits));
  expect(turns).toHaveLength(20);
  expect(turns.slice(0, 8)).toEqual([13, 15, 26, 6, 17, 29, 16, 24]);
});
