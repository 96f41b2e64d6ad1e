/** Real WebGPU in a real worker, on a software adapter: trains as wasm does, decodes, leaks nothing. */
import { expect, pixelsOf, smallModel, test } from "./fixtures.ts";

test.describe("@webgpu", () => {
  // A software GPU takes about a second for each step, pictures included.
  test("learns what wasm learns, decodes under the handle, keeps its memory", async ({
    page,
    open,
  }) => {
    test.setTimeout(180_000);
    const lossesOn = async (backend: "webgpu" | "wasm"): Promise<number[]> => {
      await open(`backend=${backend}&autostart=0`);
      return page.evaluate(async (model) => {
        const api = window.playground;
        await api.configure(model);
        await api.reset();
        await api.train({ steps: 12 });
        return (await api.history()).map((point) => point.train.total);
      }, smallModel);
    };
    const wasm = await lossesOn("wasm");
    const gpu = await lossesOn("webgpu");
    const report = await page.evaluate(() => window.playground.diagnostics());
    expect(report.backend).toBe("webgpu");

    expect(gpu).toHaveLength(12);
    expect(gpu.at(-1)).toBeLessThan((gpu[0] ?? 0) * 0.85);
    // One seed, one order, one noise: what differs is the rounding of float32 sums.
    gpu.forEach((loss, i) => {
      expect(Math.abs(loss - (wasm[i] ?? 0))).toBeLessThan(0.5);
    });

    await page.getByTestId("latent-handle").focus();
    const before = await pixelsOf(page, "decoded-image");
    for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => pixelsOf(page, "decoded-image")).not.toBe(before);

    const leak = await page.evaluate(async () => {
      const api = window.playground;
      const before = await api.diagnostics();
      await api.train({ steps: 4 });
      return (await api.diagnostics()).tensors - before.tensors;
    });
    expect(leak).toBe(0);
  });
});
