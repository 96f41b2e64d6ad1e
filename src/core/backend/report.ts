/** Which backend runs the numbers, and why: shown as a chip and pasted into bug reports. */
import type { DeviceFault } from "#/core/backend/deviceFault.ts";

export const backendNames = ["webgpu", "webgl", "wasm", "cpu"] as const;
export type BackendName = (typeof backendNames)[number];

/** Why one backend was taken or passed over. Translated by `code` (i18n `backend.reason.<code>`). */
export type BackendReason =
  | "asked-for"
  | "fastest-available"
  | "software-adapter"
  | "insecure-context"
  | "no-api"
  | "no-adapter"
  | "device-failed"
  | "half-precision"
  | "backend-failed"
  | DeviceFault;

export interface BackendReport {
  readonly backend: BackendName;
  readonly reason: BackendReason;
  /** The others that were considered first, and why they were not taken. */
  readonly passedOver: readonly { readonly backend: BackendName; readonly reason: BackendReason }[];
  /** GPU adapter or renderer as the browser names it; empty for wasm and cpu. */
  readonly adapter: string;
  readonly software: boolean;
  readonly crossOriginIsolated: boolean;
}
