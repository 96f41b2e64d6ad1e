/**
 * Which backend runs the numbers: the fastest that works, or the one asked for, and why. Each
 * candidate is probed before it is started, because a software adapter starts as well as a real one
 * and then computes 9 times slower than wasm. What a candidate is, is backends/'s.
 */
import type { DeviceFailure, DeviceFault } from "#/core/backend/deviceFault.ts";
import {
  backendNames,
  type BackendName,
  type BackendReason,
  type BackendReport,
} from "#/core/backend/report.ts";
import { EngineError } from "#/core/fault.ts";
import type { Result } from "#/core/result.ts";

/** A backend that could be started. */
export interface Candidate {
  /** GPU adapter or renderer as the browser names it; empty where there is none. */
  readonly adapter: string;
  readonly software: boolean;
  /** Makes it tfjs's active backend. A rejection counts as "backend-failed". */
  start(): Promise<Result<Running, BackendReason>>;
  /** Gives up what probing took. */
  discard(): void;
}

/** A backend at work. Dispose when its engines are. */
export interface Running extends Disposable {
  /** Resolves when its device is gone, or not to be trusted any more; never where there is none. */
  readonly failed: Promise<DeviceFailure>;
  /** Makes the device fail on purpose; false where there is none that can do so. */
  simulate(fault: DeviceFault): boolean;
}

export type Probe = () => Promise<Result<Candidate, BackendReason>>;

export interface BackendRequest {
  readonly asked: BackendName | null;
  /** Backends whose device failed before. */
  readonly gone: readonly { readonly backend: BackendName; readonly reason: DeviceFault }[];
}

export interface OpenBackend extends Running {
  readonly report: BackendReport;
}

/**
 * Tries what was asked for, then webgpu, webgl, wasm, cpu.
 * @throws EngineError "backend-unavailable" when none starts.
 */
export async function openBackend(
  { asked, gone }: BackendRequest,
  probes: Readonly<Record<BackendName, Probe>>,
  crossOriginIsolated: boolean,
): Promise<OpenBackend> {
  const order = asked === null ? backendNames : [asked, ...backendNames.filter((n) => n !== asked)];
  const passedOver: BackendReport["passedOver"][number][] = [];
  for (const backend of order) {
    const wanted = backend === asked;
    const before = gone.find((one) => one.backend === backend);
    const outcome: Outcome =
      before === undefined
        ? await tryOne(probes[backend], wanted)
        : { ok: false, error: before.reason };
    if (!outcome.ok) {
      passedOver.push({ backend, reason: outcome.error });
      continue;
    }
    const { running, adapter, software } = outcome.value;
    const report: BackendReport = {
      backend,
      reason: wanted ? "asked-for" : "fastest-available",
      passedOver,
      adapter,
      software,
      crossOriginIsolated,
    };
    return {
      report,
      failed: running.failed,
      simulate: (fault) => running.simulate(fault),
      [Symbol.dispose]: () => running[Symbol.dispose](),
    };
  }
  throw new EngineError({
    code: "backend-unavailable",
    message: "No way of computing works in this browser.",
    hint: "Use a recent Chrome, Edge, Firefox or Safari, and see that WebAssembly is allowed.",
    values: { reasons: passedOver.map((p) => `${p.backend}: ${p.reason}`).join(", ") },
  });
}

interface Started {
  readonly running: Running;
  readonly adapter: string;
  readonly software: boolean;
}

type Outcome = Result<Started, BackendReason>;

async function tryOne(probe: Probe, wanted: boolean): Promise<Outcome> {
  const probed = await attempt(probe());
  if (probed === null) return { ok: false, error: "backend-failed" };
  if (!probed.ok) return probed;
  const candidate = probed.value;
  if (candidate.software && !wanted) {
    candidate.discard();
    return { ok: false, error: "software-adapter" };
  }
  const started = await attempt(candidate.start());
  if (started?.ok === true) {
    const { adapter, software } = candidate;
    return { ok: true, value: { running: started.value, adapter, software } };
  }
  candidate.discard();
  return started ?? { ok: false, error: "backend-failed" };
}

/** Browsers and tfjs reject with anything at all here; whatever it is, the next one is tried. */
async function attempt<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch {
    return null;
  }
}
