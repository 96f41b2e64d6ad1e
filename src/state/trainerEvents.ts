/** The trainer's events on their way into the state. Events of other runs are not for us. */
import { assertNever } from "#/core/assertNever.ts";
import { latentAtRest } from "#/state/latentStart.ts";
import type { LiveEdits } from "#/state/liveEdits.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { PreviewLink } from "#/state/previewLink.ts";
import type { RunStarter } from "#/state/runStart.ts";
import type { Checkpoint, RunProgress } from "#/worker/protocol/run.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";

export interface EventServices {
  readonly starter: RunStarter;
  readonly edits: LiveEdits;
  readonly previews: PreviewLink;
  readonly onCheckpoint: (checkpoint: Checkpoint) => void;
}

const isAtRest = ({ phase }: RunProgress) => phase !== "training" && phase !== "waiting";

export function followTrainer(
  store: AppStore,
  { deps, metrics, frames }: Parts,
  { starter, edits, previews, onCheckpoint }: EventServices,
): () => void {
  function progressed(progress: RunProgress): void {
    const { progress: before } = store.getState();
    store.setState(
      starter.starting && isAtRest(progress) ? { progress } : { progress, phase: progress.phase },
    );
    edits.passed(before?.step ?? 0, progress.step);
    // Nothing is put in order while anything moves.
    if (before !== null && !isAtRest(before) && isAtRest(progress)) settled();
  }

  function settled(): void {
    store.setState({ restartedAt: null });
    const kl = frames.list().at(-1)?.frame.klPerDimension;
    if (kl !== undefined) store.setState((state) => latentAtRest(state, kl));
  }

  /** The worker came back from its last checkpoint: what was seen after it did not happen. */
  function restarted(step: number): void {
    metrics.truncate(step);
    frames.dropAfter(step);
    store.setState((state) => ({
      workerRestarts: state.workerRestarts + 1,
      restartedAt: step,
      frameVersion: state.frameVersion + 1,
      scrubbed: frames.scrubbed,
    }));
    void previews.refresh();
  }

  function receive(event: EngineEvent): void {
    switch (event.type) {
      case "progress":
        progressed(event.progress);
        return;
      case "metrics":
        metrics.append(event.batch);
        return;
      case "preview":
        previews.receive(event.frame);
        return;
      case "dataset":
        store.setState({ dataset: event.dataset });
        return;
      case "checkpoint":
        onCheckpoint(event.checkpoint);
        return;
      case "error":
        store.setState({ fault: event.fault });
        return;
      case "backend":
        store.setState({ backend: event.report });
        return;
      case "engine":
        store.setState({ engine: event.report });
        return;
      case "restarted":
        restarted(event.step);
        return;
      // Whoever asked for an evaluation follows it: evaluation.ts.
      case "evaluation":
      case "ended":
        return;
      default:
        assertNever(event);
    }
  }

  /** What concerns a run that is only just being started. */
  const isEarly = ({ type }: EngineEvent) =>
    type === "dataset" || type === "error" || type === "backend";

  return deps.trainer.subscribe((event) => {
    const ofThisRun = event.runId === store.getState().runId;
    if (ofThisRun || (event.runId === starter.pendingId && isEarly(event))) receive(event);
  });
}
