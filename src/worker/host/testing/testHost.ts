/**
 * A whole host in one process for tests: ports that clone, a clock that the test moves, the tiny
 * data set from memory, and engines of the test's choice.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import type { DeviceFailure } from "#/core/backend/deviceFault.ts";
import type { BackendReport } from "#/core/backend/report.ts";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { createMemoryDatabase } from "#/data/own/testing/memoryDatabase.ts";
import { createTinyServer, type TinyServer } from "#/data/testing/tinyServer.ts";
import type { BackendMemory, Engine, EngineState } from "#/engine/engine.ts";
import { createClock, type Clock } from "#/worker/host/clock.ts";
import { createHost } from "#/worker/host/host.ts";
import { createJobs } from "#/worker/host/jobs.ts";
import type { Room, Written } from "#/worker/host/rooms.ts";
import type { Setback } from "#/worker/host/setbacks.ts";
import { mainLane, type LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";
import type { RunInfo } from "#/worker/protocol/run.ts";
import { createCaller, type Caller, type RequestOptions } from "#/worker/protocol/rpc.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { portPair } from "#/worker/testing/portPair.ts";
import { testConfig, testPreview } from "#/worker/testing/testConfig.ts";

export type BuildEngine = (
  vae: ResolvedVae,
  state: EngineState,
  written: Written,
  choice: EngineChoice,
  refused: string | null,
) => Engine | Promise<Engine>;

/** Waiting passes at once, by the clock alone; breathing really lets messages through. */
export class TestClock implements Clock {
  time = 0;
  readonly #real = createClock();
  readonly #unhurried: boolean;

  constructor(unhurried: boolean) {
    this.#unhurried = unhurried;
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (!signal.aborted) this.time += ms;
    return this.breathe();
  }

  breathe(): Promise<void> {
    if (!this.#unhurried) return this.#real.breathe();
    return new Promise((resolve) => setTimeout(resolve, 1));
  }
}

export const testReport: BackendReport = {
  backend: "cpu",
  reason: "asked-for",
  passedOver: [],
  adapter: "",
  software: false,
  crossOriginIsolated: false,
};

export interface TestRoom extends Room {
  /** Takes the device away. */
  readonly lose: () => void;
  /** What had happened before it was opened. */
  readonly setback: Setback | null;
}

/** Plain engines hold nothing on a backend. */
const nothingHeld = () => ({ tensors: 0, bytes: 0 });

export function testRoom(
  build: BuildEngine,
  report = testReport,
  setback: Setback | null = null,
  memory: () => BackendMemory = nothingHeld,
): TestRoom {
  let fail: (failure: DeviceFailure) => void = () => {};
  const failed = new Promise<DeviceFailure>((resolve) => (fail = resolve));
  return {
    report: setback === null ? report : { ...report, reason: setback.fault },
    jobs: createJobs(),
    failed,
    setback,
    lose: () => {
      fail({ fault: "device-lost", words: "" });
    },
    build: (vae, written, state, choice, refused = null) =>
      Promise.resolve(build(vae, state, written, choice, refused)),
    memory,
    simulate(fault) {
      fail({ fault, words: "on purpose" });
      return true;
    },
    [Symbol.dispose]: () => undefined,
  };
}

export interface TestHostOptions {
  /** What one step takes on the test's clock. */
  readonly msPerStep?: number;
  /** Called when an engine is asked something else than a step. */
  readonly onJob?: (name: string) => void;
  /** Builds other engines than plain ones. */
  readonly build?: BuildEngine;
  /** What their engines hold. */
  readonly memory?: () => BackendMemory;
  readonly server?: TinyServer;
  /** A step takes as long as a message does, instead of a hundredth of it. */
  readonly unhurried?: boolean;
}

/** One lane of a host, spoken to as if it were alone. */
export interface TestLane {
  readonly caller: {
    request<M extends Method>(
      method: M,
      params: Params<M>,
      options?: RequestOptions,
    ): Promise<ResultOf<M>>;
  };
  readonly events: EngineEvent[];
  /** Starts a run on the tiny set, after `initialise`. */
  start(params?: Partial<Params<"start">>): Promise<RunInfo>;
  /** Gives credit now, and again for each preview that comes. */
  credit(): Promise<null>;
  /** All that was reported of the training terms, in order. */
  curve(): { readonly steps: number[]; readonly reconstruction: number[] };
}

/** A host, and its main lane. */
export interface TestHost extends TestLane {
  /** Always the same for a number. */
  lane(id: LaneId): TestLane;
  readonly clock: TestClock;
  readonly server: TinyServer;
  /** Every engine and every room so far, oldest first. */
  readonly engines: readonly Engine[];
  readonly rooms: readonly TestRoom[];
  /** How often the worker was told to break. */
  readonly crashes: readonly string[];
}

export async function testHost(options: TestHostOptions = {}): Promise<TestHost> {
  const { msPerStep = 4, onJob = () => undefined } = options;
  const server = options.server ?? (await createTinyServer());
  const clock = new TestClock(options.unhurried ?? false);
  const engines: Engine[] = [];
  const rooms: TestRoom[] = [];
  const crashes: string[] = [];
  const { page, host } = portPair();
  const onStep = () => {
    clock.time += msPerStep;
  };
  const build: BuildEngine =
    options.build ??
    ((vae, state, _written, choice) => plainEngine(vae, state, { onStep, onJob, choice }));
  createHost({
    port: host,
    clock,
    fetch: withManifest(server),
    caches: undefined,
    own: createOwnStore(createMemoryDatabase()),
    crash: () => crashes.push("crash"),
    openRoom: async (_request, setback) => {
      // Another device takes a while to open: whoever rests meanwhile comes back before it is there.
      if (setback !== null) await new Promise((resolve) => setTimeout(resolve, 5));
      const keep: BuildEngine = async (...parts) => {
        const engine = await build(...parts);
        engines.push(engine);
        return engine;
      };
      const room = testRoom(keep, testReport, setback, options.memory);
      rooms.push(room);
      return room;
    },
  });
  const lanes = new Map<LaneId, OpenLane>();
  const caller = createCaller(page, (id, event) => {
    open(id).hear(event);
  });
  function open(id: LaneId): OpenLane {
    const lane = lanes.get(id) ?? openLane(caller, id);
    lanes.set(id, lane);
    return lane;
  }
  const main = open(mainLane);
  const params = { dataUrl: server.baseUrl, wasmUrl: "", backend: "cpu" } as const;
  await main.caller.request("initialise", params);
  return { ...main, lane: open, clock, server, engines, rooms, crashes };
}

interface OpenLane extends TestLane {
  hear(event: EngineEvent): void;
}

function openLane(caller: Caller, id: LaneId): OpenLane {
  const events: EngineEvent[] = [];
  let generous = false;
  const credit = () => caller.request(id, "creditPreview", null);
  return {
    caller: { request: (...asked) => caller.request(id, ...asked) },
    events,
    hear(event) {
      events.push(event);
      if (generous && event.type === "preview") void credit();
    },
    start: (params = {}) =>
      caller.request(id, "start", {
        runId: 1,
        config: tinyConfig(),
        live: [],
        checkpoint: null,
        preview: testPreview(),
        engine: "reference",
        ...params,
      }),
    credit: () => {
      generous = true;
      return credit();
    },
    curve() {
      const batches = events.flatMap((event) => (event.type === "metrics" ? [event.batch] : []));
      return {
        steps: batches.flatMap((batch) => [...batch.steps]),
        reconstruction: batches.flatMap((batch) => [...batch.reconstruction]),
      };
    },
  };
}

/** Ten images in batches of four: three steps an epoch, the last of two images. */
export function tinyConfig(patch: ExperimentPatch = {}): ExperimentConfig {
  return testConfig({
    ...patch,
    data: { set: "tiny", ...patch.data },
    training: { batch: 4, ...patch.training },
  });
}

/** The tiny set, and the same files again under another name. */
export function withManifest(server: TinyServer): typeof fetch {
  const { entry } = server;
  const manifest = JSON.stringify({ version: 1, sets: [entry, { ...entry, id: "twin" }] });
  return (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    const isManifest = url.endsWith("/manifest.json");
    return isManifest ? Promise.resolve(new Response(manifest)) : server.fetch(input, init);
  };
}
