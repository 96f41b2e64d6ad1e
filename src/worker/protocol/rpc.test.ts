import { describe, expect, it } from "vitest";
import { EngineError } from "#/core/fault.ts";
import { mainLane, type LaneId } from "#/worker/protocol/lanes.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { createCaller, sendEvent, serve, tellWork, type Handlers } from "#/worker/protocol/rpc.ts";
import { collectBuffers } from "#/worker/protocol/transfer.ts";
import { portPair } from "#/worker/testing/portPair.ts";

const never = () => new Promise<never>(() => undefined);

/** Handlers that never answer, but for the given ones. */
function handlers(some: Partial<Handlers>): Handlers {
  return {
    initialise: never,
    load: never,
    start: never,
    train: never,
    pause: never,
    setLive: never,
    setPace: never,
    setEngine: never,
    setPreview: never,
    creditPreview: never,
    preview: never,
    decode: never,
    encode: never,
    score: never,
    evaluate: never,
    estimate: never,
    images: never,
    dataset: never,
    retryChunks: never,
    weights: never,
    setWeights: never,
    probe: never,
    nextBatch: never,
    applyStep: never,
    checkpoint: never,
    diagnostics: never,
    simulate: never,
    end: never,
    ...some,
  };
}

function connect(some: Partial<Handlers>) {
  const { page, host } = portPair();
  const events: [LaneId, EngineEvent][] = [];
  serve(host, () => handlers(some));
  return { caller: createCaller(page, (...heard) => events.push(heard)), events, host };
}

const z = new Float32Array([1, 2]);

describe("rpc", () => {
  it("matches replies to requests whatever their order", async () => {
    const gates = new Map<number, () => void>();
    const { caller } = connect({
      decode: async ({ count }) => {
        await new Promise<void>((open) => gates.set(count, open));
        return { images: new Float32Array([count]), step: count, figure: null };
      },
    });
    const first = caller.request(mainLane, "decode", { z, count: 1, raw: false, labels: null });
    const second = caller.request(mainLane, "decode", { z, count: 2, raw: false, labels: null });
    await expect.poll(() => gates.size).toBe(2);
    gates.get(2)?.();
    expect((await second).step).toBe(2);
    gates.get(1)?.();
    expect((await first).step).toBe(1);
  });

  it("leaves the caller its arrays and moves the result's", async () => {
    let sent: Float32Array | null = null;
    const { caller } = connect({
      decode: ({ z: received }) => {
        sent = received;
        return Promise.resolve({ images: received, step: 0, figure: null });
      },
    });
    const { images } = await caller.request(mainLane, "decode", {
      z,
      count: 1,
      raw: false,
      labels: null,
    });
    expect([...z]).toEqual([1, 2]);
    expect([...images]).toEqual([1, 2]);
    expect(sent).toHaveLength(0);
  });

  it("carries faults whole and names bugs", async () => {
    const fault = { code: "busy", message: "m", hint: "h", values: { step: 3 } } as const;
    const { caller } = connect({
      train: () => Promise.reject(new EngineError(fault)),
      pause: () => Promise.reject(new TypeError("x is undefined")),
    });
    await expect(caller.request(mainLane, "train", { steps: 1 })).rejects.toMatchObject(fault);
    await expect(caller.request(mainLane, "pause", null)).rejects.toMatchObject({
      code: "unexpected",
    });
  });

  it("asks the handlers of the lane", async () => {
    const { page, host } = portPair();
    serve(host, (lane) =>
      handlers({ decode: () => Promise.resolve({ images: z.slice(), step: lane, figure: null }) }),
    );
    const caller = createCaller(page, () => undefined);
    const ask = (lane: LaneId) =>
      caller.request(lane, "decode", { z, count: 1, raw: false, labels: null });
    const answers = await Promise.all([0, 2, 1].map(ask));
    expect(answers.map(({ step }) => step)).toEqual([0, 2, 1]);
  });

  it("cancels on both sides", async () => {
    let aborted = false;
    const { caller } = connect({
      evaluate: (_params, signal) => {
        signal.addEventListener("abort", () => (aborted = true));
        return never();
      },
    });
    const abort = new AbortController();
    const params = { split: "test", limit: null, seed: 1, iwae: null } as const;
    const reply = caller.request(mainLane, "evaluate", params, { signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    await expect(reply).rejects.toMatchObject({ code: "cancelled" });
    await expect.poll(() => aborted).toBe(true);
    const late = caller.request(mainLane, "evaluate", params, { signal: abort.signal });
    await expect(late).rejects.toMatchObject({ code: "cancelled" });
  });

  it("fails what is pending when closed", async () => {
    const { caller } = connect({});
    const reply = caller.request(mainLane, "pause", null);
    caller.close({ code: "worker-crashed", message: "m", hint: "h" });
    await expect(reply).rejects.toMatchObject({ code: "worker-crashed" });
    await expect(caller.request(mainLane, "pause", null)).rejects.toMatchObject({
      code: "worker-crashed",
    });
  });

  it("ignores strangers' messages and delivers events", async () => {
    const { caller, events, host } = connect({ pause: () => Promise.reject(new Error("x")) });
    host.post("hello", []);
    host.post({ kind: "hello" }, []);
    sendEvent(host, 3, { type: "restarted", runId: 1, step: 2 }, "move");
    await expect(caller.request(mainLane, "pause", null)).rejects.toThrow();
    expect(events).toEqual([[3, { type: "restarted", runId: 1, step: 2 }]]);
  });
});

describe("whose work it is", () => {
  it("is known at the page's end, told once for all of a lane's jobs in a row", async () => {
    const { page, host } = portPair();
    const caller = createCaller(page, () => undefined);
    expect(caller.working).toBeNull();
    const posted: unknown[] = [];
    const { post } = host;
    const working = tellWork({
      ...host,
      post(message, transfer) {
        posted.push(message);
        post(message, transfer);
      },
    });
    for (const lane of [2, 2, 2, 0, 0]) working(lane);
    await expect.poll(() => caller.working).toBe(0);
    expect(posted).toEqual([
      { kind: "working", lane: 2 },
      { kind: "working", lane: 0 },
    ]);
  });
});

describe("collectBuffers", () => {
  it("finds each buffer once, however deep, and leaves shared memory", () => {
    const a = new Float32Array(4);
    const shared = new Uint8Array(new SharedArrayBuffer(4));
    const found = collectBuffers({
      a,
      b: [{ c: a.subarray(1) }, new Uint8Array(2)],
      shared,
      n: null,
    });
    expect(found).toHaveLength(2);
    expect(found[0]).toBe(a.buffer);
  });
});
