/**
 * Every field of an experiment, as data: defaults, checks, the URL, the controls and their help are
 * derived from here, so they cannot disagree. Labels and help are i18n keys,
 * `setup.fields.<path>.label` and `.help`. The default values together are `mnist-dense-2`.
 */
import type { Field } from "#/core/experiment/field.ts";
import { dataFields } from "#/core/experiment/fields/data.ts";
import { modelFields } from "#/core/experiment/fields/model.ts";
import { objectiveFields } from "#/core/experiment/fields/objective.ts";
import { optimizerFields } from "#/core/experiment/fields/optimizer.ts";
import { trainingFields } from "#/core/experiment/fields/training.ts";

export const fields = {
  ...dataFields,
  ...modelFields,
  ...objectiveFields,
  ...optimizerFields,
  ...trainingFields,
} as const satisfies Record<string, Field>;

export type FieldPath = keyof typeof fields;

export function isFieldPath(text: string): text is FieldPath {
  return Object.hasOwn(fields, text);
}

/** In the order in which they are shown and written. */
export const fieldPaths: readonly FieldPath[] = Object.keys(fields).filter(isFieldPath);

export function fieldAt(path: FieldPath): Field {
  return fields[path];
}

/** Paths of one kind of field, for the controls. */
export type PathsOf<K extends Field["kind"]> = {
  [P in FieldPath]: (typeof fields)[P]["kind"] extends K ? P : never;
}[FieldPath];
