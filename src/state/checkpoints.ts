/**
 * Where a new lane can go on from: whole checkpoints of the run on screen, thinned as its pictures are.
 * Frames keep a decoder alone, which can be looked at but not trained; a checkpoint weighs three times
 * the model, so there are fewer of them, and who goes on from a frame starts at the nearest.
 */
import { leastMissed, nearestStep } from "#/core/history/thin.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

export interface KeptSteps {
  /** Steps at which the run can be taken up exactly, ascending; it can always be begun anew. */
  steps(): readonly number[];
  /** The checkpoint nearest to a step; null where the beginning is nearer. */
  nearest(step: number): Checkpoint | null;
}

export interface CheckpointShelf extends KeptSteps {
  /** Takes one in; later ones did not happen. */
  add(checkpoint: Checkpoint): void;
  clear(): void;
}

interface ShelfLimits {
  readonly count: number;
  readonly bytes: number;
}

const defaultLimits: ShelfLimits = { count: 24, bytes: 48 * 2 ** 20 };

const weigh = (weights: Weights): number =>
  Object.values(weights).reduce((sum, { values }) => sum + values.byteLength, 0);

const bytesOf = ({ weights, moments, best }: Checkpoint): number =>
  weigh(weights) + weigh(moments) + weigh(best?.weights ?? {});

export function createCheckpointShelf(given: Partial<ShelfLimits> = {}): CheckpointShelf {
  const limits = { ...defaultLimits, ...given };
  let held: readonly Checkpoint[] = [];

  const steps = () => held.map(({ step }) => step);
  const isFull = () =>
    held.length > limits.count ||
    held.reduce((sum, checkpoint) => sum + bytesOf(checkpoint), 0) > limits.bytes;

  return {
    steps,
    nearest(step) {
      const places = [0, ...steps()];
      const at = nearestStep(places, step) ?? 0;
      return held[at - 1] ?? null;
    },
    add(checkpoint) {
      held = [...held.filter(({ step }) => step < checkpoint.step), checkpoint];
      while (held.length > 0 && isFull()) {
        const drop = leastMissed(steps(), null) ?? 0;
        held = held.filter((_, i) => i !== drop);
      }
    },
    clear() {
      held = [];
    },
  };
}
