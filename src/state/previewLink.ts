/**
 * Previews on credit: takes frames in, gives the next credit once the last one is drawn (never while
 * the tab is hidden), tells the worker what to show, and asks for a picture itself while nothing
 * trains. Does not draw.
 */
import { decoderWeights } from "#/state/frames.ts";
import { latentAtRest } from "#/state/latentStart.ts";
import { type AppStore, type Parts, faultOf } from "#/state/parts.ts";
import { previewRequest, sameRequest } from "#/state/previewRequest.ts";
import type { AppState } from "#/state/types.ts";
import type { PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";

export interface PreviewLink {
  /** A frame came for the run on screen. */
  receive(frame: PreviewFrame): void;
  /** A run began: shows its first picture and allows the next. `sent` is what it was started with. */
  begin(sent: PreviewRequest): void;
  /** A picture now, if nothing trains. */
  refresh(): Promise<void>;
}

/** Enough for the first picture at rest; the others follow where that one came fast. */
const fewPoints = 500;
const patienceMs = 400;
const mostPoints = 5000;
/** Points of wide latent spaces are fewer, so that a frame stays near a megabyte. */
const pointBytes = 2 ** 20;

const allPoints = ({ klPerDimension }: PreviewFrame) =>
  Math.min(mostPoints, Math.max(fewPoints, Math.floor(pointBytes / (8 * klPerDimension.length))));

const isMoving = ({ phase }: AppState) => phase === "training" || phase === "waiting";

export function createPreviewLink(store: AppStore, { deps, frames }: Parts): PreviewLink {
  const { trainer } = deps;
  let sent: PreviewRequest | null = null;
  let busy = false;
  /** A picture is wanted even if the request for it is the same. */
  let pending = false;
  /** Step and run of the frame whose points cover as many images as they ever will. */
  let complete: { runId: number; step: number } | null = null;
  let owesCredit = false;

  /** Faults of the picture are told where the run is; a stopped request is nobody's fault. */
  function tell(error: unknown): void {
    const fault = faultOf(error);
    const silent = fault.code === "cancelled" || fault.code === "not-ready";
    if (!silent && fault.code !== "worker-crashed") store.setState({ fault });
  }

  function credit(): void {
    owesCredit = false;
    if (store.getState().resting) owesCredit = true;
    else trainer.request("creditPreview", null).catch(tell);
  }

  function add(frame: PreviewFrame): void {
    const { decoder = null, ...picture } = frame;
    frames.add(picture, decoder);
    const points = frames.shown()?.points.indices.length ?? 0;
    store.setState((state) => ({
      frameVersion: state.frameVersion + 1,
      scrubbed: frames.scrubbed,
      hoveredPoint: (state.hoveredPoint ?? points) < points ? state.hoveredPoint : null,
    }));
  }

  async function ask(): Promise<void> {
    const { runId, progress } = store.getState();
    const newest = frames.list().at(-1)?.frame;
    const isNewest = complete?.step === newest?.step && complete?.step === progress?.step;
    const known = complete?.runId === runId && isNewest ? newest : undefined;
    // Only the plane changed: the model, so the points, are what they were.
    const pictureOnly = known !== undefined && store.getState().axes.kind === "dimensions";
    const points = pictureOnly ? 0 : fewPoints;
    const askedAt = deps.now();
    const frame = await trainer.request("preview", { points });
    if (store.getState().runId !== runId) return;
    if (known !== undefined && pictureOnly && frame.step === known.step) {
      const { sheet, strip, stripFigure, label, samples } = frame;
      add({ ...known, sheet, strip, stripFigure, label, samples });
      return;
    }
    if (pictureOnly) return;
    add(frame);
    // The first picture of a run that was taken up again stands at rest.
    if (frame.step > 0 && frames.list().length === 1 && !isMoving(store.getState())) {
      store.setState((state) => latentAtRest(state, frame.klPerDimension));
    }
    await fill(frame, runId, deps.now() - askedAt);
  }

  /** What the first picture at rest leaves out: all the points, and weights to drag it by. */
  async function fill(picture: PreviewFrame, runId: number, cost: number): Promise<void> {
    const { step } = picture;
    const isStill = () => {
      const now = store.getState();
      return now.runId === runId && !isMoving(now) && now.progress?.step === step;
    };
    if (cost < patienceMs && isStill()) {
      const full = await trainer.request("preview", { points: allPoints(picture) });
      if (isStill() && full.step === step) add(full);
    }
    complete = { runId, step };
    const weights = await trainer.request("weights", null);
    if (!isStill()) return;
    frames.attachWeights(step, decoderWeights(weights));
    store.setState((state) => ({ frameVersion: state.frameVersion + 1 }));
  }

  /** One conversation at a time; what changed meanwhile is asked for once, at its end. */
  async function converse(always: boolean): Promise<void> {
    pending ||= always;
    if (busy) return;
    busy = true;
    try {
      for (;;) {
        const state = store.getState();
        if (state.runId === 0) {
          pending = false;
          return;
        }
        const wanted = previewRequest(state, frames.list().at(-1)?.frame ?? null);
        const changed = sent === null || !sameRequest(sent, wanted);
        if (!changed && !pending) return;
        pending = false;
        if (changed) {
          sent = wanted;
          await trainer.request("setPreview", wanted);
        }
        if (!isMoving(store.getState())) await ask();
      }
    } catch (error) {
      tell(error);
    } finally {
      busy = false;
    }
    if (pending) await converse(false);
  }

  store.subscribe((state, before) => {
    if (before.resting && !state.resting && owesCredit) credit();
    const watched =
      state.window !== before.window ||
      state.axes !== before.axes ||
      state.gridSize !== before.gridSize ||
      state.z !== before.z ||
      state.label !== before.label ||
      state.tab !== before.tab ||
      state.samplesSeed !== before.samplesSeed;
    if (watched) void converse(false);
    // Single steps can pass between two reports: then only the count tells that it moved.
    const moved = isMoving(before) || state.progress?.step !== before.progress?.step;
    if (state.runId === before.runId && moved && !isMoving(state)) void converse(true);
  });

  return {
    receive(frame) {
      const { runId } = store.getState();
      complete = null;
      add(frame);
      deps.afterDraw(() => {
        if (store.getState().runId === runId) credit();
      });
    },
    begin(request) {
      sent = request;
      complete = null;
      credit();
      void converse(true);
    },
    refresh() {
      complete = null;
      return converse(true);
    },
  };
}
