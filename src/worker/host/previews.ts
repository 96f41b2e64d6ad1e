/**
 * Sends previews while training: when the schedule says so, when the page has given credit, one at a
 * time. Answers single requests for one too.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { TimedJobs, type Jobs } from "#/worker/host/jobs.ts";
import type { LockStep } from "#/worker/host/lockStep.ts";
import { previewFrame, type PreviewSubject } from "#/worker/host/previewFrame.ts";
import { affordablePoints } from "#/worker/host/previewSchedule.ts";
import type { Run } from "#/worker/host/run.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

export interface PreviewHost {
  readonly clock: Clock;
  readonly jobs: Jobs;
  /** How many train, this lane or others. */
  readonly lockStep: Pick<LockStep, "lanes">;
  emit(event: EngineEvent): void;
}

/** Parameters of a decoder that still comes along: 4 MB. */
const largestDecoder = 2 ** 20;
/** One on its way, one being drawn. */
const mostCredit = 2;

export class Previews {
  readonly #host: PreviewHost;
  #credit = 0;
  /** A single request being answered: the weights must not move under it. */
  #single: Promise<unknown> = Promise.resolve();
  /** Aborted and replaced whenever training begins. */
  #training = new AbortController();

  constructor(host: PreviewHost) {
    this.#host = host;
  }

  /** Kept when another run starts: a page that can take a frame can take one of that run. */
  addCredit(): void {
    this.#credit = Math.min(this.#credit + 1, mostCredit);
  }

  /** Sends one if it is due, wanted and possible. Aborting drops the unfinished one. */
  async offer(run: Run, signal: AbortSignal): Promise<void> {
    const { clock, emit, jobs, lockStep } = this.#host;
    await this.#single;
    if (this.#credit === 0 || !run.images.stripSettled) return;
    if (!run.schedule.due(run.step, clock.now(), run.pace.trainedMs, lockStep.lanes)) return;
    const work = new TimedJobs(jobs, clock);
    const points = affordablePoints(run.memory.scoring.msPerRow, true);
    const frame = await this.#withDecoder(run, points, work, signal).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (frame === null) return;
    if (frame.points.indices.length > 0) run.log.addTest(frame.step, frame.test);
    run.schedule.sent(frame.step, clock.now(), work.ms, run.pace.trainedMs);
    this.#credit--;
    emit({ type: "preview", runId: run.id, frame });
  }

  /** @throws EngineError "cancelled", also when training begins. */
  async once(run: Run, points: number, asked: AbortSignal): Promise<PreviewFrame> {
    const signal = AbortSignal.any([asked, run.ended.signal, this.#training.signal]);
    const { jobs, lockStep } = this.#host;
    const affordable = affordablePoints(run.memory.scoring.msPerRow, lockStep.lanes > 0);
    const wanted = Math.min(points, affordable);
    run.images.ask("test", run.images.first("test", wanted));
    await run.images.settled("test", run.images.strip, signal);
    const frame = this.#single.then(() => this.#frame(run, wanted, jobs, signal));
    this.#single = frame.catch(() => undefined);
    return frame;
  }

  /** Training begins: it does not wait for pictures of the model at rest. */
  giveWay(): void {
    this.#training.abort();
    this.#training = new AbortController();
  }

  async #withDecoder(
    run: Run,
    points: number,
    jobs: Jobs,
    signal: AbortSignal,
  ): Promise<PreviewFrame> {
    const wanted = run.schedule.wantsDecoder(run.step);
    const frame = await this.#frame(run, points, jobs, signal);
    if (!wanted || decoderSize(run.vae) > largestDecoder) return frame;
    const state = await jobs.run("preview", () => run.engine.exportState(), signal);
    const parts = Object.entries(state.weights).filter(([name]) => isOfDecoder(name));
    return { ...frame, decoder: Object.fromEntries(parts) };
  }

  #frame(run: Run, points: number, jobs: Jobs, signal: AbortSignal): Promise<PreviewFrame> {
    const { clock } = this.#host;
    return previewFrame({ clock, jobs }, subjectOf(run), run.preview, points, run.memory, signal);
  }
}

function subjectOf(run: Run): PreviewSubject {
  const { vae, images, prepare, configNow, settings } = run;
  const { objective, training } = configNow;
  const sizes = { pixels: vae.pixels, latent: vae.latent, batch: training.batch };
  return {
    ...{ vae, images, prepare, objective, seed: training.seed },
    get engine() {
      return run.engine;
    },
    step: run.step,
    imagesSeen: run.imagesSeen,
    effectiveBeta: effectiveBeta(conventionOf(objective, sizes), settings.beta),
  };
}

const isOfDecoder = (name: string) => /^(decoder|output)\//.test(name);

function decoderSize({ parameters, statistics }: ResolvedVae): number {
  return [...parameters, ...statistics].reduce(
    (sum, { name, size }) => sum + (isOfDecoder(name) ? size : 0),
    0,
  );
}
