/**
 * Where engines live: one backend with its line of jobs, and, when its GPU device is lost, the next
 * one that works. Jobs wait while it moves; what was running there fails with "device-lost".
 */
import type { BackendName, BackendReport } from "#/core/backend/report.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { EngineError } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { BackendMemory, Engine, EngineState } from "#/engine/engine.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { deviceLostFault, notReady } from "#/worker/host/faults.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export type RoomRequest = Pick<Params<"initialise">, "backend" | "wasmUrl">;

/** What an engine must know of its experiment when it is built. */
export type Written = Pick<ExperimentConfig, "objective" | "optimizer" | "training">;

/** One backend. */
export interface Room extends Disposable {
  readonly report: BackendReport;
  readonly jobs: Jobs;
  /** Resolves when its device is gone; never where there is none to lose. */
  readonly lost: Promise<void>;
  build(vae: ResolvedVae, written: Written, state: EngineState): Promise<Engine>;
  /** What all engines here hold on the backend. */
  memory(): BackendMemory;
  /** Destroys the device on purpose; false where there is none. */
  loseDevice(): boolean;
}

/** Opens the first backend that works, but for those whose device is `gone`. */
export type OpenRoom = (request: RoomRequest, gone: readonly BackendName[]) => Promise<Room>;

/** What the owner of the engines does when a device is lost. */
export interface RoomOwner {
  /** Its engines are of no use any more. */
  left(): void;
  /** Rebuilds them, before any job runs there. */
  entered(room: Room): Promise<void>;
}

/** How long the news of a lost device may lag behind the failures it causes. */
const noticeMs = 100;

export class Rooms {
  readonly #open: OpenRoom;
  readonly #owner: RoomOwner;
  readonly #clock: Clock;
  readonly #never = new AbortController().signal;
  #request: RoomRequest | null = null;
  #room: Room | null = null;
  #gone: readonly BackendName[] = [];
  /** Pending while there is no room to work in; rejects when none can be had. */
  #ready: Promise<void> = Promise.resolve();
  /** What is running or waiting in the current room, to be told when it is lost. */
  readonly #failing = new Set<(error: EngineError) => void>();

  constructor(open: OpenRoom, owner: RoomOwner, clock: Clock) {
    this.#clock = clock;
    this.#open = open;
    this.#owner = owner;
  }

  /** Whether `request` opened the room there is, on whatever backend it has come to be. */
  async isOpenFor({ backend, wasmUrl }: RoomRequest): Promise<boolean> {
    const same = this.#request?.backend === backend && this.#request.wasmUrl === wasmUrl;
    if (!same) return false;
    return this.#ready.then(
      () => true,
      () => false,
    );
  }

  /** Instead of the room before, whose engines must be gone. */
  async open(request: RoomRequest): Promise<BackendReport> {
    this.#room?.[Symbol.dispose]();
    this.#room = null;
    this.#request = request;
    this.#gone = [];
    this.#prepare(
      this.#open(request, []).then((room) => {
        this.#enter(room);
      }),
    );
    await this.#ready;
    return this.current.report;
  }

  get isOpen(): boolean {
    return this.#room !== null;
  }

  /** @throws EngineError "not-ready" before `open`. */
  get current(): Room {
    if (this.#room === null) throw notReady();
    return this.#room;
  }

  /** The line of whichever room is current when the job comes. */
  readonly jobs: Jobs = {
    run: async (kind, job, signal) => {
      await this.#ready;
      const room = this.current;
      return new Promise((resolve, reject) => {
        this.#failing.add(reject);
        void room.jobs
          .run(kind, job, signal)
          .then(resolve, async (error: unknown) => {
            // A lost device fails its jobs before it says that it is lost; then that is the fault.
            if (!(error instanceof EngineError)) await this.#clock.sleep(noticeMs, this.#never);
            reject(error instanceof Error ? error : new Error(String(error)));
          })
          .finally(() => this.#failing.delete(reject));
      });
    },
  };

  /** Resolves when a loss, if there was one, is dealt with. @throws what kept it from being so. */
  async settled(): Promise<void> {
    await this.#ready;
  }

  #prepare(work: Promise<void>): void {
    this.#ready = work;
    // Whoever runs a job next meets the failure; here it only must not go unhandled.
    work.catch(() => undefined);
  }

  #enter(room: Room): void {
    this.#room = room;
    void room.lost.then(() => {
      if (this.#room !== room || this.#request === null) return;
      this.#prepare(this.#move(room, this.#request));
      for (const fail of [...this.#failing]) fail(new EngineError(deviceLostFault));
      this.#failing.clear();
    });
  }

  async #move(from: Room, request: RoomRequest): Promise<void> {
    this.#owner.left();
    from[Symbol.dispose]();
    this.#gone = [...this.#gone, from.report.backend];
    const room = await this.#open(request, this.#gone);
    this.#enter(room);
    await this.#owner.entered(room);
  }
}
