/** Lists of images and vectors ⇄ the flat arrays the trainer takes. */
import { EngineError } from "#/core/fault.ts";
import { fieldInvalid } from "#/app/automation/input.ts";

/** [count × size] from `count` rows. @throws EngineError "images-invalid" */
export function flattenImages(images: readonly Float32Array[], size: number): Float32Array {
  const flat = new Float32Array(images.length * size);
  for (const [i, image] of images.entries()) {
    if (image.length !== size) {
      throw badImages(
        `image ${String(i)} has ${String(image.length)} numbers, not ${String(size)}`,
      );
    }
    if (!image.every((pixel) => pixel >= 0 && pixel <= 1)) {
      throw badImages(`image ${String(i)} has a pixel outside [0, 1]`);
    }
    flat.set(image, i * size);
  }
  return flat;
}

/** [count × size] from `count` vectors of finite numbers. @throws EngineError "field-invalid" */
export function flattenVectors(
  vectors: readonly Float32Array[],
  size: number,
  name: string,
): Float32Array {
  const flat = new Float32Array(vectors.length * size);
  for (const [i, vector] of vectors.entries()) {
    checkFinite(vector, size, `${name}.${String(i)}`);
    flat.set(vector, i * size);
  }
  return flat;
}

/** @throws EngineError "field-invalid" unless there are `size` finite numbers. */
export function checkFinite(values: Float32Array, size: number, name: string): void {
  if (values.length !== size) {
    throw fieldInvalid(name, `${String(values.length)} numbers`, `${String(size)} numbers`);
  }
  if (!values.every(Number.isFinite)) throw fieldInvalid(name, "NaN", "finite numbers");
}

/** Rows of a flat array, each a copy of its own. */
export function rows(flat: Float32Array, count: number): Float32Array[] {
  const size = count === 0 ? 0 : flat.length / count;
  return Array.from({ length: count }, (_, i) => flat.slice(i * size, (i + 1) * size));
}

function badImages(reason: string): EngineError {
  return new EngineError({
    code: "images-invalid",
    message: `These images do not fit the model: ${reason}.`,
    hint: "Give row-major pixels in [0, 1], channels last.",
    values: { reason },
  });
}
