/**
 * The history of the picture: preview frames of the run on screen, thinned to 120 and to 64 MB in
 * all, 24 of them with the decoder's weights, so that one can drag in the past. The newest preview
 * is always the last. Policy of thinning: core/history/thin.ts.
 */
import { leastMissed, nearestStep } from "#/core/history/thin.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { FrameStore, KeptFrame } from "#/state/partTypes.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

export interface WritableFrames extends FrameStore {
  /** Adds the newest frame; one of the same step is replaced and passes its weights on. */
  add(frame: PreviewFrame, weights: Weights | null): void;
  /** Gives the newest frame its weights, when it is still at that step. */
  attachWeights(step: number, weights: Weights): void;
  /** Looks at a frame of `list()`; null, or the last, is live. Returns where it looks now. */
  scrub(index: number | null): number | null;
  /** Where it looks in `list()` as that is now; null is live. */
  readonly scrubbed: number | null;
  /** Of the frames with weights, the one nearest to the frame shown; null when there is none. */
  nearestWithWeights(): { readonly frame: PreviewFrame; readonly weights: Weights } | null;
  /** Forgets frames after `step`. */
  dropAfter(step: number): void;
  clear(): void;
  /** Bytes of pictures, points and weights held. */
  readonly bytes: number;
}

export interface FrameLimits {
  readonly frames: number;
  readonly withWeights: number;
  readonly bytes: number;
}

const defaultLimits: FrameLimits = { frames: 120, withWeights: 24, bytes: 64 * 2 ** 20 };

interface Entry extends KeptFrame {
  readonly weights: Weights | null;
}

function frameBytes({ sheet, points, strip, samples, ...rest }: PreviewFrame): number {
  const { indices, labels, mean, logVariance } = points;
  const parts = [sheet.pixels, strip, samples, indices, labels, mean, logVariance];
  const terms = [rest.klPerDimension, rest.meanVariance];
  return [...parts, ...terms].reduce((sum, part) => sum + (part?.byteLength ?? 0), 0);
}

function weightBytes(weights: Weights | null): number {
  if (weights === null) return 0;
  return Object.values(weights).reduce((sum, { values }) => sum + values.byteLength, 0);
}

const sizeOf = (entry: Entry) => frameBytes(entry.frame) + weightBytes(entry.weights);

const withoutWeights = ({ frame }: Entry): Entry => ({ frame, weights: null, hasWeights: false });

/** What decoding needs of a model's weights. */
export function decoderWeights(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights).filter(([name]) => /^(decoder|output)\//.test(name)),
  );
}

export function createFrameStore(given: Partial<FrameLimits> = {}): WritableFrames {
  const limits = { ...defaultLimits, ...given };
  const listeners = new Set<() => void>();
  let entries: readonly Entry[] = [];
  let looking: PreviewFrame | null = null;

  const total = () => entries.reduce((sum, entry) => sum + sizeOf(entry), 0);

  function position(): number | null {
    if (looking === null) return null;
    const at = entries.findIndex((entry) => entry.frame === looking);
    return at < 0 ? null : at;
  }

  function publish(next: readonly Entry[]): void {
    entries = next;
    thin();
    if (position() === null) looking = null;
    for (const listener of [...listeners]) listener();
  }

  function dropFrame(): boolean {
    const drop = leastMissed(
      entries.map(({ frame }) => frame.step),
      position(),
    );
    if (drop === null) return false;
    entries = entries.filter((_, i) => i !== drop);
    return true;
  }

  function dropWeights(): boolean {
    const holders = entries.filter((entry) => entry.weights !== null);
    const drop = leastMissed(
      holders.map(({ frame }) => frame.step),
      null,
    );
    const holder = holders[drop ?? 0];
    if (holder === undefined) return false;
    entries = entries.map((entry) => (entry === holder ? withoutWeights(entry) : entry));
    return true;
  }

  function thin(): void {
    while (entries.length > limits.frames && dropFrame());
    while (entries.filter((e) => e.weights !== null).length > limits.withWeights && dropWeights());
    while (total() > limits.bytes) {
      const inWeights = entries.reduce((sum, { weights }) => sum + weightBytes(weights), 0);
      const dropped = 2 * inWeights > total() ? dropWeights() : dropFrame() || dropWeights();
      if (!dropped) break;
    }
  }

  return {
    list: () => entries,
    shown: () => looking ?? entries.at(-1)?.frame ?? null,
    get scrubbed() {
      return position();
    },
    get bytes() {
      return total();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(frame, weights) {
      const same = entries.find((entry) => entry.frame.step === frame.step);
      const held = weights ?? same?.weights ?? null;
      if (looking !== null && looking === same?.frame) looking = null;
      publish([
        ...entries.filter((entry) => entry.frame.step < frame.step),
        { frame, weights: held, hasWeights: held !== null },
      ]);
    },
    attachWeights(step, weights) {
      const last = entries.at(-1);
      if (last?.frame.step !== step) return;
      publish([...entries.slice(0, -1), { frame: last.frame, weights, hasWeights: true }]);
    },
    scrub(index) {
      const last = entries.length - 1;
      const at = index === null ? last : Math.min(Math.max(Math.round(index), 0), last);
      looking = at >= last ? null : (entries[at]?.frame ?? null);
      publish(entries);
      return position();
    },
    nearestWithWeights() {
      const shown = looking ?? entries.at(-1)?.frame;
      const holders = entries.flatMap(({ frame, weights }) =>
        weights === null ? [] : [{ frame, weights }],
      );
      const steps = holders.map(({ frame }) => frame.step);
      const nearest = shown === undefined ? null : nearestStep(steps, shown.step);
      return nearest === null ? null : (holders[nearest] ?? null);
    },
    dropAfter(step) {
      publish(entries.filter((entry) => entry.frame.step <= step));
    },
    clear() {
      looking = null;
      publish([]);
    },
  };
}
