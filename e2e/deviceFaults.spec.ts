/** A real WebGPU device that goes away, refuses a command, runs out of memory: the run goes on. */
import { expect, smallModel, test } from "./fixtures.ts";

test.describe("@webgpu", () => {
  test("goes on from the checkpoint whatever the device does, and says on what", async ({
    page,
    open,
  }) => {
    // On a software adapter the reference engine takes a second for some steps.
    test.setTimeout(120_000);
    await open("backend=webgpu&autostart=0");
    const banner = page.getByTestId("error");
    const curve = () =>
      page.evaluate(async () => {
        const points = await window.playground.history();
        return points.map(({ step, train }) => ({ step, total: train.total }));
      });
    const computing = () =>
      page.evaluate(async () => {
        const { backend, engine, reason } = await window.playground.diagnostics();
        return { backend, engine, reason };
      });

    await page.evaluate(async (model) => {
      await window.playground.configure(model);
      await window.playground.reset();
      await window.playground.train({ steps: 6 });
      void window.playground.train({ steps: 100_000 });
    }, smallModel);
    const kept = (await curve()).slice(0, 6);
    /** The steps since the checkpoint are taken again before the curve grows. */
    const learning = async () => {
      const before = (await curve()).length;
      const grown = expect.poll(async () => (await curve()).length, { timeout: 30_000 });
      await grown.toBeGreaterThan(before);
    };

    const ends = [
      ["device-lost", "WebGPU", { backend: "webgpu", engine: "compiled" }],
      ["validation-error", "WebGPU", { backend: "webgpu", engine: "reference" }],
      ["out-of-memory", "WASM", { backend: "wasm", engine: "reference" }],
    ] as const;
    for (const [fault, on, after] of ends) {
      await learning();
      await page.evaluate((wanted) => window.playground.simulate(wanted), fault);
      await expect(banner).toHaveAttribute("data-code", fault);
      await expect(banner).toContainText(`on ${on}`);
      await expect.poll(computing).toEqual({ ...after, reason: fault });
    }
    await learning();
    await page.evaluate(() => window.playground.pause());

    const whole = await curve();
    expect(whole.map(({ step }) => step)).toEqual(whole.map((_, i) => i + 1));
    expect(whole.slice(0, 6)).toEqual(kept);
  });
});
