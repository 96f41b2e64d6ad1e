/** What scripts can listen to: recorded steps, ends of training, faults. */
import { imagesAnEpoch } from "#/app/automation/epoch.ts";
import { metricPoints } from "#/app/automation/curves.ts";
import { inputs, parseInput } from "#/app/automation/input.ts";
import { assertNever } from "#/core/assertNever.ts";
import type { App } from "#/state/app.ts";

/**
 * "metrics": the points recorded since the last call, as `history` has them. "ended": the summary of
 * the `train` call that ended. "error": a fault the page shows. "diagnosis": the most serious finding
 * about the run, null when it has passed. Returns what stops listening.
 */
export function scriptEvents(
  app: App,
  event: unknown,
  listener: (event: unknown) => void,
): () => void {
  const kind = parseInput(inputs.event, event, "event");
  switch (kind) {
    case "metrics":
      return onMetrics(app, listener);
    case "ended":
      return app.trainer.subscribe((e) => {
        if (e.type === "ended" && e.runId === app.store.getState().runId) listener(e.summary);
      });
    case "error":
      return app.store.subscribe(({ fault }, before) => {
        if (fault !== null && fault !== before.fault) listener(fault);
      });
    case "diagnosis":
      return app.store.subscribe(({ diagnosis }, before) => {
        if (diagnosis !== before.diagnosis) listener(diagnosis);
      });
    default:
      return assertNever(kind);
  }
}

function onMetrics(app: App, listener: (event: unknown) => void): () => void {
  const { metrics } = app;
  let told = lastStep(app);
  return metrics.subscribe(() => {
    const { current } = metrics;
    // A run that went back, or a new one, is told from its beginning.
    if (lastStep(app) < told) told = 0;
    let from = current.length;
    while (from > 0 && (current.steps[from - 1] ?? 0) > told) from--;
    told = lastStep(app);
    if (from < current.length) listener(metricPoints(current, from, imagesAnEpoch(app)));
  });
}

function lastStep({ metrics: { current } }: App): number {
  return current.length === 0 ? 0 : (current.steps[current.length - 1] ?? 0);
}
