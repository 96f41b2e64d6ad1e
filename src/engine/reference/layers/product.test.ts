/** Products of a batch with a kernel, wherever the packing of one factor or the other decides the way. */
import { beforeAll, describe, expect, it } from "vitest";
import { createRng } from "#/core/rng.ts";
import { readFloats } from "#/engine/readback.ts";
import { timesTransposed, weightedSums } from "#/engine/reference/layers/product.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { tensor1d, tensor2d } from "#/engine/tf.ts";

const shapes = [
  { rows: 2, inputs: 3, outputs: 20 },
  { rows: 20, inputs: 3, outputs: 2 },
  { rows: 1, inputs: 9, outputs: 1 },
] as const;

describe.each(nodeBackends)("products on %s", (backend) => {
  beforeAll(() => startNodeBackend(backend));

  it.each(shapes)("of $rows rows, $inputs × $outputs", async ({ rows, inputs, outputs }) => {
    const rng = createRng(rows);
    const normal = (size: number) => {
      const values = new Float32Array(size);
      rng.fillNormal(values);
      return values;
    };
    const at = (values: Float32Array, index: number) => values[index] ?? Number.NaN;
    const [x, kernel, bias] = [normal(rows * inputs), normal(inputs * outputs), normal(outputs)];
    const dy = normal(rows * outputs);
    const weights = tensor2d(kernel, [inputs, outputs]);

    const [sums, back] = await readFloats([
      weightedSums(tensor2d(x, [rows, inputs]), weights, tensor1d(bias), "relu"),
      timesTransposed(tensor2d(dy, [rows, outputs]), weights),
    ]);

    for (let row = 0; row < rows; row++) {
      for (let output = 0; output < outputs; output++) {
        let sum = at(bias, output);
        for (let i = 0; i < inputs; i++) {
          sum += at(x, row * inputs + i) * at(kernel, i * outputs + output);
        }
        expect(sums?.[row * outputs + output]).toBeCloseTo(Math.max(sum, 0), 4);
      }
      for (let input = 0; input < inputs; input++) {
        let sum = 0;
        for (let i = 0; i < outputs; i++) {
          sum += at(dy, row * outputs + i) * at(kernel, input * outputs + i);
        }
        expect(back?.[row * inputs + input]).toBeCloseTo(sum, 4);
      }
    }
  });
});
