/** Which request does what to a lane. Owns nothing: each is handed to the module that knows. */
import type { BackendReport } from "#/core/backend/report.ts";
import { checkPreview, checkPreviewLabel, noDevice } from "#/worker/host/faults.ts";
import type { Lane } from "#/worker/host/lane.ts";
import { measurementHandlers } from "#/worker/host/measurements.ts";
import { modelHandlers } from "#/worker/host/modelHandlers.ts";
import type { Premises } from "#/worker/host/premises.ts";
import { questionHandlers } from "#/worker/host/questions.ts";
import { progressOf } from "#/worker/host/runState.ts";
import type { Diagnostics, Params } from "#/worker/protocol/messages.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";

/** What concerns more than one lane. */
export interface LaneOwner {
  initialise(params: Params<"initialise">): Promise<BackendReport>;
  end(): Promise<void>;
}

export function laneHandlers(lane: Lane, owner: LaneOwner, premises: Premises): Handlers {
  const { rooms, inTurn } = premises;
  const { trainer, previews } = lane;
  return {
    ...questionHandlers(lane),
    ...measurementHandlers(lane),
    ...modelHandlers(lane, trainer),

    initialise: (params) => owner.initialise(params),

    start: (params) => inTurn(() => lane.start(params)),

    async load(params) {
      await inTurn(() => lane.load(params));
      return null;
    },

    async end() {
      await owner.end();
      return null;
    },

    async train(more) {
      const run = lane.run();
      if (!trainer.training) previews.giveWay();
      return trainer.train(run, more);
    },

    async pause() {
      await trainer.stop();
      return progressOf(lane.run());
    },

    setPace: ({ msBetweenSteps }) => {
      lane.msBetweenSteps = Math.max(0, msBetweenSteps);
      return Promise.resolve(null);
    },

    setEngine: ({ engine }) => inTurn(() => lane.setEngine(engine)),

    setPreview: async (preview) => {
      const run = lane.run();
      checkPreview(preview, run.vae);
      checkPreviewLabel(preview, run.vae);
      run.preview = preview;
      return Promise.resolve(null);
    },

    creditPreview: () => {
      previews.addCredit();
      return Promise.resolve(null);
    },

    preview: async ({ points }, signal) => previews.once(lane.run(), points, signal),

    dataset: async () => Promise.resolve(lane.data.summary),

    async retryChunks() {
      await lane.data.retry();
      return lane.data.summary;
    },

    diagnostics: async () => Promise.resolve(diagnosticsOf(lane)),

    async simulate({ fault }) {
      if (fault === "worker-crash") premises.crash();
      else if (!rooms.current.simulate(fault)) throw noDevice(rooms.current.report.backend);
      return Promise.resolve(null);
    },
  };
}

/** @throws EngineError "not-ready". */
function diagnosticsOf(lane: Lane): Diagnostics {
  const { engine, pace } = lane.run();
  const { backend, adapter, software, reason, crossOriginIsolated } = lane.report;
  return {
    ...{ backend, adapter, software, reason, crossOriginIsolated },
    engine: engine.report.kind,
    engineReason: engine.report.reason,
    ...lane.memory,
    dispatchesPerStep: engine.dispatchesPerStep,
    jsMsPerStep: pace.jsMsPerStep,
    workerRestarts: 0,
  };
}
