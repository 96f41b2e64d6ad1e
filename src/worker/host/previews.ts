/**
 * Sends previews while training: when the schedule says so, when the page has given credit, one at a
 * time. Answers single requests for one too.
 */
import type { LossTerms } from "#/core/training/terms.ts";
import type { Clock } from "#/worker/host/clock.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import { previewFrame, type PreviewSubject } from "#/worker/host/previewFrame.ts";
import { pointsWhileTraining } from "#/worker/host/previewSchedule.ts";
import type { Run } from "#/worker/host/run.ts";
import type { EngineEvent, PreviewFrame } from "#/worker/protocol/messages.ts";

export interface PreviewHost {
  readonly clock: Clock;
  readonly jobs: Jobs;
  emit(event: EngineEvent): void;
}

/** More than this would move a picture that no screen resolves. */
const mostPoints = 5000;
/** One on its way, one being drawn. */
const mostCredit = 2;

export class Previews {
  readonly #host: PreviewHost;
  #credit = 0;
  /** A single request being answered: the weights must not move under it. */
  #single: Promise<unknown> = Promise.resolve();

  constructor(host: PreviewHost) {
    this.#host = host;
  }

  /** Kept when another run starts: a page that can take a frame can take one of that run. */
  addCredit(): void {
    this.#credit = Math.min(this.#credit + 1, mostCredit);
  }

  /** Sends one if it is due, wanted and possible. Aborting drops the unfinished one. */
  async offer(run: Run, signal: AbortSignal): Promise<void> {
    const { clock, emit } = this.#host;
    await this.#single;
    if (this.#credit === 0 || !run.images.stripSettled) return;
    if (!run.schedule.due(run.step, clock.now(), run.pace.trainedMs)) return;
    const began = clock.now();
    const points = pointsWhileTraining(run.memory.scoring.msPerRow);
    const frame = await this.#frame(run, points, signal).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (frame === null) return;
    if (hasTerms(frame.test)) run.log.addTest(frame.step, frame.test);
    run.schedule.sent(frame.step, clock.now(), clock.now() - began, run.pace.trainedMs);
    this.#credit--;
    emit({ type: "preview", runId: run.id, frame });
  }

  /** @throws EngineError "cancelled". */
  async once(run: Run, points: number, asked: AbortSignal): Promise<PreviewFrame> {
    const signal = AbortSignal.any([asked, run.ended.signal]);
    const most =
      run.phase === "training" ? pointsWhileTraining(run.memory.scoring.msPerRow) : mostPoints;
    const wanted = Math.min(points, most);
    run.images.ask("test", run.images.first("test", wanted));
    await run.images.settled("test", run.images.strip, signal);
    const frame = this.#single.then(() => this.#frame(run, wanted, signal));
    this.#single = frame.catch(() => undefined);
    return frame;
  }

  #frame(run: Run, points: number, signal: AbortSignal): Promise<PreviewFrame> {
    const { clock, jobs } = this.#host;
    return previewFrame({ clock, jobs }, subjectOf(run), run.preview, points, run.memory, signal);
  }
}

function subjectOf(run: Run): PreviewSubject {
  return {
    vae: run.vae,
    seed: run.config.training.seed,
    get engine() {
      return run.engine;
    },
    images: run.images,
    step: run.step,
    imagesSeen: run.imagesSeen,
    beta: run.settings.beta,
  };
}

/** False while no test image is here. */
function hasTerms(test: LossTerms): boolean {
  return Number.isFinite(test.total);
}
