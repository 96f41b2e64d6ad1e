import { describe, expect, it } from "vitest";
import { readImageHeader } from "#/data/own/imageHeader.ts";

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const little = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);
const big = (value: number, bytes: number) => little(value, bytes).reverse();

/** A JPEG up to its frame header: markers, each with its own length. */
function jpeg(frame: number, ...before: number[][]): Uint8Array {
  const sof = [0xff, frame, 0, 17, 8, ...big(218, 2), ...big(178, 2), 3];
  return Uint8Array.from([0xff, 0xd8, ...before.flat(), ...sof]);
}

function exif(orientation: number, order: "II" | "MM"): number[] {
  const write = order === "II" ? little : big;
  const tiff = [
    ...[...ascii(order), ...write(42, 2), ...write(8, 4), ...write(2, 2)],
    ...[...write(0x010f, 2), ...write(2, 2), ...write(4, 4), ...ascii("abc\0")],
    ...[...write(0x0112, 2), ...write(3, 2), ...write(1, 4), ...write(orientation, 2), 0, 0],
  ];
  return [0xff, 0xe1, ...big(tiff.length + 8, 2), ...ascii("Exif\0\0"), ...tiff];
}

const jfif = [0xff, 0xe0, ...big(16, 2), ...ascii("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0];
const webp = (kind: string, body: number[]) =>
  Uint8Array.from([...ascii("RIFF"), 0, 0, 0, 0, ...ascii(`WEBP${kind}`), 0, 0, 0, 0, ...body]);

describe("readImageHeader", () => {
  it.each([
    ["jpeg", jpeg(0xc0, jfif)],
    ["jpeg", jpeg(0xc2, jfif, [0xff, 0xc4, 0, 4, 0, 0])],
    ["jpeg", jpeg(0xc1, [0xff, 0xff, 0xfe, 0, 3, 7])],
    [
      "png",
      Uint8Array.from([
        ...[0x89, ...ascii("PNG\r\n\x1a\n"), 0, 0, 0, 13, ...ascii("IHDR")],
        ...[...big(178, 4), ...big(218, 4), 8, 2],
      ]),
    ],
    ["gif", Uint8Array.from([...ascii("GIF89a"), ...little(178, 2), ...little(218, 2)])],
    ["webp", webp("VP8X", [0, 0, 0, 0, ...little(177, 3), ...little(217, 3)])],
    ["webp", webp("VP8L", [0x2f, ...little(177 + 217 * 2 ** 14, 4)])],
    ["webp", webp("VP8 ", [0, 0, 0, 0x9d, 1, 0x2a, ...little(178, 2), ...little(218 + 0x4000, 2)])],
    [
      "bmp",
      Uint8Array.from([
        ...[...ascii("BM"), ...little(0, 12), ...little(40, 4)],
        ...[...little(178, 4), ...little(2 ** 32 - 218, 4)],
      ]),
    ],
    [
      "bmp",
      Uint8Array.from([
        ...[...ascii("BM"), ...little(0, 12), ...little(12, 4)],
        ...[...little(178, 2), ...little(218, 2)],
      ]),
    ],
  ])("reads the size of a %s (case %#)", (kind, bytes) => {
    expect(readImageHeader(bytes)).toEqual({ kind, width: 178, height: 218, turned: false });
  });

  it.each([
    [1, "II", false],
    [6, "II", true],
    [8, "MM", true],
    [3, "MM", false],
  ] as const)("tells from EXIF whether %i (%s) lies on its side", (orientation, order, turned) => {
    expect(readImageHeader(jpeg(0xc0, exif(orientation, order)))).toMatchObject({
      width: 178,
      height: 218,
      turned,
    });
  });

  it("says nothing of a file that breaks off, whatever its kind", () => {
    for (const whole of [jpeg(0xc0, jfif), webp("VP8X", [0, 0, 0, 0, 1, 0, 0, 1, 0, 0])]) {
      for (let length = 0; length < whole.length - 1; length++) {
        expect(readImageHeader(whole.subarray(0, length))).toBeNull();
      }
    }
  });

  it.each(["<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "", "not a picture"])(
    "knows nothing of %j",
    (text) => {
      expect(readImageHeader(Uint8Array.from(ascii(text)))).toBeNull();
    },
  );

  it("takes no picture without an area", () => {
    const bytes = Uint8Array.from([...ascii("GIF89a"), 0, 0, 1, 0]);
    expect(readImageHeader(bytes)).toBeNull();
  });

  it("sees 20,000 pixels a side before anything is decoded", () => {
    const bytes = Uint8Array.from([
      ...[0x89, ...ascii("PNG\r\n\x1a\n"), 0, 0, 0, 13, ...ascii("IHDR")],
      ...[...big(20_000, 4), ...big(20_000, 4)],
    ]);
    expect(readImageHeader(bytes)).toMatchObject({ width: 20_000, height: 20_000 });
  });
});
