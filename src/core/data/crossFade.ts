/** The average of two pictures, pixel by pixel: what a path in pixel space would show. No model. */

/** (1 − t)·a + t·b. [D] */
export function crossFade(a: Float32Array, b: Float32Array, t: number): Float32Array {
  return a.map((value, i) => (1 - t) * value + t * (b[i] ?? 0));
}

/** Mean of `count` pictures, [count × D]; null of none. [D] */
export function meanPicture(images: Float32Array, count: number): Float32Array | null {
  if (count === 0) return null;
  const length = images.length / count;
  const mean = new Float32Array(length);
  images.forEach((value, at) => {
    const pixel = at % length;
    mean[pixel] = (mean[pixel] ?? 0) + value / count;
  });
  return mean;
}
