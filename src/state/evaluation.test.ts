import { beforeAll, describe, expect, it } from "vitest";
import { EngineError } from "#/core/fault.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";
import type { EvaluationProgress, ResultOf, TrainerApi } from "#/worker/protocol/messages.ts";
import { createFakeTrainer } from "#/worker/testing/fakeTrainer.ts";

// Compiled on first use, which outlasts a turn of the loop.
beforeAll(() => import("#/state/evaluation.ts"));

/** A trainer whose evaluations wait: for an answer, or for being stopped. */
function slowTrainer() {
  const trainer = createFakeTrainer();
  const asked: unknown[] = [];
  let answer: () => void = () => undefined;
  const slow: TrainerApi = {
    ...trainer,
    async request(method, params, options) {
      if (method !== "evaluate") return trainer.request(method, params, options);
      asked.push(params);
      await new Promise<void>((resolve, reject) => {
        answer = resolve;
        options?.signal?.addEventListener("abort", () => {
          reject(new EngineError(cancelledFault));
        });
      });
      return trainer.request(method, params);
    },
  };
  return { trainer, slow, asked, answer: () => answer() };
}

async function opened() {
  const gate = slowTrainer();
  const test = await openTestApp({ deps: { trainer: gate.slow } });
  const evaluation = () => test.app.store.getState().evaluation;
  return { ...test, ...gate, evaluation };
}

async function partial(trainer: ReturnType<typeof createFakeTrainer>): Promise<EvaluationProgress> {
  const params = { split: "test", limit: 100, seed: 1, iwae: null } as const;
  const figures: ResultOf<"evaluate"> = await trainer.request("evaluate", params);
  return {
    stage: "elbo",
    done: 100,
    of: 1000,
    secondsLeft: 9,
    partial: { ...figures, complete: false },
  };
}

describe("evaluate", () => {
  it("shows what comes in on the way, then all of it, with the step it belongs to", async () => {
    const { app, trainer, answer, evaluation } = await opened();
    const done = app.store.getState().evaluate({ iwae: { samples: 50, images: 100 } });
    await settle();
    expect(evaluation()).toMatchObject({
      status: "running",
      progress: null,
      figures: null,
      step: 0,
    });
    const progress = await partial(trainer);
    trainer.emit({ type: "evaluation", runId: 7, progress });
    expect(evaluation()?.progress).toBeNull();
    trainer.emit({ type: "evaluation", runId: 1, progress });
    expect(evaluation()).toMatchObject({ progress, figures: { complete: false, images: 100 } });
    answer();
    const figures = await done;
    expect(evaluation()).toMatchObject({ status: "done", progress: null, figures, split: "test" });
    expect(figures.iwae).toMatchObject({ samples: 50, images: 100 });
  });

  it("keeps the part that was measured when it is stopped", async () => {
    const { app, trainer, evaluation } = await opened();
    const done = app.store.getState().evaluate();
    const stopped = expect(done).rejects.toMatchObject({ code: "cancelled" });
    await settle();
    trainer.emit({ type: "evaluation", runId: 1, progress: await partial(trainer) });
    app.store.getState().stopEvaluating();
    await stopped;
    expect(evaluation()).toMatchObject({
      status: "stopped",
      fault: null,
      figures: { complete: false, images: 100 },
    });
  });

  it("gives its place to a newer one", async () => {
    const { app, asked, answer, evaluation } = await opened();
    const first = app.store.getState().evaluate({ limit: 10 });
    const gone = expect(first).rejects.toMatchObject({ code: "cancelled" });
    await settle();
    const second = app.store.getState().evaluate({ limit: 20, seed: 3, split: "train" });
    await gone;
    await settle();
    answer();
    expect((await second).images).toBe(20);
    expect(evaluation()).toMatchObject({ status: "done", split: "train" });
    expect(asked[1]).toEqual({ split: "train", limit: 20, seed: 3, iwae: null });
  });

  it("says why it failed", async () => {
    const { app, trainer } = await openTestApp();
    trainer.failNext("evaluate", { code: "chunk-missing", message: "m", hint: "h" });
    await expect(app.store.getState().evaluate()).rejects.toMatchObject({ code: "chunk-missing" });
    expect(app.store.getState().evaluation).toMatchObject({
      status: "failed",
      fault: { code: "chunk-missing" },
    });
  });

  it("tells beforehand what a tighter bound costs", async () => {
    const { app } = await openTestApp();
    const { estimateImportance } = app.store.getState();
    expect(await estimateImportance({ samples: 500, images: 500 })).toBe(5);
  });
});
