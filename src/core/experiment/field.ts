/**
 * The kinds of field an experiment has, and what a field says about itself. Not the fields
 * themselves (fields.ts), nor the checking of whole configs (parse.ts).
 */
import type { Block } from "#/core/model/spec.ts";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";

export interface Citation {
  /** Authors and year, as one writes them in a text. */
  readonly label: string;
  readonly url: string;
}

/** Formulas the page can show beside a field (features/setup/formulas). */
export type FormulaKey =
  | "objective"
  | "adam"
  | "reparameterisation"
  | "dense"
  | "convolution"
  | "activation"
  | "initialisation"
  | "standardise"
  | "condition"
  | "gaussian"
  | "crossEntropy"
  | "guards"
  | "klDivergence"
  | "annealing"
  | "freeBits"
  | "sigma"
  | "rmsprop"
  | "momentum"
  | "rateSchedule"
  | "clip"
  | "batchNorm"
  | "dropout";

/** Units that stand behind a number; null for a plain one. */
export type UnitKey = "images" | "epochs" | "pixels" | "dimensions" | "steps" | "nats" | "checks";

interface FieldBase {
  /** Live fields apply to the running model at its next step. */
  readonly applies: "live" | "restart";
  readonly citation: Citation | null;
  readonly formula: FormulaKey | null;
}

/** Which numbers are allowed, and how a control moves through them. */
export interface NumberLimits {
  readonly kind: "number" | "integer";
  readonly min: number;
  readonly max: number;
  /** True when `min` itself is not allowed. */
  readonly minExcluded: boolean;
  /** What an arrow key adds; on a log scale, the factor it multiplies by. */
  readonly step: number;
  readonly scale: "linear" | "log";
  /** Range of the slider, narrower than what may be typed; null where there is none. */
  readonly slider: readonly [from: number, to: number] | null;
  readonly unit: UnitKey | null;
}

export interface NumberField extends FieldBase, NumberLimits {
  readonly default: number;
  read(config: ExperimentConfig): number;
  patch(value: number): ExperimentPatch;
}

/** A count that may be left open: null is "all". */
export interface LimitField extends FieldBase, Omit<NumberLimits, "kind"> {
  readonly kind: "limit";
  readonly default: number | null;
  read(config: ExperimentConfig): number | null;
  patch(value: number | null): ExperimentPatch;
}

export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: readonly string[];
  readonly default: string;
  read(config: ExperimentConfig): string;
  /** An empty patch for a value that is no option. */
  patch(value: string): ExperimentPatch;
}

/** Yes or no. */
export interface SwitchField extends FieldBase {
  readonly kind: "switch";
  readonly default: boolean;
  read(config: ExperimentConfig): boolean;
  patch(value: boolean): ExperimentPatch;
}

/** The name of a data set; which names exist is the manifest's to say. */
export interface DataSetField extends FieldBase {
  readonly kind: "dataSet";
  readonly default: string;
  read(config: ExperimentConfig): string;
  patch(value: string): ExperimentPatch;
}

export interface BlocksField extends FieldBase {
  readonly kind: "blocks";
  /** Blocks a side, 0 … this. */
  readonly maxBlocks: number;
  readonly default: readonly Block[];
  read(config: ExperimentConfig): readonly Block[];
  patch(value: readonly Block[]): ExperimentPatch;
}

export type Field =
  NumberField | LimitField | ChoiceField | SwitchField | DataSetField | BlocksField;

/** A patch function over text that lets through the options alone. */
export function choose<T extends string>(
  options: readonly T[],
  patch: (value: T) => ExperimentPatch,
): (value: string) => ExperimentPatch {
  return (value) => {
    const option = options.find((o) => o === value);
    return option === undefined ? {} : patch(option);
  };
}

/** Whether a number is within the limits: finite, whole where it must be, in range. */
export function accepts(limits: Omit<NumberLimits, "kind"> & { kind: string }, value: number) {
  if (!Number.isFinite(value)) return false;
  if (limits.kind !== "number" && !Number.isSafeInteger(value)) return false;
  return (limits.minExcluded ? value > limits.min : value >= limits.min) && value <= limits.max;
}

/** The limits in signs that need no translation: "1, 2 … 256", "0 < … ≤ 10", "0 … 10000". */
export function allowedText(limits: Omit<NumberLimits, "kind"> & { kind: string }): string {
  const { min, max } = limits;
  if (limits.minExcluded) return `${String(min)} < … ≤ ${String(max)}`;
  if (limits.kind === "number") return `${String(min)} … ${String(max)}`;
  return `${String(min)}, ${String(min + 1)} … ${String(max)}`;
}

/**
 * Text as a person types it into a number field: "0.001", "1e-3", "−2", "12,000". Empty and other
 * text give NaN.
 */
export function readNumber(text: string): number {
  const plain = text
    .trim()
    .replace(/^−/, "-")
    .replace(/(\d),(?=\d{3}(?:\D|$))/g, "$1");
  return plain === "" || !/^[-+]?[\d.]/.test(plain) ? Number.NaN : Number(plain);
}
