/**
 * The envelopes that requests, replies and events travel in, and the one edge where an unknown
 * message becomes a typed one. Both ends are built from the same source, so the edge checks the
 * envelope and trusts the letter inside.
 */
import type { Fault } from "#/core/fault.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";

export type RequestMessage<M extends Method = Method> = {
  [K in M]: {
    readonly kind: "request";
    readonly id: number;
    readonly method: K;
    readonly params: Params<K>;
  };
}[M];

export type ToHost = RequestMessage | { readonly kind: "cancel"; readonly id: number };

export type FromHost =
  | { readonly kind: "result"; readonly id: number; readonly value: ResultOf<Method> }
  | { readonly kind: "fault"; readonly id: number; readonly fault: Fault }
  | { readonly kind: "event"; readonly event: EngineEvent };

/** A `MessagePort`, a `Worker` or a worker's own scope, each seen through these two members. */
export interface WirePort {
  post(message: unknown, transfer: Transferable[]): void;
  onmessage: ((data: unknown) => void) | null;
}

function hasKind(data: unknown): data is { readonly kind: unknown; readonly id?: unknown } {
  return typeof data === "object" && data !== null && "kind" in data;
}

/** Null for a message that is not ours (browser extensions post into workers too). */
export function parseToHost(data: unknown): ToHost | null {
  if (!hasKind(data) || typeof data.id !== "number") return null;
  return data.kind === "request" || data.kind === "cancel" ? (data as ToHost) : null;
}

/** Null for a message that is not ours. */
export function parseFromHost(data: unknown): FromHost | null {
  if (!hasKind(data)) return null;
  const ours = data.kind === "result" || data.kind === "fault" || data.kind === "event";
  return ours ? (data as FromHost) : null;
}
