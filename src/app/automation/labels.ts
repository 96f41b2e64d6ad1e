/** Labels in scripts' requests: a conditional model must be told them, any other takes none. */
import { fieldInvalid } from "#/app/automation/input.ts";

export interface LabelReader {
  /** One class for all of `count`. @throws EngineError "field-invalid" */
  forAll(label: number | undefined, count: number, name: string): Uint8Array | null;
  /** A class each. @throws EngineError "field-invalid" */
  each(labels: readonly number[] | undefined, count: number, name: string): Uint8Array | null;
}

/** @param classes labels the model knows; null for an unconditional one. */
export function labelReader(classes: number | null): LabelReader {
  if (classes === null) {
    const refuse = (given: unknown, name: string): null => {
      if (given === undefined) return null;
      throw fieldInvalid(name, JSON.stringify(given), "none, this model is not conditional");
    };
    return {
      forAll: (label, _, name) => refuse(label, name),
      each: (labels, _, name) => refuse(labels, name),
    };
  }
  const range = `0 … ${String(classes - 1)}`;
  const checked = (label: number, name: string): number => {
    if (label < classes) return label;
    throw fieldInvalid(name, String(label), range);
  };
  return {
    forAll(label, count, name) {
      if (label === undefined) throw fieldInvalid(name, "left out", `a class, ${range}`);
      return new Uint8Array(count).fill(checked(label, name));
    },
    each(labels, count, name) {
      if (labels?.length !== count) {
        const given = labels === undefined ? "left out" : `${String(labels.length)} labels`;
        throw fieldInvalid(name, given, `one class an image, ${range}`);
      }
      return Uint8Array.from(labels, (label) => checked(label, name));
    },
  };
}
