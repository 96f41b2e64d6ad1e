/** Real WebGPU in a real worker, on a software adapter: trains, decodes, leaks nothing. */
import { expect, pixelsOf, smallModel, test } from "./fixtures.ts";

test.describe("@webgpu", () => {
  test("a small model learns and the handle decodes", async ({ page, open }) => {
    test.setTimeout(180_000);
    await open("backend=webgpu&autostart=0");
    const report = await page.evaluate(() => window.playground.diagnostics());
    expect(report.backend).toBe("webgpu");
    const losses = await page.evaluate(async (model) => {
      await window.playground.configure(model);
      await window.playground.train({ steps: 20 });
      return (await window.playground.history()).map((point) => point.train.total);
    }, smallModel);
    // A software GPU takes about a second for each of these steps, pictures included.
    expect(losses).toHaveLength(20);
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 0.75);

    await page.getByTestId("latent-handle").focus();
    const before = await pixelsOf(page, "decoded-image");
    for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => pixelsOf(page, "decoded-image")).not.toBe(before);

    const leak = await page.evaluate(async () => {
      const before = await window.playground.diagnostics();
      await window.playground.train({ steps: 8 });
      const after = await window.playground.diagnostics();
      return after.tensors - before.tensors;
    });
    expect(leak).toBe(0);
  });

  test("agrees with wasm on the first losses", async ({ page, open }) => {
    test.setTimeout(120_000);
    const losses: number[][] = [];
    for (const backend of ["webgpu", "wasm"]) {
      await open(`backend=${backend}&autostart=0`);
      losses.push(
        await page.evaluate(async (model) => {
          await window.playground.configure(model);
          await window.playground.reset();
          await window.playground.train({ steps: 8 });
          return (await window.playground.history()).map((point) => point.train.total);
        }, smallModel),
      );
    }
    const [gpu, wasm] = losses;
    expect(gpu).toHaveLength(8);
    // One seed, one order, one noise: what differs is the rounding of float32 sums.
    gpu?.forEach((loss, i) => {
      expect(Math.abs(loss - (wasm?.[i] ?? 0))).toBeLessThan(0.5);
    });
  });
});
