/** Every packaged set trains in the page, convolutions on wasm too. */
import { expect, test } from "./fixtures.ts";

for (const [preset, shape] of [
  ["fashion-dense-20", [28, 28, 1]],
  ["faces-conv", [32, 32, 3]],
] as const) {
  test(`${preset} trains and decodes`, async ({ page, open }) => {
    test.setTimeout(120_000);
    await open(`backend=wasm&autostart=0&preset=${preset}`);
    const run = await page.evaluate(async () => {
      const api = window.playground;
      await api.train({ steps: 12 });
      const history = await api.history();
      const { latent } = api.config().model;
      const [image] = await api.decode([new Array<number>(latent).fill(0)]);
      const data = await api.dataset();
      return {
        losses: history.map((point) => point.train.total),
        pixels: [...(image ?? [])],
        data,
      };
    });
    const pixels = shape[0] * shape[1] * shape[2];
    expect(run.data.shape).toEqual(shape);
    expect(run.losses.at(-1)).toBeLessThan(run.losses[0] ?? 0);
    expect(run.pixels).toHaveLength(pixels);
    expect(run.pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
    await expect(page.getByTestId("latent-plane")).toBeVisible();
  });
}
