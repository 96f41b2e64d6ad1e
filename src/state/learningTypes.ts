/** The shape of what the page knows of a run beyond its curves: held-out figures, and a diagnosis. */
import type { Finding } from "#/core/diagnosis/findings.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";
import type { Fault } from "#/core/fault.ts";
import type { Evaluation } from "#/core/training/terms.ts";
import type { EvaluationProgress } from "#/worker/protocol/messages.ts";

export interface ImportanceRequest {
  /** z drawn for each image. */
  readonly samples: number;
  /** Of the evaluated ones at most. */
  readonly images: number;
}

export interface EvaluationOptions {
  readonly split?: "train" | "test";
  /** The first so many images; null for all. */
  readonly limit?: number | null;
  /** The run's own unless given. */
  readonly seed?: number;
  readonly iwae?: ImportanceRequest | null;
}

export interface HeldOut {
  readonly runId: number;
  /** Of the weights it was begun with. */
  readonly step: number;
  readonly split: "train" | "test";
  readonly status: "running" | "done" | "stopped" | "failed";
  /** Null before the first piece, and once it has ended. */
  readonly progress: EvaluationProgress | null;
  /** While running or stopped: of the images seen so far; null before the first. */
  readonly figures: Evaluation | null;
  /** Why it failed. */
  readonly fault: Fault | null;
}

export interface EvaluationSlice {
  /** The newest, of whichever run; null before the first. */
  readonly evaluation: HeldOut | null;
  /**
   * Measures with the newest weights, and shows it where the figures are. Takes the place of one
   * under way.
   * @throws EngineError; "cancelled" when it was stopped.
   */
  evaluate(options?: EvaluationOptions): Promise<Evaluation>;
  stopEvaluating(): void;
  /** Seconds that an importance-weighted bound would take. @throws EngineError */
  estimateImportance(request: ImportanceRequest, signal?: AbortSignal): Promise<number>;
}

export interface DiagnosisSlice {
  /** The most serious finding that has held for long enough; null while there is none. */
  readonly diagnosis: Finding | null;
  /** A setting somebody asked to be shown; the control takes the focus and says so. */
  readonly sought: FieldPath | null;
  /** Opens the experiment where it is folded away, and leads to the setting. */
  seek(path: FieldPath): void;
  found(): void;
}
