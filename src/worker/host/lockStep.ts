/**
 * Whose training step is next, where several lanes train: of those that want one, the lane that has
 * seen the fewest images, the lower number where two are level. Knows numbers and promises; takes no
 * steps, and knows neither engines nor time.
 */
import type { LaneId } from "#/worker/protocol/lanes.ts";

/** One lane's place in the line. */
export interface Turns {
  /**
   * Joins those that train, if it has not, and resolves when this lane's step is next: at once where
   * it trains alone. Resolves too once the signal aborts; there is no step then.
   */
  next(imagesSeen: () => number, signal: AbortSignal): Promise<void>;
  /** Nobody else trains, or waits to. */
  readonly alone: boolean;
  /** The step is taken. */
  taken(): void;
  /** Is not waited for any more, until it asks for its `next` turn. */
  leave(): void;
}

interface Place {
  readonly lane: LaneId;
  readonly imagesSeen: () => number;
  /** Lets it take its turn; says nothing to one that has it. */
  readonly go: () => void;
}

export class LockStep {
  /** Of the lanes that train, between two steps or in one. */
  readonly #places = new Map<LaneId, Place>();

  /** How many lanes train. */
  get lanes(): number {
    return this.#places.size;
  }

  of(lane: LaneId): Turns {
    const others = () => [...this.#places.keys()].some((other) => other !== lane);
    return {
      get alone() {
        return !others();
      },
      next: (imagesSeen, signal) => this.#next(lane, imagesSeen, signal),
      taken: () => {
        this.#letGo();
      },
      leave: () => {
        this.#places.delete(lane);
        this.#letGo();
      },
    };
  }

  #next(lane: LaneId, imagesSeen: () => number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        signal.removeEventListener("abort", go);
        resolve();
      };
      this.#places.set(lane, { lane, imagesSeen, go });
      signal.addEventListener("abort", go);
      if (signal.aborted) go();
      this.#letGo();
    });
  }

  #letGo(): void {
    let first: Place | null = null;
    for (const place of this.#places.values()) {
      if (first === null || isBefore(place, first)) first = place;
    }
    first?.go();
  }
}

function isBefore(a: Place, b: Place): boolean {
  const ahead = a.imagesSeen() - b.imagesSeen();
  return ahead === 0 ? a.lane < b.lane : ahead < 0;
}
