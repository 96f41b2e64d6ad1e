/**
 * What a lane of a bench has shown once it rests: its curves, as the page heard them, and what is
 * measured of its model now (measureEvidence.ts). Judges nothing: that is core/bench/.
 */
import type { LaneEvidence } from "#/core/bench/mistake.ts";
import { EngineError } from "#/core/fault.ts";
import { brokenEvidence, measureEvidence } from "#/state/lanes/measureEvidence.ts";
import type { Lane } from "#/state/lanes/types.ts";
import { notReady } from "#/state/shownModel.ts";
import type { AppState } from "#/state/types.ts";

/**
 * @param limit test images it is measured on, the first so many.
 * @throws EngineError "not-ready" before the lane's data are known, "cancelled" when `signal` was
 * aborted, and what measuring throws. Starts nothing and changes nothing.
 */
export async function gatherEvidence(
  lane: Pick<Lane, "app">,
  limit: number,
  signal: AbortSignal,
): Promise<LaneEvidence> {
  const { store, metrics, trainer } = lane.app;
  const state = store.getState();
  const brokeAt = stepOfBreak(state);
  const meanImageNats = meanImageOf(state);
  const measured =
    brokeAt === null ? await measureEvidence(trainer, state.built, limit, signal) : brokenEvidence;
  if (signal.aborted) {
    throw new EngineError({ code: "cancelled", message: "Measuring was stopped.", hint: "" });
  }
  const { length, reconstruction, kl, total, lossTotal } = metrics.current;
  const copy = (column: ArrayLike<number>) => Array.from({ length }, (_, i) => column[i] ?? 0);
  return {
    steps: length,
    brokeAt,
    curve: {
      reconstruction: copy(reconstruction),
      kl: copy(kl),
      total: copy(total),
      lossTotal: copy(lossTotal),
    },
    ...measured,
    meanImageNats,
  };
}

/** Step at which the loss of a run stopped being a number; null for one that is sound. */
export function stepOfBreak({
  phase,
  progress,
  fault,
}: Pick<AppState, "phase" | "progress" | "fault">): number | null {
  if (phase !== "stopped") return null;
  const told = fault?.code === "loss-not-finite" ? fault.values?.["step"] : undefined;
  // The run stands at the last step that was sound.
  return typeof told === "number" ? told : (progress?.step ?? 0) + 1;
}

function meanImageOf({ dataSets, config }: Pick<AppState, "dataSets" | "config">): number {
  const entry = dataSets.find(({ id }) => id === config.data.set);
  if (entry === undefined) throw notReady("The list of data sets is not here yet.");
  return entry.landmarks.meanImageEntropy;
}
