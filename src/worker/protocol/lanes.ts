/**
 * Several models in one worker. A lane is one run with everything that belongs to it, spoken to as if
 * it were alone: requests and events travel under its number (wire.ts). What lanes share — the
 * backend, the device, the data sets, the one queue of engine jobs — the host holds once.
 *
 * Lanes that train go in lock-step: of those training, the one that has seen the fewest images takes
 * the next step (the lower number where two are level), so that each gets the same share of the device
 * however long its steps are. A lane that is paused, done, broken or waiting for nothing but its own
 * trouble is not waited for. What a lane computes never depends on the others.
 */
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** 0 is the experiment of the page; the others are handed out by whoever makes lanes. */
export type LaneId = number;

export const mainLane: LaneId = 0;

export interface TrainerPool extends Disposable {
  /**
   * The trainer of one lane, always the same object for a number. Disposing it ends its run and frees
   * what it held (request "end"); disposing the pool ends the worker. "initialise" is answered at once
   * where the worker has its backend already. A worker that crashes comes back with every lane but those
   * at whose work it does so again and again; such a one comes back when it is trained or started anew.
   */
  lane(id: LaneId): TrainerApi;
}
