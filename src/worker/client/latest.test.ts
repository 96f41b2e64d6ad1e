import { expect, it } from "vitest";
import { latestAsync } from "#/worker/client/latest.ts";

function gated() {
  const started: number[] = [];
  const gates: (() => void)[] = [];
  const latest = latestAsync(async (n: number) => {
    started.push(n);
    await new Promise<void>((open) => gates.push(open));
    if (n === 13) throw new Error("unlucky");
    return n * 10;
  });
  return { started, gates, latest };
}

it("has one call in flight and makes only the last of those that wait", async () => {
  const { started, gates, latest } = gated();
  const replies = [1, 2, 3, 4].map(latest);
  expect(started).toEqual([1]);
  expect(await replies[1]).toBeNull();
  expect(await replies[2]).toBeNull();
  gates[0]?.();
  expect(await replies[0]).toBe(10);
  await expect.poll(() => started).toEqual([1, 4]);
  gates[1]?.();
  expect(await replies[3]).toBe(40);
});

it("goes on after a failure", async () => {
  const { gates, latest } = gated();
  const failing = latest(13);
  const next = latest(2);
  gates[0]?.();
  await expect(failing).rejects.toThrow("unlucky");
  await expect.poll(() => gates.length).toBe(2);
  gates[1]?.();
  expect(await next).toBe(20);
});
