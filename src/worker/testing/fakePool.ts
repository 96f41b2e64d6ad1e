/** A pool of fake trainers for tests with several lanes: each is as fakeTrainer.ts says. */
import type { LaneId, TrainerPool } from "#/worker/protocol/lanes.ts";
import {
  createFakeTrainer,
  type FakeTrainer,
  type FakeTrainerOptions,
} from "#/worker/testing/fakeTrainer.ts";

export interface FakePool extends TrainerPool {
  lane(id: LaneId): FakeTrainer;
  /** Lanes asked for and not disposed, in the order of their numbers. */
  readonly open: readonly LaneId[];
}

export function fakePool(options: FakeTrainerOptions = {}): FakePool {
  const lanes = new Map<LaneId, FakeTrainer>();

  function open(id: LaneId): FakeTrainer {
    const trainer = createFakeTrainer(options);
    const lane: FakeTrainer = {
      ...trainer,
      dispose() {
        trainer.dispose();
        lanes.delete(id);
      },
    };
    lanes.set(id, lane);
    return lane;
  }

  return {
    lane: (id) => lanes.get(id) ?? open(id),
    get open() {
      return [...lanes.keys()].toSorted((a, b) => a - b);
    },
    [Symbol.dispose]() {
      for (const lane of [...lanes.values()]) lane.dispose();
    },
  };
}
