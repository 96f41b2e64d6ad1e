/**
 * Where engines live: one backend with its line of jobs, and, when its GPU device fails, another
 * (setbacks.ts). Jobs wait while it moves; what was running there fails with what the device did.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { DeviceFailure, DeviceFault } from "#/core/backend/deviceFault.ts";
import type { BackendReport } from "#/core/backend/report.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { BackendMemory, Engine, EngineState } from "#/engine/engine.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { deviceFault, notReady } from "#/worker/host/faults.ts";
import { jobsWhile, type Jobs } from "#/worker/host/jobs.ts";
import { Setbacks, type Setback } from "#/worker/host/setbacks.ts";
import type { Params } from "#/worker/protocol/messages.ts";

export type RoomRequest = Pick<Params<"initialise">, "backend" | "wasmUrl">;

/** What an engine must know of its experiment when it is built. */
export type Written = Pick<ExperimentConfig, "objective" | "optimizer" | "training">;

/** One backend. */
export interface Room extends Disposable {
  readonly report: BackendReport;
  readonly jobs: Jobs;
  /** Resolves when its device is gone, or not to be trusted any more; never where there is none. */
  readonly failed: Promise<DeviceFailure>;
  /** @param refused why nothing is to be compiled for it, in the browser's words; null where it may be. */
  build(
    vae: ResolvedVae,
    written: Written,
    state: EngineState,
    choice: EngineChoice,
    refused?: string | null,
  ): Promise<Engine>;
  /** What all engines here hold on the backend. */
  memory(): BackendMemory;
  /** Makes the device fail on purpose; false where there is none that can do so. */
  simulate(fault: DeviceFault): boolean;
}

/** Opens the first backend that works. `setback`: what happened before; null at first. */
export type OpenRoom = (request: RoomRequest, setback: Setback | null) => Promise<Room>;

/** What the owner of the engines does when a device fails. */
export interface RoomOwner {
  /** Its engines are of no use any more. */
  left(): void;
  /** Rebuilds them, before any job runs there. `fault` tells why, and where it goes on. */
  entered(room: Room, fault: Fault): Promise<void>;
}

/** How long the news that a device failed may lag behind what fails with it. */
const noticeMs = 100;

export class Rooms {
  readonly #open: OpenRoom;
  readonly #owner: RoomOwner;
  readonly #clock: Clock;
  readonly #never = new AbortController().signal;
  #request: RoomRequest | null = null;
  #room: Room | null = null;
  #setbacks = new Setbacks();
  /** Those whose device has failed: nothing that is computed there counts. */
  readonly #left = new WeakSet<Room>();
  /** Pending while there is no room to work in; rejects when none can be had. */
  #ready: Promise<void> = Promise.resolve();
  /** What is running or waiting in the current room, to be told when its device fails. */
  readonly #failing = new Set<(error: Error) => void>();

  constructor(open: OpenRoom, owner: RoomOwner, clock: Clock) {
    this.#clock = clock;
    this.#open = open;
    this.#owner = owner;
  }

  /** Whether `request` opened the room there is, on whatever backend it has come to be. */
  async isOpenFor({ backend, wasmUrl }: RoomRequest): Promise<boolean> {
    const same = this.#request?.backend === backend && this.#request.wasmUrl === wasmUrl;
    if (!same) return false;
    return this.settled().then(
      () => true,
      () => false,
    );
  }

  /** Instead of the room before, whose engines must be gone. */
  async open(request: RoomRequest): Promise<BackendReport> {
    this.#room?.[Symbol.dispose]();
    this.#room = null;
    this.#request = request;
    this.#setbacks = new Setbacks();
    this.#prepare(
      this.#open(request, null).then((room) => {
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
      await this.settled();
      const room = this.current;
      const line = jobsWhile(() => !this.#left.has(room), room.jobs);
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          if (this.#left.has(room)) return;
          this.#failing.delete(reject);
          settle();
        };
        this.#failing.add(reject);
        line.run(kind, job, signal).then(
          (value) => {
            end(() => {
              resolve(value);
            });
          },
          async (error: unknown) => {
            await this.#news(error);
            end(() => {
              reject(asError(error));
            });
          },
        );
      });
    },
  };

  /** Resolves when what failed, if anything did, is dealt with. @throws what kept it from being so. */
  async settled(): Promise<void> {
    for (let ready: Promise<void> | null = null; ready !== this.#ready;) {
      ready = this.#ready;
      try {
        await ready;
      } catch (error) {
        await this.#news(error);
        // Where the device to move to failed in its turn, the next move is under way.
        if (ready === this.#ready) throw error;
      }
    }
  }

  /** A device fails its jobs before it says that it failed; then that is the fault. */
  async #news(error: unknown): Promise<void> {
    if (!(error instanceof EngineError)) await this.#clock.sleep(noticeMs, this.#never);
  }

  #prepare(work: Promise<void>): void {
    this.#ready = work;
    // Whoever runs a job next meets the failure; here it only must not go unhandled.
    work.catch(() => undefined);
  }

  #enter(room: Room): void {
    this.#room = room;
    void room.failed.then((failure) => {
      const request = this.#request;
      if (this.#room !== room || request === null) return;
      this.#left.add(room);
      const before = this.#ready.catch(() => undefined);
      this.#prepare(before.then(() => this.#move(room, request, failure)));
    });
  }

  async #move(from: Room, request: RoomRequest, failure: DeviceFailure): Promise<void> {
    this.#owner.left();
    const setback = this.#setbacks.after(from.report.backend, failure, this.#clock.now());
    from[Symbol.dispose]();
    const room = await this.#open(request, setback).catch((error: unknown) => {
      this.#fail(asError(error));
      throw error;
    });
    const fault = deviceFault(failure, room.report.backend);
    this.#fail(new EngineError(fault));
    this.#enter(room);
    await this.#owner.entered(room, fault);
  }

  #fail(error: Error): void {
    for (const fail of this.#failing) fail(error);
    this.#failing.clear();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
