/**
 * Work on a device that succeeds as a whole or not at all. WebGPU rejects nothing where a buffer or a
 * binding cannot be made: it hands out an invalid one and tells the scope that stands around it.
 */
import { EngineError } from "#/core/fault.ts";

const scopes = ["out-of-memory", "validation", "internal"] as const;

export type GuardedDevice = Pick<GPUDevice, "pushErrorScope" | "popErrorScope">;

/**
 * Rejects with what `make` rejects with, what the device complains of, or both. Nothing else may run
 * there meanwhile but what has scopes of its own around it.
 */
export async function guarded<T extends Disposable>(
  device: GuardedDevice,
  make: () => Promise<T>,
): Promise<T> {
  open(device);
  const [made] = await Promise.allSettled([make()]);
  const complaint = await close(device);
  if (made.status === "rejected") throw joined(made.reason, complaint);
  if (complaint === null) return made.value;
  made.value[Symbol.dispose]();
  throw new Error(complaint);
}

/**
 * As `guarded`, for what `call` asks of the device before it returns: others may use it while a promise
 * that it returns is pending.
 */
export async function guardedCalls<T>(
  device: GuardedDevice,
  call: () => T | Promise<T>,
): Promise<T> {
  open(device);
  // What it throws, too, comes after the scopes are closed.
  const called = (async () => call())();
  const [[made], complaint] = await Promise.all([Promise.allSettled([called]), close(device)]);
  if (made.status === "rejected") throw joined(made.reason, complaint);
  if (complaint === null) return made.value;
  throw new Error(complaint);
}

function open(device: GuardedDevice): void {
  for (const scope of scopes) device.pushErrorScope(scope);
}

/** The device's complaint. One that is lost has nothing to say; whoever watches it is told. */
async function close(device: GuardedDevice): Promise<string | null> {
  const said = await Promise.all(scopes.map(() => device.popErrorScope().catch(() => null)));
  return said.find((error) => error !== null)?.message ?? null;
}

/** An invalid object is complained of where it is made; what is made of it only fails. */
function joined(reason: unknown, complaint: string | null): unknown {
  if (complaint === null || reason instanceof EngineError) return reason;
  const words = reason instanceof Error ? reason.message : String(reason);
  return new Error(`${words}: ${complaint}`);
}
