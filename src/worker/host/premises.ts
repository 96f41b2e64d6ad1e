/** What the lanes of one worker have in common. */
import type { Clock } from "#/worker/host/clock.ts";
import type { Datasets } from "#/worker/host/datasets.ts";
import type { LockStep } from "#/worker/host/lockStep.ts";
import type { Rooms } from "#/worker/host/rooms.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

export interface Premises {
  readonly clock: Clock;
  readonly rooms: Rooms;
  readonly datasets: Datasets;
  readonly lockStep: LockStep;
  /** Called before each piece of a lane's work, which may break the worker: nobody could say whose after. */
  readonly working: (lane: LaneId) => void;
  /** Breaks the worker, as a bug outside any request would. */
  readonly crash: () => void;
  /** Starting and ending are several waits long; no two of them mix, whichever lanes they are of. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}
