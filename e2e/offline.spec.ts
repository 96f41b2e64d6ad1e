/** With the network cut: the shell and visited sets work, an unvisited set gets one clear sentence. */
import { expect, smallModel, test } from "./fixtures.ts";

test.use({ allowedErrors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED|fetch/i] });

test("reload, train and explain what is missing", async ({ page, open, context }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate(async (model) => {
    await navigator.serviceWorker.ready;
    await window.playground.configure(model);
    await window.playground.train({ steps: 3 });
  }, smallModel);
  // The first visit's requests went past the worker; the second fills its caches.
  await open("backend=wasm&autostart=0");
  await page.evaluate(() => window.playground.train({ steps: 3 }));

  await context.setOffline(true);
  await open("backend=wasm&autostart=0");
  const summary = await page.evaluate(() => window.playground.train({ steps: 3 }));
  expect(summary.step).toBeGreaterThan(0);

  await page.evaluate(() => window.playground.configure("fashion-dense-20").catch(() => undefined));
  await expect(page.getByTestId("error")).toContainText(/offline|network|connection/i);
  await page.evaluate(() => window.playground.configure("mnist-dense-2"));
  const again = await page.evaluate(() => window.playground.train({ steps: 2 }));
  expect(again.step).toBe(2);
  await context.setOffline(false);
});
