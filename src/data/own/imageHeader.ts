/**
 * What an image file says of itself in its first bytes: its kind and its size. Read before anything
 * is decoded, for decoding is where a small file becomes a gigabyte. Decodes nothing.
 * JPEG: ITU T.81, annex B; PNG: ISO/IEC 15948; GIF 89a; WebP: RFC 9649; BMP: the three Windows
 * headers.
 */
export interface ImageHeader {
  readonly kind: "jpeg" | "png" | "gif" | "webp" | "bmp";
  /** As stored, before any turning. */
  readonly width: number;
  readonly height: number;
  /** True where EXIF says that the picture is to be shown lying on its side. */
  readonly turned: boolean;
}

/** Null for anything else, and for a file that breaks off before it says its size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readJpeg(view) ?? readPng(view) ?? readGif(view) ?? readWebp(view) ?? readBmp(view);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sized(
  kind: ImageHeader["kind"],
  width: number,
  height: number,
  turned = false,
): ImageHeader | null {
  return width > 0 && height > 0 ? { kind, width, height, turned } : null;
}

function ascii(view: DataView, at: number, text: string): boolean {
  if (view.byteLength < at + text.length) return false;
  for (let i = 0; i < text.length; i++) {
    if (view.getUint8(at + i) !== text.charCodeAt(i)) return false;
  }
  return true;
}

/** Markers that carry no length of their own. */
const bare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Frame headers are 0xC0 … 0xCF without the tables (C4, C8, CC) among them. */
const frame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker % 4 !== 0;

function readJpeg(view: DataView): ImageHeader | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let turned = false;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A marker may be preceded by fill bytes.
    if (marker === 0xff) at += 1;
    else if (bare(marker)) at += 2;
    else {
      if (frame(marker) || marker === 0xc0) {
        return sized("jpeg", view.getUint16(at + 7), view.getUint16(at + 5), turned);
      }
      if (marker === 0xd9 || marker === 0xda) return null;
      if (marker === 0xe1 && ascii(view, at + 4, "Exif\0\0")) turned = exifTurns(view, at + 10);
      at += 2 + view.getUint16(at + 2);
    }
  }
}

/** Orientation (tag 0x0112) 5 … 8 exchanges the sides. `tiff`: where the TIFF header begins. */
function exifTurns(view: DataView, tiff: number): boolean {
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > view.byteLength) return false;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > view.byteLength) return false;
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5;
  }
  return false;
}

function readPng(view: DataView): ImageHeader | null {
  if (!ascii(view, 1, "PNG\r\n\x1a\n") || !ascii(view, 12, "IHDR")) return null;
  return sized("png", view.getUint32(16), view.getUint32(20));
}

function readGif(view: DataView): ImageHeader | null {
  if (!ascii(view, 0, "GIF8")) return null;
  return sized("gif", view.getUint16(6, true), view.getUint16(8, true));
}

function readWebp(view: DataView): ImageHeader | null {
  if (!ascii(view, 0, "RIFF") || !ascii(view, 8, "WEBP")) return null;
  if (ascii(view, 12, "VP8X")) {
    const threeBytes = (at: number) => view.getUint16(at, true) + 0x1_0000 * view.getUint8(at + 2);
    return sized("webp", 1 + threeBytes(24), 1 + threeBytes(27));
  }
  if (ascii(view, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return sized("webp", 1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
  }
  if (!ascii(view, 12, "VP8 ")) return null;
  return sized("webp", view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
}

function readBmp(view: DataView): ImageHeader | null {
  if (!ascii(view, 0, "BM")) return null;
  if (view.getUint32(14, true) === 12) {
    return sized("bmp", view.getUint16(18, true), view.getUint16(20, true));
  }
  // A negative height means that the rows run downwards.
  return sized("bmp", view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
}
