/** What tests of several lanes ask of one: what it told, and what a run learns that has no other beside it. */
import type { Fault } from "#/core/fault.ts";
import { testHost, type TestLane } from "#/worker/host/testing/testHost.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";
import type { RunPhase } from "#/worker/protocol/run.ts";

export const typesOf = ({ events }: TestLane): EngineEvent["type"][] =>
  events.map((event) => event.type);

export const faultsOf = ({ events }: TestLane): Fault[] =>
  events.flatMap((event) => (event.type === "error" ? [event.fault] : []));

export const framesOf = ({ events }: TestLane): PreviewFrame[] =>
  events.flatMap((event) => (event.type === "preview" ? [event.frame] : []));

export const phasesOf = ({ events }: TestLane): RunPhase[] =>
  events.flatMap((event) => (event.type === "progress" ? [event.progress.phase] : []));

/** Resolves once the images of the strip are here. */
export async function stripLoaded({ caller }: TestLane): Promise<void> {
  await caller.request("images", { split: "test", indices: Uint32Array.of(0, 1, 2, 3) });
}

/** The reconstruction of a run of the tiny set, step by step. */
export async function learntAlone(steps: number): Promise<readonly number[]> {
  const host = await testHost();
  await host.start();
  await host.caller.request("train", { steps });
  return host.curve().reconstruction;
}

/** How often to look whether something has happened that takes a step or two. */
export const soon = { interval: 1 };
