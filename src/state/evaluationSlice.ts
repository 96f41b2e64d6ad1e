/**
 * Held-out figures as state. Measuring itself is evaluation.ts, which comes with the first request.
 */
import type { EvaluationSlice } from "#/state/learningTypes.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { notReady } from "#/state/shownModel.ts";

export function evaluationSlice(store: () => AppStore, { deps }: Parts): EvaluationSlice {
  let running: AbortController | null = null;
  return {
    evaluation: null,
    async evaluate(options = {}) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const { measure } = await import("#/state/evaluation.ts");
      return measure(store(), deps.trainer, options, mine.signal);
    },
    stopEvaluating() {
      running?.abort();
    },
    async estimateImportance({ samples, images }, signal) {
      if (store().getState().runId === 0) throw notReady("No model is running yet.");
      const params = { of: "iwae", samples, images } as const;
      const options = signal === undefined ? {} : { signal };
      return (await deps.trainer.request("estimate", params, options)).seconds;
    },
  };
}
