import { expect, it } from "vitest";
import { noDraws, packRow, rowBytes, settingsDeclaration } from "#/engine/compiled/settings.ts";

const row = {
  ...{ count: 3, slot: 7, rate: 0.5, correction: 2, scale: 0.25, longest: 0 },
  ...{ klWeight: 4, freeBits: 0.125 },
};

/** Where each field lies, by the layout rules of a uniform structure: a vec4u begins at a multiple of 16. */
function offsets(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let at = 0;
  for (const [, name = "", type] of settingsDeclaration.matchAll(/^ {2}(\w+): (\w+),$/gm)) {
    const size = type === "vec4u" ? 16 : 4;
    at = Math.ceil(at / size) * size;
    found.set(name, at);
    at += size;
  }
  return found;
}

it("lays a row out as the shaders read it", () => {
  const rows = new DataView(new ArrayBuffer(2 * rowBytes));
  const draws = { ...noDraws, dropoutPlace: [1, 2, 3, 0xffffffff], firstRecord: 9 } as const;
  packRow(rows, 1, { ...row, ...draws });
  const at = (name: string) => rowBytes + (offsets().get(name) ?? -1);
  for (const [name, value] of Object.entries(row)) {
    const isWord = name === "count" || name === "slot";
    expect(isWord ? rows.getUint32(at(name), true) : rows.getFloat32(at(name), true)).toBe(value);
  }
  expect(rows.getUint32(at("firstRecord"), true)).toBe(9);
  expect(rows.getUint32(at("dropoutPlace") + 12, true)).toBe(0xffffffff);
  expect(rows.getFloat32(at("infinity"), true)).toBe(Infinity);
  expect(new Uint8Array(rows.buffer, 0, rowBytes).every((byte) => byte === 0)).toBe(true);
});

it("fits a row into the smallest offset that every device takes", () => {
  expect(Math.max(...offsets().values()) + 4).toBeLessThanOrEqual(rowBytes);
});
