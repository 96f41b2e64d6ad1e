/** What the training loop and its parts need of the worker around them. */
import type { Engine } from "#/engine/engine.ts";
import type { Clock } from "#/worker/host/clock.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import type { Turns } from "#/worker/host/lockStep.ts";
import type { Run } from "#/worker/host/run.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";

export interface LoopHost {
  readonly clock: Clock;
  readonly jobs: Jobs;
  /** Of this lane among those that train. */
  readonly turns: Turns;
  emit(event: EngineEvent): void;
  /** Milliseconds to wait after each step. */
  readonly msBetweenSteps: number;
  /** Sends a preview if one is due and wanted. */
  offerPreview(signal: AbortSignal): Promise<void>;
  /**
   * Lets the run go on with an engine that compiles nothing, unless another has taken the place of
   * `engine` already. @param words why it could not be made ready
   */
  withoutKernels(run: Run, engine: Engine, words: string): Promise<void>;
}
