/**
 * Faults a person can meet. They survive structured clone, are translated by `code` and `values`
 * (i18n key `faults.<code>`), and carry plain English for scripts and logs. Bugs are not faults:
 * they throw ordinary errors.
 */
export const faultCodes = [
  "field-invalid",
  "unknown-field",
  "unknown-preset",
  "unknown-data-set",
  "url-invalid",
  "shape-invalid",
  "batch-too-large",
  "batch-norm-alone",
  "labels-missing",
  "memory-too-large",
  "not-ready",
  "busy",
  "cancelled",
  "backend-unavailable",
  "engine-kept",
  "device-lost",
  "validation-error",
  "out-of-memory",
  "worker-crashed",
  "loss-not-finite",
  "manifest-missing",
  "chunk-missing",
  "chunk-truncated",
  "chunk-corrupt",
  "offline",
  "storage-denied",
  "checkpoint-invalid",
  "weights-invalid",
  "images-invalid",
  "lanes-full",
  "lane-data",
  "lane-refused",
  "lane-left-out",
  "lanes-beyond",
  "lane-begins-anew",
  "unexpected",
] as const;

export type FaultCode = (typeof faultCodes)[number];

export interface Fault {
  readonly code: FaultCode;
  /** What happened, in one English sentence. */
  readonly message: string;
  /** What to do about it, in one English sentence. */
  readonly hint: string;
  /** Numbers and names that the translated sentence needs. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Told with it, each in its own sentence; `message` has theirs too. */
  readonly more?: readonly Fault[];
}

/** A fault as an exception. Crosses the worker boundary as its plain `Fault`. */
export class EngineError extends Error implements Fault {
  readonly code: FaultCode;
  readonly hint: string;
  readonly values?: Readonly<Record<string, string | number>>;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = "EngineError";
    this.code = fault.code;
    this.hint = fault.hint;
    if (fault.values !== undefined) this.values = fault.values;
  }

  toFault(): Fault {
    const { code, message, hint, values } = this;
    return values === undefined ? { code, message, hint } : { code, message, hint, values };
  }
}
