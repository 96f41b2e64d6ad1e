/**
 * The shape of the application's state: what components select and call. Slices implement it, one a
 * file. Nothing that changes every step lives here: metrics and frames are typed arrays outside
 * the store (metricsBuffer.ts, frames.ts), which announce themselves by version numbers.
 */
import type { EngineChoice, EngineReport } from "#/core/backend/engine.ts";
import type { BackendReport } from "#/core/backend/report.ts";
import type {
  ExperimentConfig,
  ExperimentPatch,
  LiveChange,
  PresetId,
} from "#/core/experiment/config.ts";
import type { Change } from "#/core/experiment/diff.ts";
import type { LanePair } from "#/core/experiment/url.ts";
import type { Fault } from "#/core/fault.ts";
import type { PlanePoint, PlaneWindow } from "#/core/latent/plane.ts";
import type { DatasetSummary, RunProgress } from "#/worker/protocol/run.ts";
import type { StoreApi } from "zustand";
import type { PlaneAxesRequest } from "#/worker/protocol/preview.ts";
import type { DiagnosisSlice, EvaluationSlice } from "#/state/learningTypes.ts";
import type { Route } from "#/core/route.ts";
import type { ToolsSlice } from "#/state/tools/types.ts";
import type { DatasetEntry } from "#/core/data/manifest.ts";

export interface ExperimentSlice {
  /** What the model on screen was built from, live changes included. */
  readonly config: ExperimentConfig;
  /** What the controls show: equal to `config` unless something waits for a restart. */
  readonly draft: ExperimentConfig;
  /** What the run started from: `config` without its live changes. */
  readonly built: ExperimentConfig;
  /** The preset this experiment grew from. */
  readonly preset: PresetId;
  /** Live changes of the current run, oldest first. */
  readonly live: readonly LiveChange[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Edits the experiment. Live fields apply to the running model at once and leave a flag; the
   * others wait in `draft`. An invalid patch changes nothing and returns the fault to show in place.
   */
  edit(patch: ExperimentPatch): Fault | null;
  /** Rebuilds the model from `draft`; the run so far becomes the ghost. */
  restart(options?: { newSeed?: boolean; train?: boolean }): Promise<void>;
  discard(): void;
  undo(): void;
  redo(): void;
  /** Takes a preset up whole (undoable), but for what `patch` says instead, and restarts. */
  loadPreset(id: PresetId, options?: { train?: boolean; patch?: ExperimentPatch }): Promise<void>;
}

export type AppPhase = RunProgress["phase"] | "loading" | "failed";

/** What one does about a run that will take long. */
export type CostAnswer = "train" | "lighter" | "cancel";

/** Stands before a long run (preflight.ts). */
export type CostNotice = {
  /** The lanes that would train: nobody else's concern. */
  readonly about: readonly StoreApi<AppState>[];
} & (
  | { readonly phase: "measuring" }
  | {
      readonly phase: "asking";
      /** Of all that would train, from three timed steps of each lane. */
      readonly seconds: number;
      /** Mean over all steps. */
      readonly msPerStep: number;
      /** Of all lanes together. */
      readonly steps: number;
      /** How many train; 1 for a run by itself. */
      readonly lanes: number;
      /** What the preset's lighter variant changes; empty where there is none to offer. */
      readonly lighter: readonly Change[];
      answer(answer: CostAnswer): void;
    }
);

export interface RunSlice {
  readonly phase: AppPhase;
  /** The page is opening and will train by itself: the handle may set out before the model is there. */
  readonly startsItself: boolean;
  readonly runId: number;
  readonly progress: RunProgress | null;
  readonly backend: BackendReport | null;
  /** Of this run; null before the first. */
  readonly engine: EngineReport | null;
  /** What runs are asked for: the lanes' too, and the link's. Changed by engineChoice.ts. */
  readonly engineChoice: EngineChoice;
  readonly workerRestarts: number;
  /** Step of the last restart from a checkpoint, until dismissed. */
  readonly restartedAt: number | null;
  /** The manifest's entries and a person's own, once read. */
  readonly dataSets: readonly DatasetEntry[];
  readonly dataset: DatasetSummary | null;
  /** Shown where the run is; null when all is well. */
  readonly fault: Fault | null;
  /** What a long run will cost, before it starts; null when nothing is asked. */
  readonly costNotice: CostNotice | null;
  /** Milliseconds between steps; 0 is full speed. */
  readonly pace: number;
  /** True while the tab is hidden: training goes on, previews rest. */
  readonly resting: boolean;
  train(more?: { epochs?: number; steps?: number }): Promise<void>;
  pause(): Promise<void>;
  /** Back to step 0 with the same seed, or a new one. Undoable through the kept checkpoint. */
  reset(options?: { newSeed?: boolean }): Promise<void>;
  setPace(msBetweenSteps: number): void;
  retryData(): Promise<void>;
  dismissFault(): void;
}

export type PointStyle = "dots" | "numerals" | "thumbnails";

export interface LatentSlice {
  /** The latent point in hand: the handle, the sliders and the large image all show it. [latent] */
  readonly z: readonly number[];
  /** False until someone touches the plane or a slider; while false the handle tours by itself. */
  readonly touched: boolean;
  readonly window: PlaneWindow;
  readonly axes: PlaneAxesRequest;
  /** False while the axes follow the two dimensions of highest KL, taken at each rest. */
  readonly axesChosen: boolean;
  /** Cells a side, 2 … 30. */
  readonly gridSize: number;
  readonly layers: {
    readonly pictures: boolean;
    readonly points: boolean;
    readonly prior: boolean;
    readonly density: boolean;
    /** Of the pinned image: what each z would cost it. */
    readonly landscape: boolean;
  };
  readonly pointStyle: PointStyle;
  /**
   * While pictures and points are both shown: 0 pictures alone, ½ (at rest) points over pictures at
   * 40 %, 1 points alone.
   */
  readonly balance: number;
  /** Index into the frame's points under the pointer or focus; null for none. */
  readonly hoveredPoint: number | null;
  /** Test-split index of the pinned point; null for none. */
  readonly pinned: number | null;
  /** Latent vectors pinned with P or by clicking a cell, newest last, at most eight. */
  readonly pins: readonly (readonly number[])[];
  /** Order of the sliders: dimension indices, by KL at the last pause or on request. */
  readonly sliderOrder: readonly number[];
  readonly samplesSeed: number;
  /** Class that everything is decoded for where the model is conditional; else idle. */
  readonly label: number;
  setZ(z: readonly number[], by: "hand" | "tour"): void;
  setDimension(dimension: number, value: number): void;
  /** Moves the handle within the plane, keeping the coordinates off it. */
  movePlane(point: PlanePoint, by: "hand" | "tour"): void;
  setWindow(window: PlaneWindow): void;
  setAxes(axes: PlaneAxesRequest): void;
  setGridSize(n: number): void;
  setLayer(layer: keyof LatentSlice["layers"], shown: boolean): void;
  setPointStyle(style: PointStyle): void;
  setBalance(balance: number): void;
  hoverPoint(index: number | null): void;
  pinPoint(testIndex: number | null): void;
  pinHere(): void;
  unpin(index: number): void;
  sortSliders(): void;
  /** z ~ N(0, I) from the preview stream of the seed. */
  drawZ(): void;
  resetZ(): void;
  newSamples(): void;
  setLabel(label: number): void;
}

export interface HistorySlice {
  /** Grows by one with every frame kept, replaced or thinned: subscribe to redraw. */
  readonly frameVersion: number;
  /** Position in `frames.list()`; null is live. */
  readonly scrubbed: number | null;
  readonly replaying: boolean;
  scrubTo(index: number | null): void;
  /** Goes to the frame nearest a step (a click in the chart). */
  scrubToStep(step: number): void;
  setReplaying(on: boolean): void;
}

export type Theme = "system" | "light" | "dark";

export type Language = "en" | "zh-CN";

export type Tab = "explore" | "reconstruct" | "samples" | "grid" | "interpolate" | "draw";

/** Below 600 px these are sheets under the plane. */
export type Sheet = "explore" | "experiment" | "learning";

export interface PreferencesSlice {
  readonly theme: Theme;
  readonly language: Language;
  /** Grey pictures as ink on paper in the light theme; false shows them as stored. */
  readonly inkOnPaper: boolean;
  readonly logScale: boolean;
  readonly shortcuts: boolean;
  readonly tab: Tab;
  readonly sheet: Sheet;
  /** Between 900 and 1279 px the experiment is a drawer. */
  readonly drawerOpen: boolean;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  setInkOnPaper(on: boolean): void;
  setLogScale(on: boolean): void;
  setShortcuts(on: boolean): void;
  setTab(tab: Tab): void;
  setSheet(sheet: Sheet): void;
  setDrawerOpen(open: boolean): void;
  /** Forgets what was stored and loads the first preset; undoable until the next start. */
  startFresh(): Promise<void>;
}

export interface RouteSlice {
  /** Where in the page one is: stands in the link, is not stored. */
  readonly route: Route;
  /** Lanes B … of the comparison as a link has them; those of the page's own link until it opens. */
  readonly laneLinks: readonly LanePair[];
  /** In lecturer's mode: answers and chips are shown. Another step or place covers them again. */
  readonly uncovered: boolean;
  /** Another mode begins at its overview; the run of the mode one leaves is paused, and kept. */
  go(to: Partial<Route>): void;
  uncover(): void;
}

export type AppState = ExperimentSlice &
  RunSlice &
  LatentSlice &
  HistorySlice &
  PreferencesSlice &
  EvaluationSlice &
  DiagnosisSlice &
  RouteSlice &
  ToolsSlice;
