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
import type { DiagnosisSlice, EvaluationSlice } from "#/state/learningTypes.ts";
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { Figure } from "#/core/objective/display.ts";
import type { LossTerms } from "#/core/training/terms.ts";

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
export type CostNotice =
  | { readonly phase: "measuring" }
  | {
      readonly phase: "asking";
      /** Of the whole run, from three timed steps. */
      readonly seconds: number;
      readonly msPerStep: number;
      readonly steps: number;
      /** Whether the preset has a lighter variant to offer. */
      readonly lighter: boolean;
      answer(answer: CostAnswer): void;
    };

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

export type AppState = ExperimentSlice &
  RunSlice &
  LatentSlice &
  HistorySlice &
  PreferencesSlice &
  EvaluationSlice &
  DiagnosisSlice;

/** One curve set in columns, images seen ascending. Views borrow the arrays; do not keep them. */
export interface MetricsView {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  readonly imagesSeen: ArrayLike<number>;
  /** Nats per image; total weighs KL by the effective β of its step. */
  readonly reconstruction: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  /** As the system writes them. */
  readonly lossReconstruction: ArrayLike<number>;
  readonly lossKl: ArrayLike<number>;
  readonly lossTotal: ArrayLike<number>;
  /** After annealing. */
  readonly beta: ArrayLike<number>;
  readonly learningRate: ArrayLike<number>;
  /** Where the test points were scored for a preview. */
  readonly test: readonly TestFigures[];
  /** Where the whole test split was, after an epoch. */
  readonly validation: readonly ValidationFigures[];
}

export interface TestFigures extends LossTerms {
  readonly step: number;
  readonly imagesSeen: number;
}

export interface ValidationFigures {
  readonly step: number;
  readonly imagesSeen: number;
  /** As the system writes it: what patience goes by. */
  readonly loss: LossTerms;
  readonly perImage: LossTerms;
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
  /** [D] as displayed, in [0, 1]; null before the first answer. */
  readonly pixels: Float32Array | null;
  /** The range it is drawn in; null where a pixel means what it says. */
  readonly figure: Figure | null;
  /** Class it was decoded for; 0 for an unconditional model. */
  readonly label: number;
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

/** Images beside what the model makes of them. [count × D] each. */
export interface Pairs {
  /** As the network sees them, in the figure's range: to be drawn beside the reconstructions. */
  readonly originals: Float32Array;
  /** As displayed. */
  readonly reconstructions: Float32Array;
  /**
   * Reconstruction minus original, in the values the loss means; where the display has lost those,
   * in the values drawn.
   */
  readonly difference: Float32Array;
  /** The one range all of them are drawn in; null where a pixel means what it says. */
  readonly figure: Figure | null;
}

/** What a point's card shows, of a single image. Nats. */
export interface PointDetails extends Pairs {
  readonly testIndex: number;
  readonly label: number;
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
  readonly reconstructionNats: number;
  readonly klNats: number;
}

/** [count × D] as displayed, one figure. */
export interface Decoded {
  readonly images: Float32Array;
  readonly figure: Figure | null;
}

/** What a conditional model decodes for: each image's own class, or one class for all. */
export type DecodedAs = "own" | { readonly label: number };

/** Questions the page asks about images, each latest-wins and cancellable. */
export interface Inspector {
  point(testIndex: number, signal?: AbortSignal): Promise<PointDetails>;
  /** `count` draws z = μ + σ·ε of one point, decoded for its class. z [count × latent]. */
  drawPosterior(
    details: PointDetails,
    count: number,
    draw: number,
    signal?: AbortSignal,
  ): Promise<Decoded & { z: Float32Array }>;
  /** Images and their reconstructions from μ, or from a sample. */
  reconstruct(
    of: { readonly split: "train" | "test"; readonly indices: readonly number[] },
    from: { readonly sampled: boolean; readonly as: DecodedAs },
    signal?: AbortSignal,
  ): Promise<Pairs & { labels: Uint8Array }>;
  /**
   * Per-pixel standard deviation of what is decoded over `draws` seeded draws from the posterior of
   * each test image. [count × D]
   */
  posteriorSpread(
    testIndices: readonly number[],
    draws: number,
    as: DecodedAs,
    signal?: AbortSignal,
  ): Promise<Float32Array>;
  /** Images as the network sees them, cut to [0, 1] where it sees them beyond. [count × D] */
  originals(
    split: "train" | "test",
    indices: readonly number[],
    signal?: AbortSignal,
  ): Promise<{ pixels: Float32Array; labels: Uint8Array }>;
  /** The same of the ten fixed test images of the strip, one a class. [10 × D] */
  stripOriginals(): Promise<{ indices: Uint32Array; pixels: Float32Array; labels: Uint8Array }>;
  /** For the class in hand, unless `labels` [count] says otherwise; idle for unconditional models. */
  decode(
    z: Float32Array,
    count: number,
    options?: { readonly labels?: Uint8Array; readonly signal?: AbortSignal },
  ): Promise<Decoded>;
  /**
   * 100 images of N(0, 1) noise, encoded as they are, a z [100 × latent] sampled from each and decoded;
   * a function of the seed and the model. Of the running model, whatever is scrubbed to.
   */
  noiseSamples(seed: number, signal?: AbortSignal): Promise<Decoded & { z: Float32Array }>;
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
