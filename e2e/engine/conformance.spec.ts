/**
 * The engine's conformance checks and PyTorch's goldens in a real worker, on every backend a browser
 * has: the same that the unit tests run in Node. Needs the sources, so it serves them itself.
 */
import { createServer, type ViteDevServer } from "vite";
import { expect, test, type Page } from "@playwright/test";
import type {
  ConformanceOutcome,
  ConformanceRequest,
} from "../../src/engine/testing/conformance.worker.ts";

// One server for the file, whatever the number of workers.
test.describe.configure({ mode: "default" });

let server: ViteDevServer;

test.beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: "error",
    cacheDir: "node_modules/.cache/conformance",
    server: { port: Number(process.env["CONFORMANCE_PORT"] ?? 5320), hmr: false, watch: null },
    optimizeDeps: {
      noDiscovery: true,
      include: ["core", "backend-cpu", "backend-wasm", "backend-webgl", "backend-webgpu"].map(
        (part) => `@tensorflow/tfjs-${part}`,
      ),
    },
  });
  await server.listen();
});

test.afterAll(() => server.close());

test.describe("@webgpu engine", () => {
  for (const backend of ["webgpu", "webgl", "wasm"] as const) {
    test(`conforms on ${backend}`, async ({ page }) => {
      await check(page, { suite: "conformance", backend });
    });
    test(`finds what PyTorch finds on ${backend}`, async ({ page }) => {
      await check(page, { suite: "goldens", backend });
    });
  }
});

async function check(
  page: Page,
  asked: Pick<ConformanceRequest, "suite" | "backend">,
): Promise<void> {
  test.setTimeout(180_000);
  await page.goto(`${server.resolvedUrls?.local[0] ?? ""}e2e/engine/blank.html`);
  const request = { ...asked, wasmUrl: "/node_modules/@tensorflow/tfjs-backend-wasm/dist/" };
  const outcome = await page.evaluate(
    (message) =>
      new Promise<ConformanceOutcome>((resolve, reject) => {
        const url = "/src/engine/testing/conformance.worker.ts";
        const worker = new Worker(url, { type: "module" });
        worker.onmessage = (event: MessageEvent<ConformanceOutcome>) => {
          resolve(event.data);
        };
        worker.onerror = (event) => {
          reject(new Error(event.message));
        };
        worker.postMessage(message);
      }),
    request,
  );
  expect(outcome.report.backend, JSON.stringify(outcome.report)).toBe(asked.backend);
  expect(outcome.checks.filter(({ error }) => error !== null)).toEqual([]);
  expect(outcome.checks.length).toBeGreaterThan(10);
}
