/** The backend report as lines of `name: value`, for bug reports: English identifiers, whatever the page speaks. */
import type { BackendReport } from "#/core/backend/report.ts";
import type { AppState } from "#/state/types.ts";

export function reportText(
  report: BackendReport,
  state: Pick<AppState, "progress" | "workerRestarts" | "dataset" | "phase">,
  address: string,
  userAgent: string,
): string {
  const lines: readonly (readonly [string, string | number | boolean])[] = [
    ["backend", report.backend],
    ["engine", report.engine],
    ["reason", report.reason],
    ...report.passedOver.map((other) => [`not ${other.backend}`, other.reason] as const),
    ["adapter", report.adapter === "" ? "none" : report.adapter],
    ["software", report.software],
    ["crossOriginIsolated", report.crossOriginIsolated],
    ["workerRestarts", state.workerRestarts],
    ["phase", state.phase],
    ["step", state.progress?.step ?? 0],
    ["msPerStep", (state.progress?.msPerStep ?? 0).toFixed(2)],
    ["failedFiles", state.dataset?.failed.join(" ") ?? ""],
    ["address", address],
    ["browser", userAgent],
  ];
  return lines.map(([name, value]) => `${name}: ${String(value)}`).join("\n");
}
