import { expect, it } from "vitest";
import { crc32 } from "#/data/crc32.ts";

it("gives the check value of the standard", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe("cbf43926");
});

it("keeps leading zeros", () => {
  expect(crc32(new Uint8Array())).toBe("00000000");
});
