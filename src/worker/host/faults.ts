/** The sentences for requests that the host refuses. */
import type { DeviceFailure, DeviceFault } from "#/core/backend/deviceFault.ts";
import type { BackendName } from "#/core/backend/report.ts";
import { backendTitles } from "#/core/backend/titles.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Labels } from "#/engine/engine.ts";
import type { PreviewRequest } from "#/worker/protocol/preview.ts";

export function notReady(): EngineError {
  return new EngineError({
    code: "not-ready",
    message: "The trainer has no model yet.",
    hint: "Wait for it to start, then ask again.",
  });
}

export function busy(): EngineError {
  return new EngineError({
    code: "busy",
    message: "The model is training already.",
    hint: "Pause it first, or wait until it is done.",
  });
}

export function unknownDataSet(set: string): EngineError {
  return new EngineError({
    code: "unknown-data-set",
    message: `There is no data set "${set}" here.`,
    hint: "Choose one from the list of data sets.",
    values: { set },
  });
}

/** Not one image of the training set could be read. */
export function noImages(set: string, images: number): EngineError {
  return new EngineError({
    code: "chunk-missing",
    message: `No training image of ${set} could be read.`,
    hint: "Load the failed files again.",
    values: { file: set, images },
  });
}

function imagesInvalid(reason: string): EngineError {
  return new EngineError({
    code: "images-invalid",
    message: `The request does not fit the model: ${reason}.`,
    hint: "Give row-major values, as many as the model takes.",
    values: { reason },
  });
}

/** @throws EngineError "images-invalid" unless `values` is [count × width]. */
export function checkLength(
  what: string,
  values: Float32Array,
  count: number,
  width: number,
): void {
  const whole = Number.isInteger(count) && count >= 1;
  if (whole && values.length === count * width) return;
  const [have, want] = [String(values.length), `${String(count)} × ${String(width)}`];
  throw imagesInvalid(`${what} has ${have} numbers instead of ${want}`);
}

/**
 * The labels a model is asked with: null for an unconditional one, whatever was given.
 * @throws EngineError "images-invalid" unless a conditional one has [count] of its classes.
 */
export function checkLabels(
  labels: Uint8Array | null,
  count: number,
  { classes }: Pick<ResolvedVae, "classes">,
): Labels {
  if (classes === 0) return null;
  const given = labels?.length ?? 0;
  if (labels === null || given !== count) {
    throw imagesInvalid(`labels has ${String(given)} numbers instead of ${String(count)}`);
  }
  const outside = labels.find((label) => label >= classes);
  if (outside === undefined) return labels;
  throw imagesInvalid(`there is no class ${String(outside)} among ${String(classes)}`);
}

/** @throws EngineError "images-invalid" for an index past the end of a split. */
export function checkIndices(indices: Uint32Array, count: number): void {
  const outside = indices.find((index) => index >= count);
  if (outside === undefined) return;
  throw imagesInvalid(`there is no image ${String(outside)} among ${String(count)}`);
}

/** @throws EngineError "field-invalid" unless `value` is a whole number from 1. */
export function checkCount(field: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  const range = "a whole number from 1";
  throw new EngineError({
    code: "field-invalid",
    message: `${field} cannot be ${String(value)}.`,
    hint: `Allowed: ${range}.`,
    values: { field, value: String(value), range },
  });
}

const deviceSentences: Readonly<Record<DeviceFault, Pick<Fault, "message" | "hint">>> = {
  "device-lost": { message: "The graphics device went away.", hint: "Nothing to do." },
  "validation-error": {
    message: "The graphics device refused a command.",
    hint: "Nothing to do; report it with the backend report.",
  },
  "out-of-memory": {
    message: "The graphics device has no memory left.",
    hint: "Take a smaller batch or a smaller model to train there again.",
  },
};

/** @param backend where it goes on */
export function deviceFault({ fault, words }: DeviceFailure, backend: BackendName): Fault {
  const { message, hint } = deviceSentences[fault];
  const on = backendTitles[backend];
  const said = words === "" ? "" : ` It said: ${words}`;
  return {
    code: fault,
    message: `${message} Training goes on from the last checkpoint on ${on}.${said}`,
    hint,
    values: { on },
  };
}

/** The run has the engine that it had. */
export function engineKept(reason: string): EngineError {
  return new EngineError({
    code: "engine-kept",
    message: `The training step could not be changed (${reason}); the run goes on with the one it had.`,
    hint: "Try again, or stay with this one.",
    values: { reason },
  });
}

export function noDevice(backend: string): EngineError {
  return new EngineError({
    code: "backend-unavailable",
    message: `The backend ${backend} has no device that could fail like that.`,
    hint: "Choose webgpu to try this.",
    values: { backend },
  });
}

/** @throws EngineError "field-invalid" unless the plane lies in this latent space. */
export function checkPreview(
  { axes, at, n }: PreviewRequest,
  { latent }: Pick<ResolvedVae, "latent">,
): void {
  if (!Number.isInteger(n) || n < 2 || n > 30) throw planeInvalid("n", n, "2 … 30");
  if (at.length !== latent) throw planeInvalid("at", at.length, `${String(latent)} numbers`);
  if (axes.kind === "pca") return;
  const outside = axes.dims.find((dim) => !Number.isInteger(dim) || dim < 0 || dim >= latent);
  if (outside !== undefined) throw planeInvalid("dims", outside, `0 … ${String(latent - 1)}`);
}

/**
 * A start is not refused for a class of the model before; see previewFrame.ts.
 * @throws EngineError "field-invalid" for a class that a conditional model does not have.
 */
export function checkPreviewLabel(
  { label }: PreviewRequest,
  { classes }: Pick<ResolvedVae, "classes">,
): void {
  if (classes === 0 || (Number.isInteger(label) && label >= 0 && label < classes)) return;
  throw planeInvalid("label", label, `0 … ${String(classes - 1)}`);
}

function planeInvalid(part: string, value: number, range: string): EngineError {
  const field = `preview.${part}`;
  return new EngineError({
    code: "field-invalid",
    message: `${field} cannot be ${String(value)}.`,
    hint: `Allowed: ${range}.`,
    values: { field, value: String(value), range },
  });
}
