/** What a graphics device can do to a run. Each is a fault of that code too (core/fault.ts). */
import type { FaultCode } from "#/core/fault.ts";

/**
 * "validation-error": the device refused a command, or could not build a kernel; what it computed since
 * is not to be trusted.
 */
export const deviceFaults = [
  "device-lost",
  "validation-error",
  "out-of-memory",
] as const satisfies readonly FaultCode[];
export type DeviceFault = (typeof deviceFaults)[number];

export interface DeviceFailure {
  readonly fault: DeviceFault;
  /** The browser's own. */
  readonly words: string;
}

export function isDeviceFault(code: FaultCode): code is DeviceFault {
  return deviceFaults.some((fault) => fault === code);
}
