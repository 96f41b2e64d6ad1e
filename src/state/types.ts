/**
 * The shape of the application's state: what components select and call. Slices implement it, one a
 * file. Nothing that changes every step lives here: metrics and frames are typed arrays outside
 * the store (metricsBuffer.ts, frames.ts), which announce themselves by version numbers.
 */
import type { BackendReport } from "#/core/backend/report.ts";
import type {
  ExperimentConfig,
  ExperimentPatch,
  LiveChange,
  PresetId,
} from "#/core/experiment/config.ts";
import type { Fault } from "#/core/fault.ts";
import type { PlanePoint, PlaneWindow } from "#/core/latent/plane.ts";
import type {
  DatasetSummary,
  PlaneAxesRequest,
  PreviewFrame,
  RunProgress,
} from "#/worker/protocol/messages.ts";
import type { OwnImages } from "#/worker/import/protocol/ownImages.ts";
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { Evaluation } from "#/core/training/terms.ts";

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
  /** Takes a preset up whole (undoable), on other data if asked to, and restarts. */
  loadPreset(
    id: PresetId,
    options?: { train?: boolean; data?: ExperimentPatch["data"] },
  ): Promise<void>;
}

export type AppPhase = RunProgress["phase"] | "loading" | "failed";

export interface RunSlice {
  readonly phase: AppPhase;
  /** The page is opening and will train by itself: the handle may set out before the model is there. */
  readonly startsItself: boolean;
  readonly runId: number;
  readonly progress: RunProgress | null;
  readonly backend: BackendReport | null;
  readonly workerRestarts: number;
  /** Step of the last restart from a checkpoint, until dismissed. */
  readonly restartedAt: number | null;
  /** The manifest's entries and a person's own, once read. */
  readonly dataSets: readonly DatasetEntry[];
  readonly dataset: DatasetSummary | null;
  /** Shown where the run is; null when all is well. */
  readonly fault: Fault | null;
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
export type Tab = "explore" | "reconstruct" | "samples" | "grid";
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

export type AppState = ExperimentSlice & RunSlice & LatentSlice & HistorySlice & PreferencesSlice;

/** One curve set in columns, images seen ascending. Views borrow the arrays; do not keep them. */
export interface MetricsView {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  readonly imagesSeen: ArrayLike<number>;
  readonly reconstruction: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly beta: ArrayLike<number>;
  readonly learningRate: ArrayLike<number>;
  readonly test: readonly {
    readonly step: number;
    readonly imagesSeen: number;
    readonly reconstruction: number;
    readonly kl: number;
    readonly total: number;
  }[];
}

export interface MetricsBuffer {
  readonly current: MetricsView;
  /** The run before the last reset; null when there was none. */
  readonly ghost: MetricsView | null;
  readonly version: number;
  subscribe(listener: () => void): () => void;
}

export interface KeptFrame {
  readonly frame: PreviewFrame;
  /** True when this frame can be dragged in (its weights were kept). */
  readonly hasWeights: boolean;
}

export interface FrameStore {
  /** Oldest first; the last is the newest preview. */
  list(): readonly KeptFrame[];
  /** The frame the page shows: scrubbed, or the newest; null before the first. */
  shown(): PreviewFrame | null;
  subscribe(listener: () => void): () => void;
}

/** The decoder's answer at the handle. */
export interface LiveImage {
  readonly z: readonly number[];
  /** [D] in [0, 1]; null before the first answer. */
  readonly pixels: Float32Array | null;
  /** Step of the weights it was decoded with. */
  readonly step: number;
  /** True when those weights lag the run by more than 250 ms. */
  readonly stale: boolean;
}

/** Follows `z`: decodes latest-wins, from the scrubbed frame's weights when looking back. */
export interface LiveDecoder {
  readonly current: LiveImage;
  subscribe(listener: () => void): () => void;
}

/** What a point's card shows. Nats. */
export interface PointDetails {
  readonly testIndex: number;
  readonly label: number;
  readonly original: Float32Array;
  readonly reconstruction: Float32Array;
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
  readonly reconstructionNats: number;
  readonly klNats: number;
}

/** Questions the page asks about images, each latest-wins and cancellable. */
export interface Inspector {
  point(testIndex: number, signal?: AbortSignal): Promise<PointDetails>;
  /** `count` draws z = μ + σ·ε of one point, decoded. [count × D] and z [count × latent]. */
  drawPosterior(
    details: PointDetails,
    count: number,
    draw: number,
    signal?: AbortSignal,
  ): Promise<{ z: Float32Array; images: Float32Array }>;
  /** Test images and their reconstructions from μ, or from a sample. [count × D] each. */
  reconstruct(
    testIndices: readonly number[],
    sampled: boolean,
    signal?: AbortSignal,
  ): Promise<{ originals: Float32Array; reconstructions: Float32Array; labels: Uint8Array }>;
  /**
   * Per-pixel standard deviation of what is decoded over `draws` seeded draws from the posterior of
   * each test image. [count × D]
   */
  posteriorSpread(
    testIndices: readonly number[],
    draws: number,
    signal?: AbortSignal,
  ): Promise<Float32Array>;
  /** The ten fixed test images of the strip, one a class. [10 × D]; `indices` into the test split. */
  stripOriginals(): Promise<{ indices: Uint32Array; pixels: Float32Array; labels: Uint8Array }>;
  decode(z: Float32Array, count: number, signal?: AbortSignal): Promise<Float32Array>;
  /** The whole test split (or its first `limit` images) with the newest weights; abort to stop. */
  evaluate(limit: number | null, signal?: AbortSignal): Promise<Evaluation>;
}

/** What the React tree gets through context (state/context.tsx: `useApp`, `useAppState`). */
export interface AppParts {
  readonly metrics: MetricsBuffer;
  readonly frames: FrameStore;
  readonly decoder: LiveDecoder;
  readonly inspector: Inspector;
  /** Brings the code for a person's own images. */
  readonly ownImages: () => Promise<OwnImages>;
}
