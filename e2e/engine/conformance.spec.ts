/**
 * The engine's conformance checks and PyTorch's goldens in a real worker, on every backend a browser
 * has: the same that the unit tests run in Node. Needs the sources, so it serves them itself.
 * AGREEMENT_DRAWS=300 trains more drawn models than every run does, AGREEMENT_FROM=30 others.
 */
import { createServer, type ViteDevServer } from "vite";
import { expect, test, type Page } from "@playwright/test";
import type {
  AgreementOutcome,
  AgreementRequest,
} from "../../src/engine/testing/agreement.worker.ts";
import type {
  ConformanceOutcome,
  ConformanceRequest,
} from "../../src/engine/testing/conformance.worker.ts";
import type { CheckOutcome } from "../../src/engine/testing/outcome.ts";

const wasmUrl = "/node_modules/@tensorflow/tfjs-backend-wasm/dist/";
const draws = {
  from: Number(process.env["AGREEMENT_FROM"] ?? 0),
  count: Number(process.env["AGREEMENT_DRAWS"] ?? 30),
};

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

/** What each backend can be asked for; elsewhere there is one engine. */
const engines = {
  webgpu: ["compiled", "reference"],
  webgl: ["reference"],
  wasm: ["reference"],
} as const;

test.describe("@webgpu engine", () => {
  for (const backend of ["webgpu", "webgl", "wasm"] as const) {
    test(`conforms on ${backend}, and finds what PyTorch finds`, async ({ page }) => {
      const request: ConformanceRequest = { backend, engines: engines[backend], wasmUrl };
      const outcome: ConformanceOutcome = await inWorker(page, "conformance.worker.ts", request);
      expect(outcome.report.backend, JSON.stringify(outcome.report)).toBe(backend);
      expectPassed(outcome.checks, 100 * engines[backend].length);
    });
  }

  test("is the same compiled as by the reference, whatever the model", async ({ page }) => {
    const request: AgreementRequest = { draws, wasmUrl };
    const outcome: AgreementOutcome = await inWorker(page, "agreement.worker.ts", request);
    expect(outcome.report.backend, JSON.stringify(outcome.report)).toBe("webgpu");
    expectPassed(outcome.checks, draws.count);
  });
});

function expectPassed(checks: readonly CheckOutcome[], least: number): void {
  expect(checks.filter(({ error }) => error !== null)).toEqual([]);
  expect(checks.length).toBeGreaterThan(least);
}

/** Asks a worker of src/engine/testing/ one thing, and waits for its answer. */
async function inWorker<Answer>(page: Page, file: string, request: object): Promise<Answer> {
  test.setTimeout(240_000 + 2000 * draws.count);
  await page.goto(`${server.resolvedUrls?.local[0] ?? ""}e2e/engine/blank.html`);
  return page.evaluate(
    ({ url, message }) =>
      new Promise<Answer>((resolve, reject) => {
        const worker = new Worker(url, { type: "module" });
        worker.onmessage = (event: MessageEvent<Answer>) => {
          resolve(event.data);
        };
        worker.onerror = (event) => {
          reject(new Error(event.message));
        };
        worker.postMessage(message);
      }),
    { url: `/src/engine/testing/${file}`, message: request },
  );
}
