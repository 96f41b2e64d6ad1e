/**
 * Experiments side by side. A lane is a whole application of its own (store, curves, frames, decoder)
 * over one lane of the worker, so that whatever shows one run shows any lane inside an `AppProvider`.
 * A group holds up to four of them and what they have in common. Comparison, benches and lessons are
 * groups; the page's own run is lane A of the comparison. An application opens groups and a lane is an
 * application: hence one file for both.
 */
import type { StoreApi } from "zustand";
import type { ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import type { Change } from "#/core/experiment/diff.ts";
import type { Fault } from "#/core/fault.ts";
import type { Alignment, AlignmentKind, AlignmentRefusal } from "#/core/latent/alignment.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import type { KeptSteps } from "#/state/checkpoints.ts";
import type { WritableMetrics } from "#/state/metricsBuffer.ts";
import type { AppParts, MetricsBuffer } from "#/state/partTypes.ts";
import type { StartPlan } from "#/state/runStart.ts";
import type { Session, TrainMore } from "#/state/session.ts";
import type { AppState } from "#/state/types.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** What the React tree gets through context (state/context.tsx: `useAppParts`, `useAppState`). */
export interface AppHandle extends AppParts {
  /** Asked by what comes later than the page (engineChoice.ts). */
  readonly trainer: Pick<TrainerApi, "request">;
  readonly session: Pick<Session, "settled">;
  readonly store: StoreApi<AppState>;
  /** Brings the comparison, whose lane A is the page's own run; the same group every time. */
  readonly comparison: () => Promise<LaneGroup>;
  /** A group of lanes of its own, for a bench or a lesson, at step 0; whoever opens it disposes it. */
  readonly openGroup: (plans: readonly LanePlan[]) => Promise<LaneGroup>;
}

/** An application over one lane: the page, or a lane beside it. */
export interface App extends AppHandle, Disposable {
  readonly metrics: MetricsBuffer & Pick<WritableMetrics, "snapshot">;
  readonly session: Session;
  readonly trainer: TrainerApi;
  /** Where a new lane can go on from. */
  readonly kept: KeptSteps;
  /** A new picture where nothing trains: after the weights were changed from outside. */
  readonly refresh: () => Promise<void>;
  /** Opens the page: see boot.ts. */
  readonly boot: () => Promise<void>;
  /** Opens with a run decided elsewhere, as lanes do. @throws EngineError */
  readonly open: (plan: StartPlan) => Promise<void>;
  /** Resolves when the backend is chosen; rejects when none works. */
  readonly ready: Promise<void>;
}

export const mostLanes = 4;

export const laneLetters = ["A", "B", "C", "D"] as const;
export type LaneLetter = (typeof laneLetters)[number];

/** Of a lane that goes on from a moment of another. */
export interface LaneOrigin {
  /** The run this holds for: begun anew, it is a lane like any other. */
  readonly runId: number;
  readonly step: number;
  /** Its link told of that moment, but its weights are not here: it began at step 0. */
  readonly isLost: boolean;
}

export interface Lane {
  /** For the worker; kept as long as the lane lives. */
  readonly id: LaneId;
  /** By position: it changes when a lane before it goes. */
  readonly letter: LaneLetter;
  readonly app: App;
  readonly goesOnFrom?: LaneOrigin | undefined;
}

/** What a lane starts as: a preset with changes, or another lane's experiment with changes. */
export interface LanePlan {
  readonly preset: PresetId;
  readonly patch?: ExperimentPatch;
}

/** What a group trains. */
export interface LaneTraining extends TrainMore {
  /** Those of the group that train; all unless given. */
  readonly lanes?: readonly Lane[];
  /** Each as far as this step, by what it lacks; in place of so much more. */
  readonly toStep?: number;
}

/** Nats per image for all, or each on the loss it minimises. */
export type LaneScale = "nats" | "training";

/** How lane i ≥ 1 is laid over lane A; null while its own axes are shown. */
export type LaneAlignment =
  | { readonly kind: "aligned"; readonly alignment: Alignment }
  | { readonly kind: "refused"; readonly reason: AlignmentRefusal };

export interface LaneResult {
  readonly letter: LaneLetter;
  readonly step: number;
  readonly imagesSeen: number;
  /** Nats per image on held-out images, of the distribution really sampled. Null for an autoencoder. */
  readonly negativeElbo: number | null;
  readonly reconstruction: number;
  readonly kl: number;
  readonly activeUnits: number;
  readonly latent: number;
  /** Mean over pixels of the s.d. across decoded prior samples. */
  readonly diversity: number;
  /** Of the same samples: core/metrics/sharpness.ts. */
  readonly sharpness: number;
  /** Spent in training steps. */
  readonly seconds: number;
}

/** "measuring": figures so far are those of `results`. */
export interface LaneMeasurement {
  readonly status: "none" | "measuring" | "done" | "failed";
  /** In lane order, as far as measured. A lane trained on since is stale: its step differs. */
  readonly results: readonly LaneResult[];
  readonly fault: Fault | null;
}

export interface LaneGroupState {
  /** One to four, A first. */
  readonly lanes: readonly Lane[];
  readonly scale: LaneScale;
  /** What lanes B … D are aligned by; null: each on its own axes. */
  readonly alignedBy: AlignmentKind | null;
  /** One per lane; A's is null. */
  readonly alignments: readonly (LaneAlignment | null)[];
  readonly measurement: LaneMeasurement;
  /** Why the last lane was not added, shown where it would stand; null when all is well. */
  readonly problem: Fault | null;
  /** Which lane was removed last, by the letter it had; null: none can be brought back. */
  readonly removed: LaneLetter | null;
}

export interface LaneGroup extends Disposable {
  readonly store: StoreApi<LaneGroupState>;
  /**
   * A new lane at step 0, on the data, seed, batches and noise of lane A.
   * @throws EngineError "lanes-full"; "lane-data" where it cannot share lane A's images, with the
   * reason; what `configure` throws. Nothing is changed then, and `problem` tells it.
   */
  add(plan: LanePlan | { readonly from: number; readonly patch?: ExperimentPatch }): Promise<Lane>;
  /**
   * A lane that goes on from a frame of lane `from`: from the whole checkpoint nearest to it, moments
   * and all (`App.kept` knows which), so at that checkpoint's step. @throws EngineError
   */
  addFromFrame(from: number, frame: number): Promise<Lane>;
  /** The same from any step. @throws EngineError */
  addFromStep(from: number, step: number): Promise<Lane>;
  /** Never lane A. */
  remove(index: number): Promise<void>;
  /** The lane that was removed last comes back with its settings, at step 0. @throws EngineError */
  restore(): Promise<void>;
  setScale(scale: LaneScale): void;
  /**
   * So much more; to the end of each plan when nothing is said. Resolves when all rest, with one
   * summary for each of those lanes: null where it did not train.
   */
  train(training?: LaneTraining): Promise<readonly (TrainSummary | null)[]>;
  /**
   * As `train`, for a person: what will take the lanes long together is asked about first, once for
   * the same experiments. Resolves without training where the answer is not now.
   */
  begin(training?: LaneTraining): Promise<void>;
  /** Lanes that trained together come to rest at one step. */
  pauseAll(): Promise<void>;
  /** Every lane back to step 0, the same seed for all. */
  resetAll(options?: { readonly newSeed?: boolean }): Promise<void>;
  /** In words' raw material: what lane `index` differs in from lane A. */
  difference(index: number): readonly Change[];
  /** Held-out figures of every lane on the same images; tells its progress in `measurement`. */
  measure(options?: {
    readonly limit?: number | null;
    readonly signal?: AbortSignal;
  }): Promise<readonly LaneResult[]>;
  /** Lays lanes B … over A, from the encoded test means of the newest frames; null undoes it. */
  align(kind: AlignmentKind | null): void;
}
