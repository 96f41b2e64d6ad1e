/**
 * A deterministic `TrainerApi` for tests of state and page: no worker, no timers, no learning. Time
 * passes when the test calls `advance`; everything else answers at once.
 */
import type { BackendReport } from "#/core/backend/report.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import type { TrainSummary } from "#/core/training/terms.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";
import type {
  EngineEvent,
  Method,
  Params,
  EvaluationProgress,
  ResultOf,
  TrainerApi,
} from "#/worker/protocol/messages.ts";
import type { RunPhase } from "#/worker/protocol/run.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";
import { fakeAnswers, fakeEvaluation } from "#/worker/testing/fakeAnswers.ts";
import { fakeDecode, fakeShown } from "#/worker/testing/fakeModel.ts";
import { FakeRun, pixelsOf, type FakeSet } from "#/worker/testing/fakeRun.ts";

export interface FakeTrainer extends TrainerApi {
  /** Every request so far, oldest first. */
  readonly calls: readonly { readonly method: Method; readonly params: unknown }[];
  /** Takes so many steps of the running `train` call: one metrics batch, one progress event. */
  advance(steps: number): void;
  /** A preview of the current step, if the page has given credit for one; says whether it was sent. */
  sendPreview(points?: number): boolean;
  /** Says how far an evaluation has come, with a partial result after the first piece. */
  sendEvaluation(progress: Pick<EvaluationProgress, "stage" | "done" | "of">): void;
  /** The next request of this method waits until the returned function is called, or it is aborted. */
  hold(method: Method): () => void;
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

export function createFakeTrainer(options: FakeTrainerOptions = {}): FakeTrainer {
  const set: FakeSet = {
    shape: options.shape ?? [8, 8, 1],
    classes: options.classes ?? digits,
    train: options.train ?? 6000,
    test: options.test ?? 1000,
  };
  const listeners = new Set<(event: EngineEvent) => void>();
  const calls: { method: Method; params: unknown }[] = [];
  const failures = new Map<Method, Fault>();
  const held = new Map<Method, Promise<void>>();
  let run: FakeRun | null = null;
  let credit = 0;
  const report: BackendReport = {
    backend: "wasm",
    reason: "fastest-available",
    passedOver: [{ backend: "webgpu", reason: "no-api" }],
    adapter: "",
    software: false,
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

  /** Ends the running `train` call and says so. */
  function settle(of: FakeRun, phase: RunPhase): void {
    of.phase = phase;
    const { runId } = of.start;
    emit({ type: "checkpoint", runId, checkpoint: of.checkpoint() });
    emit({ type: "progress", runId, progress: of.progress() });
    emit({ type: "ended", runId, summary: of.summary(report) });
    const { finish } = of;
    of.finish = null;
    finish?.(of.summary(report));
  }

  const handlers: Handlers = {
    ...fakeAnswers(current, report),
    initialise: () => Promise.resolve(report),
    load: () => Promise.resolve(null),
    start: (params) => {
      run?.finish?.(run.summary(report));
      run = new FakeRun(params, set);
      const { runId } = params;
      const progress = run.progress();
      emit({ type: "progress", runId, progress });
      const engine = run.engine(report);
      const held = { tensors: 12, bytes: 4800 };
      return Promise.resolve({ runId, progress, dataset: run.dataset(), ...held, engine });
    },
    train: (more) => {
      const of = current();
      if (of.finish !== null) {
        throw new EngineError({ code: "busy", message: "Training already.", hint: "Pause first." });
      }
      of.target = of.step + ("steps" in more ? more.steps : more.epochs * of.stepsPerEpoch);
      of.phase = "training";
      const done = new Promise<TrainSummary>((resolve) => (of.finish = resolve));
      emit({ type: "progress", runId: of.start.runId, progress: of.progress() });
      return done;
    },
    pause: () => {
      const of = current();
      if (of.finish !== null) settle(of, "paused");
      return Promise.resolve(of.progress());
    },
    setLive: ({ field, value }) => Promise.resolve(current().change(field, value)),
    setPace: () => Promise.resolve(null),
    setEngine: ({ engine }) => {
      const of = current();
      of.choice = engine;
      const change = of.engine(report);
      emit({ type: "engine", runId: of.start.runId, report: change });
      return Promise.resolve(change);
    },
    setPreview: (preview) => {
      current().preview = preview;
      return Promise.resolve(null);
    },
    creditPreview: () => {
      credit++;
      return Promise.resolve(null);
    },
    setWeights: () => Promise.resolve(null),
    applyStep: () => {
      const of = current();
      emit({ type: "metrics", runId: of.start.runId, batch: of.take(1) });
      return Promise.resolve(of.summary(report));
    },
    end: () => {
      run?.finish?.(run.summary(report));
      run = null;
      return Promise.resolve(null);
    },
    simulate: ({ fault }) => {
      const { start, step } = current();
      if (fault === "worker-crash") emit({ type: "restarted", runId: start.runId, step });
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
      const gate = held.get(method);
      held.delete(method);
      if (gate !== undefined) await openOrAborted(gate, signal);
      const handler: Handlers[M] = handlers[method];
      return handler(params, signal ?? new AbortController().signal);
    },
    advance(steps) {
      const of = current();
      const { runId } = of.start;
      if (of.finish === null) throw new Error("advance: nothing is training");
      const batch = of.take(Math.min(steps, of.target - of.step));
      emit({ type: "metrics", runId, batch });
      if (of.stoppedEarly) settle(of, "done");
      else if (of.step >= of.target) settle(of, of.step >= of.planned ? "done" : "paused");
      else emit({ type: "progress", runId, progress: of.progress() });
    },
    sendPreview(points = 50) {
      if (credit === 0) return false;
      credit--;
      const of = current();
      emit({ type: "preview", runId: of.start.runId, frame: of.frame(points) });
      return true;
    },
    sendEvaluation({ stage, done, of: total }) {
      const of = current();
      const partial =
        done === 0 ? null : fakeEvaluation(of, { limit: done, iwae: null, complete: false });
      emit({
        type: "evaluation",
        runId: of.start.runId,
        progress: { stage, done, of: total, secondsLeft: (total - done) / 100, partial },
      });
    },
    hold(method) {
      let release = () => {};
      held.set(method, new Promise((resolve) => (release = resolve)));
      return () => {
        release();
      };
    },
    failNext(method, fault) {
      failures.set(method, fault);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    decodeWith: ({ objective }, image, _weights, z, count, { labels = null } = {}) => {
      const p = fakeDecode(z, count, pixelsOf(image), 100, labels);
      return Promise.resolve(fakeShown(objective.display, p).images);
    },
    dispose() {
      listeners.clear();
      run?.finish?.(run.summary(report));
      run = null;
    },
  };
}

/** @throws EngineError "cancelled" once the signal aborts. */
function openOrAborted(gate: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    void gate.then(resolve);
    signal?.addEventListener("abort", () => {
      reject(new EngineError(cancelledFault));
    });
  });
}
