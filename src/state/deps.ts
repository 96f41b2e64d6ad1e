/** What the application needs from outside. app/bootstrap.ts brings the browser's, tests their own. */
import type { Manifest } from "#/core/data/manifest.ts";
import type { DecodedLink } from "#/core/experiment/url.ts";
import type { Fault } from "#/core/fault.ts";
import type { Result } from "#/core/result.ts";
import type { Language } from "#/state/types.ts";
import type { OwnImages } from "#/worker/import/protocol/ownImages.ts";
import type { TrainerPool } from "#/worker/protocol/lanes.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** A store of structured-cloneable values. Any call may reject: storage can be denied. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/** One small text that is there before the first render. Either call may throw. */
export interface TextStore {
  read(): string | null;
  write(text: string): void;
}

export interface AppDeps {
  /** The application's own lane, disposed with it. */
  readonly trainer: TrainerApi;
  /** Where further lanes come from; belongs to whoever made it. */
  readonly pool: TrainerPool;
  readonly storage: KeyValueStore;
  readonly preferences: TextStore;
  /** The link the page was opened with. */
  readonly link: DecodedLink;
  /** Puts a search part ("?…") into the address bar without a new history entry. */
  readonly replaceSearch: (search: string) => void;
  readonly loadManifest: () => Promise<Result<Manifest, Fault>>;
  /** Brings the code for a person's own images. */
  readonly ownImages: () => Promise<OwnImages>;
  /** Absolute addresses of the data sets' folder and of the wasm binaries. */
  readonly dataUrl: string;
  readonly wasmUrl: string;
  /** Milliseconds on a clock that only grows. */
  readonly now: () => number;
  /** Runs a task once the page has drawn what it was just told. */
  readonly afterDraw: (task: () => void) => void;
  /** A seed nobody has chosen. */
  readonly newSeed: () => number;
  readonly language: Language;
  readonly reducedMotion: boolean;
  /** Bytes that pictures, and as many that checkpoints of the past may take; the page's unless given. */
  readonly historyBytes?: number;
}
