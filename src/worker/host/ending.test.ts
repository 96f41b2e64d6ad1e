/** A lane that ends, whatever it is at: what is left of it, and who takes its number. */
import { expect, it } from "vitest";
import { backendMemory } from "#/engine/backendMemory.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, type TestLane } from "#/worker/host/testing/testHost.ts";
import { soon } from "#/worker/host/testing/told.ts";

await startNodeBackend("cpu");

const realHost = () =>
  testHost({
    memory: backendMemory,
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });

const train = ({ caller }: TestLane, steps = 1e6) => caller.request("train", { steps });

const end = ({ caller }: TestLane) => caller.request("end", null);

/** Requests of several jobs, and of some that wait in line. */
async function askMuch({ caller }: TestLane): Promise<readonly Promise<unknown>[]> {
  const weights = await caller.request("weights", null);
  const z = Float32Array.of(1, 0);
  const evaluation = { split: "test", limit: null, seed: 1, iwae: null } as const;
  return [
    caller.request("setWeights", { weights }),
    caller.request("evaluate", evaluation),
    caller.request("preview", { points: 4 }),
    caller.request("decode", { z, count: 1, raw: false, labels: null }),
    caller.request("checkpoint", null),
  ];
}

/** How each went: "done", or the code of its fault. */
const outcomes = (asked: readonly Promise<unknown>[]) =>
  Promise.all(
    asked.map((one) =>
      one.then(
        () => "done",
        (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
      ),
    ),
  );

it("leaves no tensor behind, asked twice in the middle of everything", async () => {
  const before = backendMemory();
  const host = await realHost();
  const [a, b] = [host.lane(0), host.lane(1)];
  await Promise.all([a.start(), b.start()]);
  const others = train(a, 20);
  const training = train(b);
  await expect.poll(() => b.curve().steps.length, soon).toBeGreaterThan(0);
  const asked = await askMuch(b);
  await Promise.all([end(b), end(b)]);
  for (const how of await outcomes(asked)) expect(["done", "cancelled"]).toContain(how);
  await training;
  expect((await others).step).toBe(20);
  const { tensors } = await a.caller.request("diagnostics", null);
  expect(backendMemory().tensors).toBe(before.tensors + tensors);
  await end(a);
  expect(backendMemory()).toEqual(before);
});

it("does no job any more once it has ended", async () => {
  const done: string[] = [];
  const host = await testHost({
    build: (vae, state) =>
      plainEngine(vae, state, {
        onStep: () => done.push("step"),
        onJob: (name) => done.push(name),
      }),
  });
  await host.start();
  const training = train(host);
  await expect.poll(() => host.curve().steps.length, soon).toBeGreaterThan(0);
  const asked = await askMuch(host);
  await end(host);
  const { length } = done;
  await training;
  for (const how of await outcomes(asked)) expect(["done", "cancelled"]).toContain(how);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toHaveLength(length);
});

it("leaves its number to another, whose run was asked for in the same breath", async () => {
  const before = backendMemory();
  const host = await realHost();
  await host.start();
  const training = train(host);
  await expect.poll(() => host.curve().steps.length, soon).toBeGreaterThan(0);
  const ended = end(host);
  const started = host.start({ runId: 2 });
  await Promise.all([ended, training]);
  expect(await started).toMatchObject({ runId: 2, progress: { step: 0 } });
  expect(await train(host, 5)).toMatchObject({ step: 5 });
  const { tensors } = await host.caller.request("diagnostics", null);
  expect(backendMemory().tensors).toBe(before.tensors + tensors);
  await end(host);
  expect(backendMemory()).toEqual(before);
});
