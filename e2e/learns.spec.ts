/** The default experiment really learns: held-out nats fall and classes part in the plane. */
import { expect, test } from "./fixtures.ts";

test("mnist-dense-2 falls below 175 nats and separates the classes", async ({ page, open }) => {
  test.setTimeout(180_000);
  await open("preset=mnist-dense-2&backend=wasm&autostart=0");
  const figures = await page.evaluate(async () => {
    const api = window.playground;
    await api.train({ steps: 400 });
    const evaluation = await api.evaluate({ limit: 1000 });
    const indices = Array.from({ length: 1000 }, (_, i) => i);
    const { pixels, labels } = await api.images({ split: "test", indices });
    const codes = await api.encode(pixels);
    return {
      negativeElbo: evaluation.negativeElbo,
      kl: evaluation.kl,
      klSum: evaluation.klPerDimension.reduce((sum, nats) => sum + nats, 0),
      labels: labels ?? [],
      means: codes.map((code) => [...code.mean]),
    };
  });
  expect(figures.negativeElbo).toBeLessThan(175);
  expect(figures.klSum).toBeCloseTo(figures.kl, 3);
  // Leave-one-out nearest neighbour on two numbers: chance is 0.10, a trained plane is far above.
  expect(nearestNeighbourAccuracy(figures.means, figures.labels)).toBeGreaterThan(0.4);
});

function nearestNeighbourAccuracy(points: number[][], labels: readonly number[]): number {
  let right = 0;
  points.forEach((point, i) => {
    let best = -1;
    let distance = Infinity;
    points.forEach((other, j) => {
      const d = other.reduce((sum, value, k) => sum + (value - (point[k] ?? 0)) ** 2, 0);
      if (j !== i && d < distance) {
        distance = d;
        best = j;
      }
    });
    if (labels[best] === labels[i]) right += 1;
  });
  return right / points.length;
}
