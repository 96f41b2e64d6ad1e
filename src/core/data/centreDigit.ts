/**
 * Puts a drawing where MNIST has its digits: "size normalized to fit in a 20×20 pixel box while
 * preserving their aspect ratio … centered in a 28×28 image by computing the center of mass of the
 * pixels, and translating the image so as to position this point at the center" (LeCun, Cortes and
 * Burges, "The MNIST database of handwritten digits"). Other sides in the same proportion.
 */
import { squareResampler } from "#/core/data/resample.ts";

/** Fainter than this is paper. */
const paper = 1 / 16;

const boxShare = 20 / 28;

interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * @param ink [height × width] in [0, 1], 1 is ink.
 * @returns [side × side]; empty where there is no ink. The centre of mass lies within half a pixel
 * of the middle, by whole pixels, unless that would push ink over the rim.
 */
export function centreDigit(
  ink: Float32Array,
  height: number,
  width: number,
  side: number,
): Float32Array {
  const out = new Float32Array(side * side);
  const drawn = inkBox(ink, height, width, paper);
  if (drawn === null) return out;
  const boxSide = Math.round(boxShare * side);
  const fitted = new Float32Array(boxSide * boxSide);
  const resample = squareResampler([drawn.height, drawn.width, 1], boxSide, "fit");
  resample(cut(ink, width, drawn), fitted);
  const box = inkBox(fitted, boxSide, boxSide, 0);
  if (box === null) return out;
  const [x, y] = centreOfMass(fitted, boxSide);
  const within = (shift: number, start: number, length: number): number =>
    Math.min(Math.max(shift, -start), side - length - start);
  const right = within(Math.round(side / 2 - x), box.left, box.width);
  const down = within(Math.round(side / 2 - y), box.top, box.height);
  for (let i = box.top; i < box.top + box.height; i++) {
    for (let j = box.left; j < box.left + box.width; j++) {
      out[(i + down) * side + j + right] = fitted[i * boxSide + j] ?? 0;
    }
  }
  return out;
}

/** Rows and columns that hold anything above `threshold`; null where none do. */
function inkBox(ink: Float32Array, height: number, width: number, threshold: number): Box | null {
  let [top, left, bottom, right] = [height, width, -1, -1];
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      if ((ink[i * width + j] ?? 0) <= threshold) continue;
      top = Math.min(top, i);
      bottom = i;
      left = Math.min(left, j);
      right = Math.max(right, j);
    }
  }
  if (bottom < 0) return null;
  return { top, left, height: bottom - top + 1, width: right - left + 1 };
}

function cut(ink: Float32Array, width: number, box: Box): Float32Array {
  const out = new Float32Array(box.height * box.width);
  for (let i = 0; i < box.height; i++) {
    const from = (box.top + i) * width + box.left;
    out.set(ink.subarray(from, from + box.width), i * box.width);
  }
  return out;
}

/** Of the pixels' centres: column and row, 0 … side. */
export function centreOfMass(image: Float32Array, side: number): [x: number, y: number] {
  let [mass, x, y] = [0, 0, 0];
  image.forEach((value, at) => {
    mass += value;
    x += value * ((at % side) + 0.5);
    y += value * (Math.floor(at / side) + 0.5);
  });
  return mass === 0 ? [side / 2, side / 2] : [x / mass, y / mass];
}
