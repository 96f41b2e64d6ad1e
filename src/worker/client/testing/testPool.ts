/** A pool over real hosts in this process, with runs on the tiny set, for tests of the page's end. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createTrainerPool } from "#/worker/client/trainerPool.ts";
import { mainLane, type LaneId, type TrainerPool } from "#/worker/protocol/lanes.ts";
import type { EngineEvent, Params, TrainerApi } from "#/worker/protocol/messages.ts";
import { tinyConfig } from "#/worker/host/testing/testHost.ts";
import { testWorkers, type TestWorkers } from "#/worker/host/testing/testWorkers.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

export interface TestLane {
  readonly client: TrainerApi;
  readonly events: readonly EngineEvent[];
}

/** A pool, and its main lane with a run. */
export interface TestPool extends TestLane {
  readonly pool: TrainerPool;
  readonly workers: TestWorkers["workers"];
  /** Milliseconds on the page's clock. */
  readonly time: { now: number };
  /** Another lane, with a run. */
  open(id: LaneId, params?: Partial<Params<"start">>): Promise<TestLane>;
}

/** What a run of the tiny set starts with. */
export function startParams(change: Partial<Params<"start">> = {}): Params<"start"> {
  const { config = tinyConfig() } = change;
  const preview = testPreview(config.model.latent);
  return { runId: 1, config, live: [], checkpoint: null, preview, engine: "auto", ...change };
}

/** Parameters as of `testWorkers`. */
export async function testPool(
  msPerStep?: number,
  isDeadly?: (vae: ResolvedVae) => boolean,
): Promise<TestPool> {
  const { spawn, workers, dataUrl } = await testWorkers(msPerStep, isDeadly);
  const time = { now: 0 };
  const pool = createTrainerPool({ spawn, now: () => time.now });
  async function open(id: LaneId, params: Partial<Params<"start">> = {}): Promise<TestLane> {
    const client = pool.lane(id);
    const events: EngineEvent[] = [];
    client.subscribe((event) => events.push(event));
    await client.request("initialise", { dataUrl, wasmUrl: "", backend: "wasm" });
    await client.request("start", startParams(params));
    return { client, events };
  }
  return { ...(await open(mainLane)), pool, workers, time, open };
}

/** All that was told of the reconstruction, in order. */
export const curve = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === "metrics" ? [...event.batch.reconstruction] : []));

/** A point of the plane. */
export const z = new Float32Array([1, 0]);

export const decode = (client: TrainerApi) =>
  client.request("decode", { z, count: 1, raw: false, labels: null });
