/**
 * Where engines live: one backend with its line of jobs, and, when its GPU device is lost, the next
 * one that works. Jobs wait while it moves; what was running there fails with "device-lost".
 */
import type { BackendReport } from "#/core/backend/report.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { EngineError } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, EngineState } from "#/engine/engine.ts";
import { deviceLostFault, notReady } from "#/worker/host/faults.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export type RoomRequest = Pick<Params<"initialise">, "backend" | "wasmUrl">;

/** What an engine must know of its optimiser when it is built. */
export type Optimizer = Pick<ExperimentConfig["optimizer"], "epsilon">;

/** One backend. */
export interface Room extends Disposable {
  readonly report: BackendReport;
  readonly jobs: Jobs;
  /** Resolves when its device is gone; never where there is none to lose. */
  readonly lost: Promise<void>;
  build(vae: ResolvedVae, optimizer: Optimizer, state: EngineState): Promise<Engine>;
  /** Destroys the device on purpose; false where there is none. */
  loseDevice(): boolean;
}

/** Opens the first backend that works; after a loss, the first after the one that was `lost`. */
export type OpenRoom = (request: RoomRequest, lost: BackendReport | null) => Promise<Room>;

export class Rooms {
  readonly #open: OpenRoom;
  readonly #moved: (room: Room) => Promise<void>;
  #request: RoomRequest | null = null;
  #room: Room | null = null;
  #moving: Promise<void> = Promise.resolve();

  /** `moved` is told of each new room after a loss, before any job runs in it. */
  constructor(open: OpenRoom, moved: (room: Room) => Promise<void>) {
    this.#open = open;
    this.#moved = moved;
  }

  async open(request: RoomRequest): Promise<BackendReport> {
    this.#request = request;
    this.#enter(await this.#open(request, null));
    return this.current.report;
  }

  /** @throws EngineError "not-ready" before `open`. */
  get current(): Room {
    if (this.#room === null) throw notReady();
    return this.#room;
  }

  /** The line of whichever room is current when the job's turn comes. */
  readonly jobs: Jobs = {
    run: async (kind, job, signal) => {
      await this.#moving;
      const room = this.current;
      const lost = room.lost.then(() => {
        throw new EngineError(deviceLostFault);
      });
      return Promise.race([room.jobs.run(kind, job, signal), lost]);
    },
  };

  /** Resolves when a loss, if there was one, is dealt with. @throws what kept it from being so. */
  async settled(): Promise<void> {
    await this.#moving;
  }

  #enter(room: Room): void {
    this.#room = room;
    void room.lost.then(() => {
      this.#moving = this.#move(room);
      // Whoever runs a job next meets the failure; here it only must not go unhandled.
      this.#moving.catch(() => undefined);
    });
  }

  async #move(from: Room): Promise<void> {
    if (this.#request === null) return;
    const room = await this.#open(this.#request, from.report);
    this.#enter(room);
    await this.#moved(room);
  }
}
