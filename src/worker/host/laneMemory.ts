/**
 * What of a backend's memory is one lane's. Jobs run one at a time, so what one leaves behind, or takes
 * away, is its lane's; nothing is attributed by name, and what leaks shows.
 */
import type { BackendMemory } from "#/engine/engine.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import type { Room } from "#/worker/host/rooms.ts";

export class LaneMemory {
  readonly #room: () => Room;
  readonly #working: () => void;
  #held: BackendMemory = { tensors: 0, bytes: 0 };

  /** @param working called before each piece of the lane's work. */
  constructor(room: () => Room, working: () => void) {
    this.#room = room;
    this.#working = working;
  }

  /** As of the last job that ended. */
  get held(): BackendMemory {
    return this.#held;
  }

  /** Its backend is gone, and all that was there. */
  forget(): void {
    this.#held = { tensors: 0, bytes: 0 };
  }

  /** Does `work`, which nothing else on the backend may come between. */
  async count<T>(work: () => T | Promise<T>): Promise<T> {
    const room = this.#room();
    const before = room.memory();
    this.#working();
    try {
      return await work();
    } finally {
      if (this.#room() === room) this.#add(before, room.memory());
    }
  }

  /** The line of jobs, counting those of this lane. */
  counted(jobs: Jobs): Jobs {
    return { run: (kind, job, signal) => jobs.run(kind, () => this.count(job), signal) };
  }

  #add(before: BackendMemory, after: BackendMemory): void {
    this.#held = {
      tensors: this.#held.tensors + after.tensors - before.tensors,
      bytes: this.#held.bytes + after.bytes - before.bytes,
    };
  }
}
