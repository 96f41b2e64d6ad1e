/** The page is the link: whoever opens it has the same experiment; a class scans it from a wall. */
import { expect, test } from "./fixtures.ts";

test("a shared link opens the same experiment, and its code fills the screen", async ({
  page,
  open,
}) => {
  await open("backend=wasm&autostart=0&preset=mnist-dense-2&model.latent=3&training.seed=9");
  const config = await page.evaluate(() => window.playground.config());
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByRole("textbox", { name: /link/i }).inputValue();

  await page.getByRole("button", { name: "QR code, full screen" }).click();
  const code = page.getByRole("dialog", { name: "QR code of the link" }).getByRole("img");
  await expect(code).toBeInViewport({ ratio: 1 });
  expect((await code.boundingBox())?.height).toBe(page.viewportSize()?.height);
  await page.keyboard.press("Escape");
  await expect(code).toBeHidden();

  await page.goto(`${link}&backend=wasm&autostart=0`);
  await page.evaluate(() => window.playground.ready);
  await expect
    .poll(() => page.evaluate(() => window.playground.config()), { timeout: 10_000 })
    .toEqual(config);
});
