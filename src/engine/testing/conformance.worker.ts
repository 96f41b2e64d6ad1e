/** Runs every check on one backend of a real browser; reports to whoever asked. */
import type { BackendName, BackendReport } from "#/core/backend/report.ts";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { OpenBackend } from "#/engine/backend.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import type { FormName } from "#/engine/compiled/pipelines.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { assert } from "#/engine/testing/check.ts";
import { compileChecks } from "#/engine/testing/compileChecks.ts";
import { conformanceChecks, type ConformanceCheck } from "#/engine/testing/conformance.ts";
import { feedChecks } from "#/engine/testing/feedChecks.ts";
import { goldenChecks } from "#/engine/testing/goldenChecks.ts";
import { productChecks } from "#/engine/testing/productChecks.ts";
import { type CheckOutcome, runChecks } from "#/engine/testing/outcome.ts";
import { useForm } from "#/engine/testing/useForm.ts";
import { denseModel, freshState, resolved, testBatch } from "#/engine/testing/models.ts";

/** The compiled engine has two forms, whatever the adapter would be given. */
export type TestedEngine = "reference" | FormName;

export interface ConformanceRequest {
  readonly backend: BackendName;
  /** One device for all of them: what tfjs compiles, it compiles once. */
  readonly engines: readonly TestedEngine[];
  readonly wasmUrl: string;
}

export interface ConformanceOutcome {
  readonly report: BackendReport;
  readonly checks: readonly CheckOutcome[];
}

addEventListener("message", (event: MessageEvent<ConformanceRequest>) => {
  // What is thrown outside of a check is the page's error event.
  void answer(event.data).then((outcome) => {
    postMessage(outcome);
  }, reportError);
});

async function answer(request: ConformanceRequest): Promise<ConformanceOutcome> {
  const { backend, engines, wasmUrl } = request;
  using open = await openBrowserBackend({ asked: backend, gone: [] }, wasmUrl);
  const checks = engines.flatMap(checksOf);
  return {
    report: open.report,
    checks: await runChecks([...checks, lossCheck(open, wasmUrl)]),
  };
}

function checksOf(tested: TestedEngine): readonly ConformanceCheck[] {
  const engine = tested === "reference" ? "reference" : "compiled";
  const checks = [
    ...goldenChecks(engine),
    ...(tested === "reference" ? [] : productChecks),
    // The two forms differ in their products alone.
    ...(tested === "plain" ? [] : conformanceChecks("covering", engine)),
    ...(tested === "tiled" ? [...feedChecks, ...compileChecks] : []),
  ];
  return checks.map(({ name, run }) => ({
    name: `${tested}: ${name}`,
    run() {
      if (tested !== "reference") useForm(tested);
      return run();
    },
  }));
}

/** The last check: there is no device afterwards. */
function lossCheck(open: OpenBackend, wasmUrl: string): ConformanceCheck {
  return {
    name: "goes on elsewhere when its device is lost",
    async run() {
      const { backend } = open.report;
      const hasDevice = backend === "webgpu" || backend === "webgl";
      const vae = resolved(denseModel, [4, 4, 1]);
      const batch = testBatch(vae, 4, 1);
      const settings = { beta: 1, freeBits: 0, learningRate: 0.01, clip: 0 };
      const { objective, optimizer } = firstConfig;
      const model = { resolved: vae, objective, optimizer, batch: batch.count };
      using engine = await createEngine({ ...model, state: freshState(vae, 1) });
      engine.step(batch, settings);
      const saved = await engine.exportState();
      assert(open.simulate("device-lost") === hasDevice, "only a GPU can be lost");
      if (!hasDevice) return;
      await open.failed;
      using next = await openBrowserBackend(
        { asked: null, gone: [{ backend, reason: "device-lost" }] },
        wasmUrl,
      );
      assert(next.report.backend !== backend, "another backend takes over");
      using successor = await createEngine({ ...model, state: saved });
      successor.step(batch, settings);
      const [terms] = await successor.readTerms();
      assert(Number.isFinite(terms?.loss.total), "it trains on");
    },
  };
}
