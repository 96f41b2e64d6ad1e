/**
 * A deterministic `TrainerApi` for tests of state and page: no worker, no timers, no learning. Time
 * passes when the test calls `advance`; everything else answers at once.
 */
import type { ExperimentConfig, LiveChange } from "#/core/experiment/config.ts";
import type { BackendReport } from "#/core/backend/report.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { TrainSummary, Weights } from "#/core/training/terms.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";
import type {
  Checkpoint,
  DatasetSummary,
  EngineEvent,
  Method,
  Params,
  PreviewRequest,
  ResultOf,
  RunPhase,
  RunProgress,
  TrainerApi,
} from "#/worker/protocol/messages.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";
import {
  fakeDecode,
  fakeEncode,
  fakeFrame,
  fakeImages,
  fakeTerms,
} from "#/worker/testing/fakeModel.ts";

export interface FakeTrainer extends TrainerApi {
  /** Every request so far, oldest first. */
  readonly calls: readonly { readonly method: Method; readonly params: unknown }[];
  /** Takes so many steps of the running `train` call: one metrics batch, one progress event. */
  advance(steps: number): void;
  /** A preview of the current step, if the page has given credit for one; says whether it was sent. */
  sendPreview(points?: number): boolean;
  /** Sends any event as the worker would. */
  emit(event: EngineEvent): void;
  /** The next request of this method rejects. */
  failNext(method: Method, fault: Fault): void;
}

export interface FakeTrainerOptions {
  readonly shape?: ImageShape;
  readonly classes?: readonly string[];
  readonly train?: number;
  readonly test?: number;
  readonly report?: Partial<BackendReport>;
}

const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface FakeRun {
  readonly runId: number;
  readonly config: ExperimentConfig;
  preview: PreviewRequest;
  live: LiveChange[];
  step: number;
  target: number;
  phase: RunPhase;
  finish: ((summary: TrainSummary) => void) | null;
}

export function createFakeTrainer(options: FakeTrainerOptions = {}): FakeTrainer {
  const shape = options.shape ?? [8, 8, 1];
  const pixels = shape[0] * shape[1] * shape[2];
  const trainCount = options.train ?? 6000;
  const listeners = new Set<(event: EngineEvent) => void>();
  const calls: { method: Method; params: unknown }[] = [];
  const failures = new Map<Method, Fault>();
  let run: FakeRun | null = null;
  let credit = 0;
  const report: BackendReport = {
    backend: "wasm",
    reason: "fastest-available",
    passedOver: [{ backend: "webgpu", reason: "no-api" }],
    adapter: "",
    software: false,
    engine: "reference",
    crossOriginIsolated: false,
    ...options.report,
  };

  function emit(event: EngineEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function current(): FakeRun {
    if (run === null) {
      throw new EngineError({ code: "not-ready", message: "No run.", hint: "Start one." });
    }
    return run;
  }

  function latest(of: FakeRun, field: LiveChange["field"], otherwise: number): number {
    return of.live.findLast((change) => change.field === field)?.value ?? otherwise;
  }

  const beta = (of: FakeRun) => latest(of, "objective.beta", of.config.objective.beta);
  const imagesSeen = (of: FakeRun) => of.step * of.config.training.batch;
  const stepsPerEpoch = (of: FakeRun) => Math.ceil(trainCount / of.config.training.batch);

  function progress(of: FakeRun): RunProgress {
    return {
      phase: of.phase,
      step: of.step,
      epoch: imagesSeen(of) / trainCount,
      imagesSeen: imagesSeen(of),
      stepsPerEpoch: stepsPerEpoch(of),
      targetStep: of.target,
      msPerStep: 5,
      imagesPerSecond: of.phase === "training" ? of.config.training.batch * 200 : 0,
    };
  }

  function summary(of: FakeRun): TrainSummary {
    const terms = fakeTerms(of.step, pixels, beta(of));
    return {
      step: of.step,
      epoch: imagesSeen(of) / trainCount,
      loss: terms,
      perImage: terms,
      seconds: of.step / 200,
      msPerStep: 5,
      backend: report.backend,
      engine: report.engine,
    };
  }

  function weights(of: FakeRun): Weights {
    return {
      "mean/bias": {
        shape: [of.config.model.latent],
        values: new Float32Array(of.config.model.latent),
      },
    };
  }

  function checkpoint(of: FakeRun): Checkpoint {
    return {
      version: 1,
      config: of.config,
      live: of.live,
      step: of.step,
      imagesSeen: imagesSeen(of),
      weights: weights(of),
      moments: {},
      optimizerSteps: of.step,
    };
  }

  function dataset(): DatasetSummary {
    return {
      id: run?.config.data.set ?? "mnist",
      train: trainCount,
      test: options.test ?? 1000,
      shape,
      classes: options.classes ?? digits,
      loadedChunks: 1,
      totalChunks: 1,
      loadedImages: trainCount,
      loadedBytes: trainCount * pixels,
      totalBytes: trainCount * pixels,
      failed: [],
    };
  }

  /** Ends the running `train` call and says so. */
  function settle(of: FakeRun, phase: RunPhase): void {
    of.phase = phase;
    const { runId } = of;
    emit({ type: "checkpoint", runId, checkpoint: checkpoint(of) });
    emit({ type: "progress", runId, progress: progress(of) });
    emit({ type: "ended", runId, summary: summary(of) });
    const { finish } = of;
    of.finish = null;
    finish?.(summary(of));
  }

  function takeSteps(of: FakeRun, count: number): void {
    const steps = Uint32Array.from({ length: count }, (_, i) => of.step + i + 1);
    const terms = [...steps].map((step) => fakeTerms(step, pixels, beta(of)));
    const rate = latest(of, "optimizer.learningRate", of.config.optimizer.learningRate);
    of.step += count;
    emit({
      type: "metrics",
      runId: of.runId,
      batch: {
        steps,
        imagesSeen: Float64Array.from(steps, (step) => step * of.config.training.batch),
        reconstruction: Float32Array.from(terms, (t) => t.reconstruction),
        kl: Float32Array.from(terms, (t) => t.kl),
        beta: new Float32Array(count).fill(beta(of)),
        learningRate: new Float32Array(count).fill(rate),
        test: [],
      },
    });
  }

  const handlers: Handlers = {
    initialise: () => Promise.resolve(report),
    load: () => Promise.resolve(null),
    start: ({ runId, config, live, checkpoint: from, preview }) => {
      run?.finish?.(summary(run));
      const step = from?.step ?? 0;
      const phase: RunPhase = step === 0 ? "ready" : "paused";
      run = { runId, config, preview, live: [...live], step, target: step, phase, finish: null };
      credit = 0;
      emit({ type: "progress", runId, progress: progress(run) });
      return Promise.resolve({
        runId,
        progress: progress(run),
        dataset: dataset(),
        tensors: 12,
        bytes: 4800,
      });
    },
    train: (more) => {
      const of = current();
      if (of.finish !== null) {
        throw new EngineError({ code: "busy", message: "Training already.", hint: "Pause first." });
      }
      of.target = of.step + ("steps" in more ? more.steps : more.epochs * stepsPerEpoch(of));
      of.phase = "training";
      const done = new Promise<TrainSummary>((resolve) => (of.finish = resolve));
      emit({ type: "progress", runId: of.runId, progress: progress(of) });
      return done;
    },
    pause: () => {
      const of = current();
      if (of.finish !== null) settle(of, "paused");
      return Promise.resolve(progress(of));
    },
    setLive: ({ field, value }) => {
      const of = current();
      const change: LiveChange = { step: of.step, field, value };
      of.live.push(change);
      return Promise.resolve(change);
    },
    setPace: () => Promise.resolve(null),
    setPreview: (preview) => {
      current().preview = preview;
      return Promise.resolve(null);
    },
    creditPreview: () => {
      credit++;
      return Promise.resolve(null);
    },
    preview: ({ points }) => {
      const of = current();
      const shown = { step: of.step, imagesSeen: imagesSeen(of), pixels, beta: beta(of) };
      return Promise.resolve(fakeFrame(of.preview, shown, Math.min(points, options.test ?? 1000)));
    },
    decode: ({ z, count }) => {
      const { step } = current();
      return Promise.resolve({ images: fakeDecode(z, count, pixels, step), step });
    },
    encode: ({ images, count }) => {
      const of = current();
      return Promise.resolve({
        ...fakeEncode(images, count, of.config.model.latent),
        step: of.step,
      });
    },
    score: ({ images, count }) => {
      const of = current();
      const { latent } = of.config.model;
      const encoded = fakeEncode(images, count, latent);
      const terms = fakeTerms(of.step, pixels, 1);
      return Promise.resolve({
        ...encoded,
        reconstruction: new Float32Array(count).fill(terms.reconstruction),
        klPerDimension: new Float32Array(count * latent).fill(terms.kl / latent),
        output: fakeDecode(encoded.mean, count, pixels, of.step),
        step: of.step,
      });
    },
    evaluate: ({ limit }) => {
      const of = current();
      const { latent } = of.config.model;
      const terms = fakeTerms(of.step, pixels, beta(of));
      return Promise.resolve({
        images: Math.min(limit ?? Infinity, options.test ?? 1000),
        reconstruction: terms.reconstruction,
        kl: terms.kl,
        negativeElbo: terms.reconstruction + terms.kl,
        klPerDimension: new Float32Array(latent).fill(terms.kl / latent),
        activeUnits: latent,
        trainingLoss: terms,
        diversity: 0.1,
        aggregatePosterior: {
          mean: new Float32Array(latent),
          variance: new Float32Array(latent).fill(1),
        },
      });
    },
    images: ({ indices }) =>
      Promise.resolve({
        pixels: fakeImages(indices, pixels),
        labels: Uint8Array.from(indices, (index) => index % 10),
      }),
    dataset: () => Promise.resolve(dataset()),
    retryChunks: () => Promise.resolve(dataset()),
    weights: () => Promise.resolve(weights(current())),
    setWeights: () => Promise.resolve(null),
    probe: () => {
      const of = current();
      const { latent } = of.config.model;
      return Promise.resolve({
        loss: fakeTerms(of.step, pixels, beta(of)),
        klPerDimension: new Float32Array(latent),
        gradients: weights(of),
      });
    },
    applyStep: () => {
      const of = current();
      takeSteps(of, 1);
      return Promise.resolve(summary(of));
    },
    checkpoint: () => Promise.resolve(checkpoint(current())),
    diagnostics: () =>
      Promise.resolve({
        backend: report.backend,
        adapter: report.adapter,
        software: report.software,
        reason: report.reason,
        engine: report.engine,
        tensors: 12,
        bytes: 4800,
        dispatchesPerStep: null,
        jsMsPerStep: 1,
        crossOriginIsolated: false,
        workerRestarts: 0,
      }),
    simulate: ({ fault }) => {
      const of = current();
      if (fault === "worker-crash") emit({ type: "restarted", runId: of.runId, step: of.step });
      return Promise.resolve(null);
    },
  };

  return {
    calls,
    emit,
    async request<M extends Method>(
      method: M,
      params: Params<M>,
      { signal }: { signal?: AbortSignal } = {},
    ): Promise<ResultOf<M>> {
      calls.push({ method, params });
      if (signal?.aborted === true) throw new EngineError(cancelledFault);
      const fault = failures.get(method);
      failures.delete(method);
      if (fault !== undefined) throw new EngineError(fault);
      const handler: Handlers[M] = handlers[method];
      return handler(params, signal ?? new AbortController().signal);
    },
    advance(steps) {
      const of = current();
      if (of.finish === null) throw new Error("advance: nothing is training");
      takeSteps(of, Math.min(steps, of.target - of.step));
      const planned = latest(of, "training.epochs", of.config.training.epochs) * stepsPerEpoch(of);
      if (of.step >= of.target) settle(of, of.step >= planned ? "done" : "paused");
      else emit({ type: "progress", runId: of.runId, progress: progress(of) });
    },
    sendPreview(points = 50) {
      const of = current();
      if (credit === 0) return false;
      credit--;
      const shown = { step: of.step, imagesSeen: imagesSeen(of), pixels, beta: beta(of) };
      emit({ type: "preview", runId: of.runId, frame: fakeFrame(of.preview, shown, points) });
      return true;
    },
    failNext(method, fault) {
      failures.set(method, fault);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    decodeWith: (_config, image, _weights, z, count) =>
      Promise.resolve(fakeDecode(z, count, image[0] * image[1] * image[2], 100)),
    dispose() {
      listeners.clear();
      run = null;
    },
  };
}
