/**
 * Starts, stops and ends `train` calls, one at a time: phases, targets and summaries. Single steps
 * from outside keep out of each other's way here too. The steps themselves are loop.ts's.
 */
import { isDeviceFault } from "#/core/backend/deviceFault.ts";
import { EngineError } from "#/core/fault.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import { busy, checkCount } from "#/worker/host/faults.ts";
import { trainLoop } from "#/worker/host/loop.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import { report } from "#/worker/host/reports.ts";
import type { Run } from "#/worker/host/run.ts";
import { summaryOf } from "#/worker/host/runState.ts";
import { toFault } from "#/worker/protocol/errors.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export interface TrainerHost extends LoopHost {
  /** Name of the backend, for the summary. */
  readonly backend: string;
  /** Resolves when a device that failed has been replaced and the run put back. */
  settled(): Promise<void>;
}

/** How long the first step waits for the images that the first preview shows. */
const stripPatienceMs = 1500;

export class Trainer {
  readonly #host: TrainerHost;
  #active: { readonly stop: AbortController; readonly ended: Promise<unknown> } | null = null;
  /** The last of the single steps asked for; never rejects. */
  #single: Promise<unknown> = Promise.resolve();

  constructor(host: TrainerHost) {
    this.#host = host;
  }

  get training(): boolean {
    return this.#active !== null;
  }

  /**
   * After the single steps that were asked for before.
   * @throws EngineError "busy", "field-invalid", "loss-not-finite", or what stopped the data.
   */
  async train(run: Run, more: Params<"train">): Promise<TrainSummary> {
    if (this.#active !== null) throw busy();
    const steps = stepsOf(run, more);
    const stop = new AbortController();
    const work = this.#single.then(() => {
      run.targetStep = run.step + steps;
      return this.#drive(run, stop.signal);
    });
    this.#active = { stop, ended: work.catch(() => undefined) };
    try {
      return await work;
    } finally {
      this.#active = null;
    }
  }

  /**
   * Takes a single step, after those before it.
   * @throws EngineError "busy" while training, and what `take` throws.
   */
  single<T>(take: () => Promise<T>): Promise<T> {
    if (this.#active !== null) return Promise.reject(busy());
    const taken = this.#single.then(take);
    this.#single = taken.catch(() => undefined);
    return taken;
  }

  /** Resolves once nothing trains and no single step is being taken. */
  async stop(): Promise<void> {
    this.#active?.stop.abort();
    await this.#active?.ended;
    await this.#single;
  }

  async #drive(run: Run, stop: AbortSignal): Promise<TrainSummary> {
    const host = this.#host;
    const began = host.clock.now();
    run.phase = "training";
    run.validation.goOn();
    run.log.beginMean();
    run.pace.restart();
    report(run, host);
    try {
      if (run.step === 0) await firstPicture(run, host, stop);
      await this.#throughLosses(run, stop);
    } catch (error) {
      const fault = toFault(error);
      run.phase = fault.code === "loss-not-finite" ? "stopped" : "paused";
      report(run, host);
      host.emit({ type: "error", runId: run.id, fault });
      throw new EngineError(fault);
    }
    const atTheEnd = run.step >= run.plannedSteps && !run.validation.isDue(run.step);
    run.phase = atTheEnd || run.validation.stoppedEarly ? "done" : "paused";
    report(run, host);
    const seconds = (host.clock.now() - began) / 1000;
    const summary = summaryOf(run, run.log.mean(), seconds, host.backend);
    host.emit({ type: "ended", runId: run.id, summary });
    return summary;
  }

  /** Goes on, from the last checkpoint, as often as a device fails and is replaced. */
  async #throughLosses(run: Run, stop: AbortSignal): Promise<void> {
    for (;;) {
      try {
        await trainLoop(run, this.#host, stop);
        return;
      } catch (error) {
        if (!isDeviceFault(toFault(error).code)) throw error;
        await this.#host.settled();
      }
    }
  }
}

function stepsOf(run: Run, more: Params<"train">): number {
  if ("steps" in more) {
    checkCount("steps", more.steps);
    return more.steps;
  }
  checkCount("epochs", more.epochs);
  return more.epochs * run.order.stepsPerEpoch;
}

/** The untrained model is worth a moment: its picture is where every history begins. */
async function firstPicture(run: Run, host: TrainerHost, stop: AbortSignal): Promise<void> {
  const arrived = run.images.settled("test", run.images.strip, stop);
  await Promise.race([arrived, host.clock.sleep(stripPatienceMs, stop)]).catch(() => null);
  if (!stop.aborted) await host.offerPreview(stop);
}
