/** The promise of the front page, as a visitor meets it: no query, a real worker, real digits. */
import { expect, pixelsOf, test } from "./fixtures.ts";

test("trains by itself, fills the plane and decodes under the hand", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByTestId("latent-plane")).toBeVisible();
  await page.evaluate(() => window.playground.ready);
  await expect
    .poll(() => page.evaluate(async () => (await window.playground.history()).length), {
      timeout: 40_000,
    })
    .toBeGreaterThan(32);

  const handle = page.getByTestId("latent-handle");
  const box = await page.getByTestId("latent-plane").boundingBox();
  if (box === null) throw new Error("the plane has no box");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3, { steps: 5 });
  await page.mouse.up();
  await expect(handle).toBeVisible();
  const before = await pixelsOf(page, "decoded-image");
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.7, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => pixelsOf(page, "decoded-image")).not.toBe(before);

  const history = await page.evaluate(() => window.playground.history());
  const losses = history.map((point) => point.train.total);
  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 0.6);
});

test("pauses and goes on from the keyboard and the button", async ({ page, open }) => {
  await open();
  const train = page.getByTestId("transport-train");
  await train.click();
  await expect
    .poll(() => page.evaluate(async () => (await window.playground.history()).length))
    .toBeGreaterThan(3);
  await train.click();
  await expect(train).toContainText("Train");
  // Comes back when the step in flight is recorded.
  await page.evaluate(() => window.playground.pause());
  const paused = await page.evaluate(async () => (await window.playground.history()).length);
  await page.waitForTimeout(400);
  expect(await page.evaluate(async () => (await window.playground.history()).length)).toBe(paused);
});
