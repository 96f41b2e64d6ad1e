/** The comparison as scripts see it: `playground.lanes`. Lane 0 is the page's own run, lane A. */
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import type { Change } from "#/core/experiment/diff.ts";
import type { AlignmentKind } from "#/core/latent/alignment.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import type { LaneAlignment, LaneLetter, LaneResult } from "#/state/lanes/types.ts";
import type { AppPhase } from "#/state/types.ts";

/** Which lane a call means, by its place; the page's own unless given. */
export interface OfLane {
  readonly lane?: number;
}

export interface LaneInfo {
  readonly lane: number;
  readonly letter: LaneLetter;
  readonly step: number;
  readonly phase: AppPhase;
  readonly preset: PresetId;
  /** Live changes included. */
  readonly config: ExperimentConfig;
  /** What it differs in from lane A. */
  readonly difference: readonly Change[];
}

export interface LanesApi {
  /**
   * A new lane at step 0 on lane A's images and seed: another lane's experiment with these changes, or
   * a preset. Shows the comparison.
   */
  add(patch: PresetId | ExperimentPatch, options?: { readonly from?: number }): Promise<LaneInfo>;
  /** A lane that goes on from the checkpoint of a lane that is nearest to a step. */
  addFromStep(step: number, options?: { readonly from?: number }): Promise<LaneInfo>;
  remove(lane: number): Promise<void>;
  /** Brings the lane that was removed last back, at step 0. */
  restore(): Promise<void>;
  list(): Promise<readonly LaneInfo[]>;
  /** All lanes, so much more. Null: the lane could not, or was training already. */
  train(more?: {
    readonly epochs?: number;
    readonly steps?: number;
  }): Promise<readonly (TrainSummary | null)[]>;
  pause(lane: number): Promise<void>;
  pauseAll(): Promise<void>;
  /** Every lane back to step 0, the same seed for all. */
  resetAll(options?: { readonly newSeed?: boolean }): Promise<void>;
  /** Held-out figures of every lane on the same test images, the first `limit` of them. */
  results(options?: { readonly limit?: number }): Promise<readonly LaneResult[]>;
  difference(lane: number): Promise<readonly Change[]>;
  /** Lays lanes B … over A; null undoes it. One answer a lane, null for A. */
  align(kind: AlignmentKind | null): Promise<readonly (LaneAlignment | null)[]>;
}
