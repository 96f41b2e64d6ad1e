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
import type { openMemoryRun } from "../../src/engine/testing/memoryRun.ts";
import type { CheckOutcome } from "../../src/engine/testing/outcome.ts";

const wasmUrl = "/node_modules/@tensorflow/tfjs-backend-wasm/dist/";
/** MEMORY_STEPS=50000: what a person asks for. */
const memorySteps = Number(process.env["MEMORY_STEPS"] ?? 300);

/** On a software adapter a model takes a second or two, nearly all of it to compile. */
const { AGREEMENT_FROM = "0", AGREEMENT_DRAWS = "36" } = process.env;
const draws = { from: Number(AGREEMENT_FROM), count: Number(AGREEMENT_DRAWS) };

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
  webgpu: ["tiled", "plain", "reference"],
  webgl: ["reference"],
  wasm: ["reference"],
} as const;

test.describe("@webgpu engine", () => {
  for (const backend of ["webgpu", "webgl", "wasm"] as const) {
    test(`conforms on ${backend}, and finds what PyTorch finds`, async ({ page }) => {
      const request: ConformanceRequest = { backend, engines: engines[backend], wasmUrl };
      const outcome: ConformanceOutcome = await inWorker(page, "conformance.worker.ts", request);
      expect(outcome.report.backend, JSON.stringify(outcome.report)).toBe(backend);
      expectPassed(outcome.checks, 90 * engines[backend].length);
    });
  }

  test("is the same compiled as by the reference, whatever the model", async ({ page }) => {
    const request: AgreementRequest = { draws, wasmUrl };
    const outcome: AgreementOutcome = await inWorker(page, "agreement.worker.ts", request);
    expect(outcome.report.backend, JSON.stringify(outcome.report)).toBe("webgpu");
    expectPassed(outcome.checks, draws.count);
  });

  test("holds no more after many steps than after a few", async ({ page }) => {
    test.setTimeout(120_000 + 20 * memorySteps);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ""}e2e/engine/blank.html`);
    const open = `import("/src/engine/testing/memoryRun.ts").then((it) => it.openMemoryRun("${wasmUrl}"))`;
    const run = await page.evaluateHandle<Awaited<ReturnType<typeof openMemoryRun>>>(open);
    const train = (steps: number) => run.evaluate((it, count) => it.train(count), steps);
    const heap = await heapOf(page);
    const before = { held: await train(200), heap: await heap() };
    expect(await train(memorySteps)).toEqual(before.held);
    // An entry a step would be more than 100 bytes; what V8 itself keeps comes and goes.
    expect((await heap()) - before.heap).toBeLessThan(Math.max(1_000_000, 20 * memorySteps));
    expect(await run.evaluate((it) => it.end())).toEqual([]);
  });
});

/** Bytes that the page's JavaScript holds, when asked. */
async function heapOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  };
}

function expectPassed(checks: readonly CheckOutcome[], least: number): void {
  expect(checks.filter(({ error }) => error !== null)).toEqual([]);
  expect(checks.length).toBeGreaterThan(least);
}

/** Asks a worker of src/engine/testing/ one thing, and waits for its answer. */
async function inWorker<Answer>(page: Page, file: string, request: object): Promise<Answer> {
  test.setTimeout(600_000 + 2000 * draws.count);
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
