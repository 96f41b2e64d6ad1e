/** What scripts pass in, parsed: unknown until it is known to fit, and refused with the field's name. */
import * as v from "valibot";
import { deviceFaults } from "#/core/backend/deviceFault.ts";
import { engineChoices } from "#/core/backend/engine.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import { alignmentKinds } from "#/core/latent/alignment.ts";

const whole = v.pipe(v.number(), v.integer());
const seed = v.pipe(whole, v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const atLeastOne = v.pipe(whole, v.minValue(1));
const finite = v.pipe(v.number(), v.finite());
const split = v.picklist(["train", "test"]);

/** Of a class. Whether the model takes one, and which it knows, is labels.ts's. */
const label = v.pipe(whole, v.minValue(0), v.maxValue(255));
const oneLabel = v.optional(label);
const labels = v.optional(v.pipe(v.array(label), v.maxLength(10_000)));

/** The most images one call may ask for: a 28×28 answer of so many weighs 31 MB. */
const mostImages = 10_000;

/** Float32Array, or plain numbers as JSON has them. */
const values = v.pipe(
  v.union([v.instance(Float32Array), v.array(v.number())]),
  v.transform((list) => Float32Array.from(list)),
);

export const imageList = v.pipe(v.array(values), v.maxLength(mostImages));

/** By its place; whether there is such a lane, the group knows. */
export const laneIndex = v.pipe(whole, v.minValue(0), v.maxValue(3));

export const inputs = {
  addLane: v.optional(v.strictObject({ from: v.optional(laneIndex, 0) }), {}),
  step: v.pipe(whole, v.minValue(0)),
  results: v.optional(v.strictObject({ limit: v.optional(atLeastOne) }), {}),
  align: v.nullable(v.picklist(alignmentKinds)),
  train: v.optional(
    v.strictObject({
      epochs: v.optional(v.pipe(finite, v.gtValue(0), v.maxValue(10_000))),
      steps: v.optional(v.pipe(atLeastOne, v.maxValue(1e9))),
    }),
    {},
  ),
  reset: v.optional(v.strictObject({ newSeed: v.optional(v.boolean(), false) }), {}),
  images: v.strictObject({
    split,
    indices: v.pipe(v.array(v.pipe(whole, v.minValue(0))), v.maxLength(mostImages)),
  }),
  encode: v.optional(v.strictObject({ labels }), {}),
  z: v.pipe(v.array(v.pipe(values)), v.maxLength(mostImages)),
  decode: v.optional(v.strictObject({ label: oneLabel, raw: v.optional(v.boolean(), false) }), {}),
  reconstruct: v.optional(
    v.strictObject({
      labels,
      sampled: v.optional(v.boolean(), false),
      seed: v.optional(seed, 0),
    }),
    {},
  ),
  sample: v.strictObject({
    count: v.pipe(atLeastOne, v.maxValue(mostImages)),
    from: v.picklist(["prior", "noise-image"]),
    seed: v.optional(seed, 0),
    label: oneLabel,
  }),
  latentGrid: v.strictObject({
    n: v.pipe(atLeastOne, v.maxValue(100)),
    p: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(0.5)), 0.05),
    dims: v.optional(v.tuple([v.pipe(whole, v.minValue(0)), v.pipe(whole, v.minValue(0))])),
    at: v.optional(v.array(finite)),
    label: oneLabel,
  }),
  evaluate: v.optional(
    v.strictObject({
      split: v.optional(split, "test"),
      limit: v.optional(atLeastOne),
      seed: v.optional(seed),
      iwae: v.optional(
        v.strictObject({
          samples: v.optional(v.pipe(atLeastOne, v.maxValue(100_000)), 500),
          images: v.optional(atLeastOne, 500),
        }),
      ),
    }),
    {},
  ),
  batch: v.strictObject({ images: imageList, epsilon: values, labels }),
  weights: v.record(
    v.string(),
    v.strictObject({ shape: v.array(v.pipe(whole, v.minValue(1))), values }),
  ),
  engine: v.picklist(engineChoices),
  fault: v.picklist(["worker-crash", ...deviceFaults]),
  event: v.picklist(["metrics", "ended", "error", "diagnosis"]),
} as const;

/** @throws EngineError "field-invalid" or "unknown-field", naming `name` and the field in it. */
export function parseInput<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  name: string,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  const field = path === null ? name : `${name}.${path}`;
  const isUnknown = issue.type === "strict_object" && issue.expected === "never";
  throw new EngineError(isUnknown ? unknownField(field) : invalid(field, issue));
}

export function fieldInvalid(field: string, value: string, range: string): EngineError {
  return new EngineError({
    code: "field-invalid",
    message: `${field} cannot be ${value}.`,
    hint: `Allowed: ${range}.`,
    values: { field, value, range },
  });
}

function invalid(field: string, issue: v.BaseIssue<unknown>): Fault {
  return fieldInvalid(field, issue.received, issue.expected ?? issue.message).toFault();
}

function unknownField(field: string): Fault {
  return {
    code: "unknown-field",
    message: `There is no field "${field}".`,
    hint: "The calls and their fields are listed in docs/automation.md.",
    values: { field },
  };
}
