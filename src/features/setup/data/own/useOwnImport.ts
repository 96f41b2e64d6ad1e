/**
 * One import from choosing to done: what the dialog shows, and what can be done next. Speaks to a
 * worker that lives as long as the dialog does.
 */
import { useEffect, useRef, useState } from "react";
import type {
  ImportProblem,
  ImportProgress,
  OwnListing,
  OwnOptions,
  OwnPreview,
} from "#/core/data/ownImages.ts";
import { useAppParts } from "#/state/context.tsx";
import { listOwnSet } from "#/state/ownSets.ts";
import type { ImportResult, OwnFile } from "#/worker/import/protocol/messages.ts";
import type { ImportSession } from "#/worker/import/protocol/ownImages.ts";

export type ImportStage =
  | { readonly kind: "choose" }
  /** Null while folders are still being opened. */
  | { readonly kind: "looking"; readonly files: number | null }
  | { readonly kind: "ready"; readonly listing: OwnListing }
  | { readonly kind: "importing"; readonly progress: ImportProgress }
  | { readonly kind: "done"; readonly result: ImportResult };

export interface OwnImport {
  readonly stage: ImportStage;
  readonly options: OwnOptions;
  /** Of the options at hand; null while it is on its way. */
  readonly preview: OwnPreview | null;
  readonly problem: ImportProblem | null;
  /** The last import was stopped by hand. */
  readonly stopped: boolean;
  take(files: Promise<readonly OwnFile[]>): Promise<void>;
  setOptions(options: OwnOptions): Promise<void>;
  start(name: string): Promise<void>;
  /** Ends what is going on; back to the options, or to choosing. */
  stop(): void;
  again(): void;
}

interface View {
  readonly stage: ImportStage;
  readonly listing: OwnListing | null;
  readonly options: OwnOptions;
  readonly preview: OwnPreview | null;
  readonly problem: ImportProblem | null;
  readonly stopped: boolean;
}

const first: View = {
  stage: { kind: "choose" },
  listing: null,
  options: { size: 32, crop: "centre", colour: "colour", background: "black" },
  preview: null,
  problem: null,
  stopped: false,
};

/** Asked anew after every wait. */
const ended = (signal: AbortSignal) => signal.aborted;

export function useOwnImport(): OwnImport {
  const app = useAppParts();
  const [view, setView] = useState(first);
  const session = useRef<ImportSession | null>(null);
  const task = useRef(new AbortController());
  useEffect(() => {
    // Told before anything is chosen: what is imported could not be kept.
    const denied = () => {
      setView((before) => ({ ...before, problem: { code: "storage-denied", values: {} } }));
    };
    app
      .ownImages()
      .then((images) => images.list())
      .catch(denied);
    return () => {
      task.current.abort();
      session.current?.[Symbol.dispose]();
      session.current = null;
    };
  }, [app]);

  const show = (change: Partial<View>) => {
    setView((before) => ({ ...before, ...change }));
  };
  /** The newest task wins; the signal of the one before it aborts. */
  const begin = (): AbortSignal => {
    task.current.abort();
    task.current = new AbortController();
    return task.current.signal;
  };
  const opened = async (): Promise<ImportSession> =>
    (session.current ??= (await app.ownImages()).openSession());
  const back = (listing: OwnListing | null): ImportStage =>
    listing === null ? { kind: "choose" } : { kind: "ready", listing };
  const failed = (problem: ImportProblem, listing: OwnListing | null) => {
    // A worker that broke is of no use any more, and has forgotten what it listed.
    const crashed = problem.code === "worker-crashed";
    if (crashed) session.current = null;
    show({ stage: back(crashed ? null : listing), problem });
  };

  async function preview(options: OwnOptions): Promise<void> {
    const signal = begin();
    const found = await (await opened()).preview(options, signal);
    if (ended(signal)) return;
    if (found.ok) show({ preview: found.value });
    else show({ problem: found.error });
  }

  return {
    ...view,
    async take(gathering) {
      const signal = begin();
      show({ ...first, options: view.options, stage: { kind: "looking", files: null } });
      const files = await gathering;
      if (ended(signal)) return;
      show({ stage: { kind: "looking", files: files.length } });
      const listed = await (await opened()).list(files, signal);
      if (ended(signal)) return;
      if (!listed.ok) {
        failed(listed.error, null);
        return;
      }
      const { size, colour } = listed.value.suggested;
      const options = { ...view.options, size, colour };
      show({ stage: back(listed.value), listing: listed.value, options });
      await preview(options);
    },
    async setOptions(options) {
      show({ options, problem: null });
      await preview(options);
    },
    async start(name) {
      const signal = begin();
      const { listing, options } = view;
      const total = listing?.images ?? 0;
      show({
        stage: { kind: "importing", progress: { done: 0, total, skipped: 0 } },
        problem: null,
        stopped: false,
      });
      const onProgress = (progress: ImportProgress) => {
        if (!ended(signal)) show({ stage: { kind: "importing", progress } });
      };
      const imported = await (await opened()).import({ options, name }, onProgress, signal);
      if (imported.ok) {
        listOwnSet(app, imported.value.entry);
        show({ stage: { kind: "done", result: imported.value } });
      } else if (imported.error.code !== "cancelled") failed(imported.error, listing);
    },
    stop() {
      task.current.abort();
      show({ stage: back(view.listing), stopped: view.stage.kind === "importing" });
    },
    again() {
      task.current.abort();
      show({ ...first, options: view.options });
    },
  };
}
