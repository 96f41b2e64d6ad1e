import { expect, it } from "vitest";
import { ClientMemory } from "#/worker/client/memory.ts";
import { startParams } from "#/worker/client/testing/testPool.ts";

it("comes back to the run before when a start broke after its first events", () => {
  const memory = new ClientMemory();
  memory.starting(startParams());
  memory.started(1);
  memory.starting(startParams({ runId: 2 }));
  expect(memory.hears(2)).toBe(true);
  memory.refused(2);
  expect(memory.runId).toBe(1);
  memory.starting(startParams({ runId: 3 }));
  memory.refused(3);
  expect(memory.hears(3)).toBe(false);
});
