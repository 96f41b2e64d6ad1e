import { beforeAll, describe, expect, it } from "vitest";
import { transposed } from "#/engine/reference/layers/transposed.ts";
import { tensorScope } from "#/engine/scope.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { memory, tensor2d } from "#/engine/tf.ts";

describe.each(nodeBackends)("transposes on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it("are made once a scope, and their own transposes are what they were made of", () => {
    const x = tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const held = memory().numTensors;
    for (let scope = 0; scope < 2; scope++) {
      using _scope = tensorScope();
      const columns = transposed(x);
      expect(Array.from(columns.dataSync())).toEqual([1, 4, 2, 5, 3, 6]);
      expect(transposed(x)).toBe(columns);
      expect(transposed(columns)).toBe(x);
    }
    expect(memory().numTensors).toBe(held);
    x.dispose();
  });
});
