/**
 * The envelopes that requests, replies and events travel in, and the one edge where an unknown
 * message becomes a typed one. Both ends are built from the same source, so the edge checks the
 * envelope and trusts the letter inside.
 */
import type { Fault } from "#/core/fault.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Method, Params, ResultOf } from "#/worker/protocol/messages.ts";

export type RequestMessage<M extends Method = Method> = {
  [K in M]: {
    readonly kind: "request";
    readonly id: number;
    readonly lane: LaneId;
    readonly method: K;
    readonly params: Params<K>;
  };
}[M];

export type ToHost = RequestMessage | { readonly kind: "cancel"; readonly id: number };

export type FromHost =
  | { readonly kind: "result"; readonly id: number; readonly value: ResultOf<Method> }
  | { readonly kind: "fault"; readonly id: number; readonly fault: Fault }
  | { readonly kind: "event"; readonly lane: LaneId; readonly event: EngineEvent }
  /** Jobs of this lane begin, and no other's until the next of these: whom a broken worker worked for. */
  | { readonly kind: "working"; readonly lane: LaneId };

/** A `MessagePort`, a `Worker` or a worker's own scope, each seen through these two members. */
export interface WirePort {
  post(message: unknown, transfer: Transferable[]): void;
  onmessage: ((data: unknown) => void) | null;
}

interface Envelope {
  readonly kind: unknown;
  readonly id?: unknown;
  readonly lane?: unknown;
}

function hasKind(data: unknown): data is Envelope {
  return typeof data === "object" && data !== null && "kind" in data;
}

function isLane(lane: unknown): boolean {
  return typeof lane === "number" && Number.isSafeInteger(lane) && lane >= 0;
}

/** Null for a message that is not ours (browser extensions post into workers too). */
export function parseToHost(data: unknown): ToHost | null {
  if (!hasKind(data) || typeof data.id !== "number") return null;
  const ours = data.kind === "cancel" || (data.kind === "request" && isLane(data.lane));
  return ours ? (data as ToHost) : null;
}

/** Null for a message that is not ours. */
export function parseFromHost(data: unknown): FromHost | null {
  if (!hasKind(data)) return null;
  const { kind } = data;
  const ours = kind === "result" || kind === "fault" || kind === "event" || kind === "working";
  return ours ? (data as FromHost) : null;
}
