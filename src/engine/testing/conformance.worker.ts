/** Runs the conformance checks on one backend of a real browser; reports to whoever asked. */
import type { BackendName, BackendReport } from "#/core/backend/report.ts";
import { openBrowserBackend } from "#/engine/backends/browser.ts";
import { conformanceChecks } from "#/engine/testing/conformance.ts";

export interface ConformanceRequest {
  readonly backend: BackendName;
  readonly wasmUrl: string;
}

export interface ConformanceOutcome {
  readonly report: BackendReport;
  readonly checks: readonly { readonly name: string; readonly error: string | null }[];
}

addEventListener("message", (event: MessageEvent<ConformanceRequest>) => {
  void answer(event.data).then((outcome) => {
    postMessage(outcome);
  });
});

async function answer({ backend, wasmUrl }: ConformanceRequest): Promise<ConformanceOutcome> {
  using open = await openBrowserBackend({ asked: backend, gone: [] }, wasmUrl);
  const checks: { name: string; error: string | null }[] = [];
  for (const { name, run } of conformanceChecks) {
    const error = await run().then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason.message : "not an error"),
    );
    checks.push({ name, error });
  }
  return { report: open.report, checks };
}
