/** Where the page may live: any sub-path, no special headers, a plain-http address in a classroom. */
import { spawn } from "node:child_process";
import { expect, smallModel, test } from "./fixtures.ts";

const subPathPort = 5311;

test("works below a sub-path", async ({ page }) => {
  const server = spawn(
    process.execPath,
    ["scripts/serve.mjs", "--port", String(subPathPort), "--base", "/teaching/vae/"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  try {
    const address = `http://localhost:${subPathPort}/teaching/vae/`;
    const answers = (): Promise<boolean> =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(answers, { timeout: 20_000 }).toBe(true);
    const answer = await page.goto(`${address}?backend=wasm&autostart=0`);
    const headers = answer?.headers() ?? {};
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["cross-origin-opener-policy"]).toBeUndefined();
    expect(headers["cross-origin-embedder-policy"]).toBeUndefined();
    const step = await page.evaluate(async (model) => {
      await window.playground.ready;
      await window.playground.configure(model);
      return (await window.playground.train({ steps: 3 })).step;
    }, smallModel);
    expect(step).toBe(3);
  } finally {
    server.kill();
  }
});

test("works over plain http, without what browsers keep for secure pages", async ({
  page,
  baseURL,
}) => {
  // The browser is told that this address, reserved for documentation, is the test server.
  const port = new URL(baseURL ?? "").port;
  await page.goto(`http://192.0.2.1:${port}/?autostart=0`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const report = await page.evaluate(async (model) => {
    await window.playground.ready;
    await window.playground.configure(model);
    await window.playground.train({ steps: 3 });
    return window.playground.diagnostics();
  }, smallModel);
  expect(report.backend).toBe("wasm");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("textbox", { name: /link/i })).toHaveValue(/192\.0\.2\.1/);
});
