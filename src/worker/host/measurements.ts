/** Requests for figures that take a while: evaluations, and what they or a training would cost. */
import { EngineError } from "#/core/fault.ts";
import type { PieceRunner } from "#/worker/host/chunked.ts";
import { estimateImportance, estimateTraining } from "#/worker/host/estimate.ts";
import { evaluate } from "#/worker/host/evaluation.ts";
import { checkCount } from "#/worker/host/faults.ts";
import type { ReadyHost } from "#/worker/host/readiness.ts";
import type { Run } from "#/worker/host/run.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";

export interface MeasurementHost extends PieceRunner, ReadyHost {
  /** @throws EngineError "not-ready". */
  run(): Run;
  readonly training: boolean;
  emit(event: EngineEvent): void;
}

export function measurementHandlers(
  host: MeasurementHost,
): Pick<Handlers, "evaluate" | "estimate"> {
  return {
    async evaluate({ split, limit, seed, iwae }, signal) {
      const run = host.run();
      if (limit !== null) checkCount("limit", limit);
      if (iwae !== null) {
        checkCount("iwae.samples", iwae.samples);
        checkCount("iwae.images", iwae.images);
      }
      const either = AbortSignal.any([signal, run.ended.signal]);
      const most = Math.min(limit ?? Infinity, split === "train" ? run.order.images : Infinity);
      const wanted = run.images.first(split, most);
      const fault = await run.images.settled(split, wanted, either);
      const indices = wanted.filter((index) => run.images.has(split, index));
      // What failed is left out, and `images` says how many remain; with none there is no figure.
      if (indices.length === 0 && fault !== null) throw new EngineError(fault);
      const { vae, images, prepare, configNow: config, settings } = run;
      const subject = {
        ...{ vae, images, prepare, config, settings },
        get engine() {
          return run.engine;
        },
      };
      const tell = (progress: Extract<EngineEvent, { type: "evaluation" }>["progress"]) => {
        if (!either.aborted) host.emit({ type: "evaluation", runId: run.id, progress });
      };
      return evaluate(host, subject, { split, indices, seed, iwae }, tell, either);
    },

    async estimate(what, signal) {
      const run = host.run();
      const either = AbortSignal.any([signal, run.ended.signal]);
      if (what.of === "training") return estimateTraining(run, host, host.training, either);
      checkCount("samples", what.samples);
      checkCount("images", what.images);
      return estimateImportance(run, host, what, either);
    },
  };
}
