/**
 * Where to go when a device fails: to a new device of the same backend as long as that is likely to
 * help, then to the next backend. Remembers what failed since a backend was asked for; opens nothing.
 */
import type { DeviceFailure, DeviceFault } from "#/core/backend/deviceFault.ts";
import type { BackendName } from "#/core/backend/report.ts";

/** What whoever opens the next room steers clear of. */
export interface Setback {
  /** What has just happened. */
  readonly fault: DeviceFault;
  /** Backends not to be tried again, and why. */
  readonly gone: readonly { readonly backend: BackendName; readonly reason: DeviceFault }[];
  /** Why nothing is compiled any more, in the browser's words; null while it may be. */
  readonly refused: string | null;
}

/** A driver that was reset works again; one that is reset twice within this does not. */
const trustedAgainMs = 180_000;

export class Setbacks {
  #gone: Setback["gone"] = [];
  #refused: string | null = null;
  readonly #lostAt = new Map<BackendName, number>();

  /** @param now milliseconds */
  after(backend: BackendName, failure: DeviceFailure, now: number): Setback {
    const { fault } = failure;
    if (!this.#helpsAnother(backend, failure, now)) {
      this.#gone = [...this.#gone, { backend, reason: fault }];
    }
    return { fault, gone: this.#gone, refused: this.#refused };
  }

  /** Whether another device of the same backend may do better. */
  #helpsAnother(backend: BackendName, { fault, words }: DeviceFailure, now: number): boolean {
    switch (fault) {
      case "device-lost": {
        const before = this.#lostAt.get(backend) ?? -Infinity;
        this.#lostAt.set(backend, now);
        return now - before > trustedAgainMs;
      }
      // Whether a kernel of ours or one of tfjs's was refused does not show: the weights may be the
      // work of either. Without ours it was ours; refused again, it was the other.
      case "validation-error": {
        const first = this.#refused === null;
        this.#refused ??= words;
        return first;
      }
      // The next one has no more memory than this one had.
      case "out-of-memory":
        return false;
    }
  }
}
