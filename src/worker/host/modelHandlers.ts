/** Requests that take the current model's state out, or change it from outside the training loop. */
import { checkLive, recordLive } from "#/core/experiment/live.ts";
import { EngineError } from "#/core/fault.ts";
import { trace } from "#/worker/host/divergence.ts";
import { givenBatch } from "#/worker/host/givenBatch.ts";
import { whenReady } from "#/worker/host/readiness.ts";
import { readTerms, report, saveCheckpoint } from "#/worker/host/reports.ts";
import type { Run } from "#/worker/host/run.ts";
import { checkpointOf, summaryOf } from "#/worker/host/runState.ts";
import type { Trainer, TrainerHost } from "#/worker/host/trainer.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";

export interface ModelHost extends TrainerHost {
  /** @throws EngineError "not-ready". */
  run(): Run;
}

type ModelHandlers = Pick<
  Handlers,
  "setLive" | "weights" | "setWeights" | "applyStep" | "checkpoint"
>;

export function modelHandlers(host: ModelHost, trainer: Trainer): ModelHandlers {
  const { jobs, clock } = host;
  return {
    async setLive({ field, value }) {
      const run = host.run();
      checkLive(field, value);
      const headedForTheEnd = run.targetStep === run.plannedSteps;
      const change = { step: run.step, field, value };
      run.live = recordLive(run.live, change);
      if (headedForTheEnd && trainer.training)
        run.targetStep = Math.max(run.step, run.plannedSteps);
      return Promise.resolve(change);
    },

    async weights() {
      const run = host.run();
      const state = await jobs.run("answer", () => run.engine.exportState());
      return state.weights;
    },

    async setWeights({ weights }) {
      const run = host.run();
      const state = { weights, optimizer: { steps: 0, moments: {} } };
      await jobs.run("answer", () => {
        run.engine.importState(state);
      });
      await saveCheckpoint(run, host);
      return null;
    },

    async applyStep(params) {
      const run = host.run();
      const batch = givenBatch(run, params);
      return trainer.single(async () => {
        const began = clock.now();
        run.log.beginMean();
        await whenReady(run, host, "answer", () => {
          const { settings } = run;
          run.engine.step(batch, settings);
          run.noteStep(batch.count, settings);
        });
        await readTerms(run, host, batch);
        run.batches.cursor = run.order.cursorAt(run.step);
        if (!(await saveCheckpoint(run, host))) {
          const broke = { step: run.step, term: "reconstruction" } as const;
          const { fault } = await trace(run, host, broke, batch);
          run.log.withdraw(run.step);
          throw new EngineError(fault);
        }
        report(run, host);
        return summaryOf(run, run.log.mean(), (clock.now() - began) / 1000, host.backend);
      });
    },

    async checkpoint() {
      const run = host.run();
      const taken = await jobs.run("answer", () => checkpointOf(run));
      // An answer's arrays move to the page; those of the best validation are kept here too.
      return { ...taken, best: structuredClone(taken.best) };
    },
  };
}
