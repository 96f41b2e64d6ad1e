/**
 * Starts, stops and ends `train` calls, one at a time: phases, targets and summaries. The steps
 * themselves are loop.ts's.
 */
import { EngineError } from "#/core/fault.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import { busy, checkCount } from "#/worker/host/faults.ts";
import { trainLoop } from "#/worker/host/loop.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import { report } from "#/worker/host/reports.ts";
import type { Run } from "#/worker/host/run.ts";
import { toFault } from "#/worker/protocol/errors.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export interface TrainerHost extends LoopHost {
  /** Name of the backend, for the summary. */
  readonly backend: string;
  /** Resolves when a lost device has been replaced and the run put back. */
  settled(): Promise<void>;
}

/** How long the first step waits for the images that the first preview shows. */
const stripPatienceMs = 1500;

export class Trainer {
  readonly #host: TrainerHost;
  #active: { readonly stop: AbortController; readonly ended: Promise<unknown> } | null = null;

  constructor(host: TrainerHost) {
    this.#host = host;
  }

  get training(): boolean {
    return this.#active !== null;
  }

  /** @throws EngineError "busy", "field-invalid", "loss-not-finite", or what stopped the data. */
  async train(run: Run, more: Params<"train">): Promise<TrainSummary> {
    if (this.#active !== null) throw busy();
    run.targetStep = run.step + stepsOf(run, more);
    const stop = new AbortController();
    const work = this.#drive(run, stop.signal);
    this.#active = { stop, ended: work.catch(() => undefined) };
    try {
      return await work;
    } finally {
      this.#active = null;
    }
  }

  /** Resolves once nothing trains. */
  async stop(): Promise<void> {
    this.#active?.stop.abort();
    await this.#active?.ended;
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
    const summary = run.summary(run.log.mean(), seconds, host.backend);
    host.emit({ type: "ended", runId: run.id, summary });
    return summary;
  }

  /** Goes on, from the last checkpoint, as often as a device is lost and replaced. */
  async #throughLosses(run: Run, stop: AbortSignal): Promise<void> {
    for (;;) {
      try {
        await trainLoop(run, this.#host, stop);
        return;
      } catch (error) {
        if (toFault(error).code !== "device-lost") throw error;
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
