import { expect, it } from "vitest";
import { createGate } from "#/data/own/gate.ts";

/** Lets promises that can be kept be kept. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

it("lets in what fits, in order, and the rest as room comes free", async () => {
  const gate = createGate(10);
  const inside: string[] = [];
  const leave = new Map<string, () => void>();
  for (const [name, weight] of [
    ["a", 6],
    ["b", 6],
    ["c", 1],
  ] as const) {
    void gate.enter(weight).then((out) => {
      inside.push(name);
      leave.set(name, out);
    });
  }
  await turn();
  // c would fit, but b was there before it.
  expect(inside).toEqual(["a"]);
  leave.get("a")?.();
  await turn();
  expect(inside).toEqual(["a", "b", "c"]);
});

it("lets what is heavier than all in alone", async () => {
  const gate = createGate(10);
  const leave = await gate.enter(100);
  let second = false;
  void gate.enter(1).then(() => {
    second = true;
  });
  await turn();
  expect(second).toBe(false);
  leave();
  await turn();
  expect(second).toBe(true);
});
