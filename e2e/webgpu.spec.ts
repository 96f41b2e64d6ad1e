/**
 * Real WebGPU in a real worker, on a software adapter: trains as wasm does, with either training step and
 * from one to the other, decodes, leaks nothing; lanes keep the images they share once.
 */
import { expect, pixelsOf, smallModel, test } from "./fixtures.ts";

test.describe("@webgpu", () => {
  // A software GPU takes up to a second for a step of the reference, pictures included.
  test("learns what wasm learns, whichever step it takes, decodes under the handle, keeps its memory", async ({
    page,
    open,
  }) => {
    test.setTimeout(180_000);
    const begin = async (backend: "webgpu" | "wasm"): Promise<void> => {
      await open(`backend=${backend}&autostart=0`);
      await page.evaluate(async (model) => {
        await window.playground.configure(model);
        await window.playground.reset();
      }, smallModel);
    };
    const train = () => page.evaluate(() => window.playground.train({ steps: 24 }));
    const losses = () =>
      page.evaluate(async () =>
        (await window.playground.history()).map((point) => point.train.total),
      );
    await begin("wasm");
    await train();
    const wasm = await losses();

    await begin("webgpu");
    // So slowly that there is a middle.
    await page.getByRole("button", { name: "Speed" }).click();
    await page.getByRole("menuitemradio", { name: "10 steps a second" }).click();
    const chip = page.getByTestId("backend");
    await chip.click();
    await expect(chip).toHaveAccessibleName("Backend WebGPU: one compiled step on the GPU");
    const patience = { timeout: 30_000 };
    const ended = train();
    const steps = page.getByRole("radiogroup", { name: "Training step" });
    for (const [choice, from, name] of [
      ["Reference", 4, "the reference step"],
      ["Compiled", 10, "one compiled step on the GPU"],
    ] as const) {
      await expect.poll(async () => (await losses()).length, patience).toBeGreaterThan(from);
      await steps.getByText(choice).click();
      await expect(chip).toHaveAccessibleName(`Backend WebGPU: ${name}`, patience);
      expect((await losses()).length).toBeLessThan(24);
    }
    expect(await ended).toMatchObject({ step: 24, engine: "compiled" });
    await page.keyboard.press("Escape");
    const gpu = await losses();
    const report = await page.evaluate(() => window.playground.diagnostics());
    expect(report).toMatchObject({ backend: "webgpu", engine: "compiled" });
    expect(report.dispatchesPerStep).toBeLessThan(30);

    expect(gpu).toHaveLength(24);
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
      const after = await api.diagnostics();
      return [after.tensors - before.tensors, after.bytes - before.bytes];
    });
    expect(leak).toEqual([0, 0]);

    const images = await page.evaluate(async () => {
      const { lanes, diagnostics } = window.playground;
      await lanes.add({ objective: { beta: 4 } });
      await lanes.train({ steps: 2 });
      const [a, b] = [await diagnostics({ lane: 0 }), await diagnostics({ lane: 1 })];
      return a.bytes - b.bytes;
    });
    // All that lane B does not keep as well: the records, and a note of each that is there.
    expect(images).toBe(smallModel.data.trainLimit * (28 * 28 + 1));

    await open("backend=webgpu&engine=reference&autostart=0");
    await expect(chip).toHaveAccessibleName("Backend WebGPU: the reference step");
    await expect(page).toHaveURL(/engine=reference/);
  });
});
