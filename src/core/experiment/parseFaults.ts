/** A parser's issue as a fault that names field, value and what is allowed. */
import type { BaseIssue } from "valibot";
import type { Fault } from "#/core/fault.ts";
import { activations } from "#/core/model/spec.ts";
import { blockExtras, blockKinds, blockNumbers, paddings } from "#/core/experiment/blockFields.ts";
import { presetIds } from "#/core/experiment/config.ts";
import { allowedText } from "#/core/experiment/field.ts";
import { fieldAt, fieldPaths, isFieldPath } from "#/core/experiment/fields.ts";

/** Longer values would push the sentence off the page. */
const SHOWN_LENGTH = 60;

export function issueFault(issue: BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((item) => String(item.key)).join(".");
  if (issue.type === "strict_object" && issue.expected === "never") {
    return {
      code: "unknown-field",
      message: `There is no field "${path}".`,
      hint: `The fields are ${fieldPaths.join(", ")}.`,
      values: { field: path },
    };
  }
  return fieldFault(path, issue.input);
}

/** "field-invalid" for a value at a path, such as "objective.beta" or "model.encoder.0.units". */
export function fieldFault(path: string, value: unknown): Fault {
  const field = path === "" ? "experiment" : path;
  const range = allowedAt(path);
  const shown = showValue(value);
  return {
    code: "field-invalid",
    message: `${field} cannot be ${shown}.`,
    hint: `Allowed: ${range}.`,
    values: { field, value: shown, range },
  };
}

export function unknownPreset(input: unknown): Fault {
  const shown = showValue(input);
  const allowed = presetIds.join(", ");
  return {
    code: "unknown-preset",
    message: `There is no preset ${shown}.`,
    hint: `The presets are ${allowed}.`,
    values: { preset: typeof input === "string" ? input : shown, allowed },
  };
}

function allowedAt(path: string): string {
  if (isFieldPath(path)) {
    const field = fieldAt(path);
    switch (field.kind) {
      case "choice":
        return field.options.join(", ");
      case "switch":
        return "true, false";
      case "limit":
        return `${allowedText(field)}, null`;
      case "dataSet":
        return "a–z 0–9 -";
      case "blocks":
        return `0 … ${String(field.maxBlocks)} × { kind: ${blockKinds.join(" | ")}, … }`;
      case "number":
      case "integer":
        return allowedText(field);
    }
  }
  const part = path.split(".").at(-1) ?? "";
  if (part === "activation") return activations.join(", ");
  if (part === "kind") return blockKinds.join(", ");
  if (part === "padding") return paddings.join(", ");
  if (part === "dropout") return allowedText(blockExtras.dropout);
  if (path.includes("batchNorm")) {
    if (part === "momentum") return allowedText(blockExtras.batchNormMomentum);
    if (part === "epsilon") return allowedText(blockExtras.batchNormEpsilon);
    return "{ momentum, epsilon }";
  }
  const number = Object.entries(blockNumbers).find(([name]) => name === part);
  if (number !== undefined) return allowedText(number[1]);
  return "{ … }";
}

function showValue(value: unknown): string {
  switch (typeof value) {
    case "string": {
      const text = JSON.stringify(value);
      return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH)}…`;
    }
    // Not written out: objects from scripts may hold anything, themselves included.
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "[…]" : "{…}";
    case "function":
    case "symbol":
      return typeof value;
    case "number":
    case "boolean":
    case "bigint":
    case "undefined":
      return String(value);
  }
}
