/**
 * The worker's end of the protocol: which request does what. Holds the current run and hands each
 * request to the module that knows; owns nothing of numbers, data or time itself.
 */
import type { ImageShape } from "#/core/model/spec.ts";
import type { OwnStore } from "#/data/own/ownStore.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { Datasets } from "#/worker/host/datasets.ts";
import {
  checkPreview,
  checkPreviewLabel,
  deviceLostFault,
  noDevice,
  notReady,
} from "#/worker/host/faults.ts";
import { checkLoad, loadModel } from "#/worker/host/loadedModel.ts";
import { measurementHandlers } from "#/worker/host/measurements.ts";
import { modelHandlers } from "#/worker/host/modelHandlers.ts";
import { Previews } from "#/worker/host/previews.ts";
import { questionHandlers, type Model } from "#/worker/host/questions.ts";
import { Rooms, type OpenRoom, type Room } from "#/worker/host/rooms.ts";
import { engineState, type Run } from "#/worker/host/run.ts";
import { checkStart, startRun } from "#/worker/host/startRun.ts";
import { Trainer, type TrainerHost } from "#/worker/host/trainer.ts";
import type { DatasetSummary, RunId } from "#/worker/protocol/run.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { sendEvent, serve, type Handlers } from "#/worker/protocol/rpc.ts";
import type { WirePort } from "#/worker/protocol/wire.ts";

export interface HostDeps {
  readonly port: WirePort;
  readonly clock: Clock;
  readonly openRoom: OpenRoom;
  readonly fetch: typeof fetch;
  readonly caches: CacheStorage | undefined;
  /** Imported sets. */
  readonly own: OwnStore;
  /** Breaks the worker, as a bug outside any request would. */
  readonly crash: () => void;
}

export function createHost(deps: HostDeps): void {
  const { port, clock } = deps;
  let run: Run | null = null;
  let looked: Model | null = null;
  let runId: RunId = 0;
  /** What the network of the newest run is given of its set. */
  let given: { readonly set: string; readonly shape: ImageShape } | null = null;
  let msBetweenSteps = 0;
  /** Starting is several waits long; two starts must not mix. */
  let starting: Promise<unknown> = Promise.resolve();

  const rooms = new Rooms(deps.openRoom, { left: leftRoom, entered: enteredRoom }, clock);
  const { jobs } = rooms;
  const datasets = new Datasets({
    clock,
    fetch: deps.fetch,
    caches: deps.caches,
    own: deps.own,
    changed: (dataset) => {
      emit({ type: "dataset", runId, dataset: described(dataset) });
    },
    failed: (fault) => {
      emit({ type: "error", runId, fault });
    },
  });
  const previews = new Previews({ clock, jobs, emit });
  const trainerHost: TrainerHost = {
    clock,
    jobs,
    emit,
    get msBetweenSteps() {
      return msBetweenSteps;
    },
    get backend() {
      return rooms.current.report.backend;
    },
    offerPreview: (signal) => (run === null ? Promise.resolve() : previews.offer(run, signal)),
    settled: () => rooms.settled(),
  };
  const trainer = new Trainer(trainerHost);

  /** The set as the newest run's network is given it. */
  function described(dataset: DatasetSummary): DatasetSummary {
    return given?.set === dataset.id ? { ...dataset, shape: given.shape } : dataset;
  }

  /** The host keeps the arrays of a checkpoint, to go back to; all others move. */
  function emit(event: EngineEvent): void {
    sendEvent(port, event, event.type === "checkpoint" ? "copy" : "move");
  }

  function current(): Run {
    if (run === null) throw notReady();
    return run;
  }

  async function clear(): Promise<void> {
    await trainer.stop();
    run?.ended.abort();
    const engines = [run?.engine, looked?.engine];
    run = null;
    looked = null;
    await jobs.run("answer", () => {
      for (const engine of engines) engine?.[Symbol.dispose]();
    });
  }

  function leftRoom(): void {
    emit({ type: "error", runId, fault: deviceLostFault });
    run?.engine[Symbol.dispose]();
    looked = null;
  }

  async function enteredRoom(room: Room): Promise<void> {
    if (run !== null) {
      // What was learnt since the checkpoint is told before the same steps are taken again.
      const batch = run.log.drain();
      if (batch !== null) emit({ type: "metrics", runId, batch });
      run.rewind();
      run.engine = await room.build(run.vae, run.config, engineState(run.lastGood));
    }
    emit({ type: "backend", runId, report: room.report });
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = starting.then(work);
    starting = turn.catch(() => undefined);
    return turn;
  }

  const handlers: Handlers = {
    ...questionHandlers({
      clock,
      jobs,
      run: current,
      model: () => looked ?? current(),
    }),

    ...measurementHandlers({
      ...{ clock, jobs, emit, run: current },
      get training() {
        return trainer.training;
      },
    }),

    ...modelHandlers({
      ...{ run: current, loop: trainerHost, single: (take) => trainer.single(take) },
      get training() {
        return trainer.training;
      },
    }),

    initialise: ({ dataUrl, wasmUrl, backend }) =>
      inTurn(async () => {
        if (rooms.isOpen) await clear();
        datasets.useBase(dataUrl);
        return rooms.open({ wasmUrl, backend });
      }),

    start: (params) =>
      inTurn(async () => {
        // What cannot be built is refused while the run before still goes on.
        const vae = checkStart(params, await datasets.entry(params.config.data.set));
        await clear();
        runId = params.runId;
        const { set } = params.config.data;
        given = { set, shape: vae.image };
        const dataset = await datasets.open(set);
        run = await startRun(params, vae, dataset, (...parts) =>
          jobs.run("answer", () => rooms.current.build(...parts)),
        );
        emit({ type: "progress", runId, progress: run.progress() });
        const { tensors, bytes } = run.engine.memory();
        const summary = described(datasets.summary());
        return { runId, progress: run.progress(), dataset: summary, tensors, bytes };
      }),

    load: (params) =>
      inTurn(async () => {
        const { vae, state } = checkLoad(params);
        await clear();
        looked = await jobs.run("answer", () => loadModel(params, vae, state, rooms.current.build));
        return null;
      }),

    async train(more) {
      const of = current();
      if (!trainer.training) previews.giveWay();
      return trainer.train(of, more);
    },

    async pause() {
      await trainer.stop();
      return current().progress();
    },

    setPace: (pace) => {
      msBetweenSteps = Math.max(0, pace.msBetweenSteps);
      return Promise.resolve(null);
    },

    setPreview: async (preview) => {
      const of = current();
      checkPreview(preview, of.vae);
      checkPreviewLabel(preview, of.vae);
      of.preview = preview;
      return Promise.resolve(null);
    },

    creditPreview: () => {
      previews.addCredit();
      return Promise.resolve(null);
    },

    preview: async ({ points }, signal) => previews.once(current(), points, signal),

    dataset: async () => Promise.resolve(described(datasets.summary())),

    async retryChunks() {
      await datasets.current.retry();
      return described(datasets.summary());
    },

    async diagnostics() {
      const { engine, pace } = current();
      // Counted between jobs: one under way holds tensors until it has read them.
      const memory = await jobs.run("answer", () => engine.memory());
      const { report: room } = rooms.current;
      return {
        backend: room.backend,
        adapter: room.adapter,
        software: room.software,
        reason: room.reason,
        engine: engine.kind,
        ...memory,
        dispatchesPerStep: engine.dispatchesPerStep,
        jsMsPerStep: pace.jsMsPerStep,
        crossOriginIsolated: room.crossOriginIsolated,
        workerRestarts: 0,
      };
    },

    async simulate({ fault }) {
      if (fault === "worker-crash") deps.crash();
      else if (!rooms.current.loseDevice()) throw noDevice(rooms.current.report.backend);
      return Promise.resolve(null);
    },
  };

  serve(port, handlers);
}
