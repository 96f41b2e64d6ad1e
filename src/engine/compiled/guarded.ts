/**
 * Work on a device that succeeds as a whole or not at all. WebGPU rejects nothing where a buffer or a
 * binding cannot be made: it hands out an invalid one and tells the scope that stands around it.
 */

const scopes = ["out-of-memory", "validation", "internal"] as const;

export type GuardedDevice = Pick<GPUDevice, "pushErrorScope" | "popErrorScope">;

/** Rejects with what `make` rejects with, or else with the device's complaint. Nothing else may run there meanwhile. */
export async function guarded<T extends Disposable>(
  device: GuardedDevice,
  make: () => Promise<T>,
): Promise<T> {
  for (const scope of scopes) device.pushErrorScope(scope);
  const [made] = await Promise.allSettled([make()]);
  // A device that is lost has nothing to say; whoever watches it is told.
  const complaints = await Promise.all(scopes.map(() => device.popErrorScope().catch(() => null)));
  const complaint = complaints.find((error) => error !== null);
  if (made.status === "rejected") throw made.reason;
  if (complaint === undefined) return made.value;
  made.value[Symbol.dispose]();
  throw new Error(complaint.message);
}
