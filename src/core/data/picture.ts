/**
 * A picture from elsewhere, as a model of grey or colour images can be given it. Reading files is
 * not done here.
 */
import { squareResampler } from "#/core/data/resample.ts";

/** Red, green and blue in [0, 1], row-major. [height × width × 3] */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly pixels: Float32Array;
}

/** The largest centred square, in the model's size. [side × side × 3] */
export function colourSquare({ height, width, pixels }: Picture, side: number): Float32Array {
  const out = new Float32Array(side * side * 3);
  squareResampler([height, width, 3], side, "centre")(pixels, out);
  return out;
}

/**
 * The whole picture as ink on an empty square, [side × side]. What is dark on a light ground, as on
 * paper, is turned round: 1 is ink.
 */
export function inkSquare(picture: Picture, side: number): Float32Array {
  const { height, width } = picture;
  const grey = luma(picture);
  const ink = rimMean(grey, height, width) > 0.5 ? grey.map((x) => 1 - x) : grey;
  const out = new Float32Array(side * side);
  squareResampler([height, width, 1], side, "fit")(ink, out);
  return out;
}

/** Of the eye's weights (Recommendation ITU-R BT.601). [height × width] */
function luma({ height, width, pixels }: Picture): Float32Array {
  return Float32Array.from({ length: height * width }, (_, i) => {
    const [r, g, b] = [pixels[3 * i] ?? 0, pixels[3 * i + 1] ?? 0, pixels[3 * i + 2] ?? 0];
    return 0.299 * r + 0.587 * g + 0.114 * b;
  });
}

function rimMean(grey: Float32Array, height: number, width: number): number {
  let [sum, count] = [0, 0];
  grey.forEach((value, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    if (row > 0 && row < height - 1 && column > 0 && column < width - 1) return;
    sum += value;
    count++;
  });
  return sum / count;
}
