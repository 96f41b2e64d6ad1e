/** Encodes 8-bit grey or RGB pixels as a PNG in a data: URL (ISO/IEC 15948), for a set's sprite. */
import { zlibSync } from "fflate";
import { crc32 } from "#/data/crc32.ts";

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(body, 8);
  view.setUint32(body.length + 8, Number.parseInt(crc32(bytes.subarray(4, body.length + 8)), 16));
  return bytes;
}

/** @param shape [height, width, channels 1 or 3]; `pixels` row-major, channels last */
export function pngUrl(pixels: Uint8Array, shape: readonly [number, number, number]): string {
  const [height, width, channels] = shape;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, channels === 3 ? 2 : 0], 8);
  const stride = width * channels;
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    rows.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  }
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(rows)),
    chunk("IEND", new Uint8Array()),
  ];
  const text = parts.map((part) => Array.from(part, (byte) => String.fromCharCode(byte)).join(""));
  return `data:image/png;base64,${btoa(text.join(""))}`;
}
