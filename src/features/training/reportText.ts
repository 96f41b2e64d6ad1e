/** The backend report as lines of `name: value`, for bug reports: English identifiers, whatever the page speaks. */
import type { BackendReport } from "#/core/backend/report.ts";
import type { AppState } from "#/state/types.ts";

type Line = readonly [name: string, value: string | number | boolean];

export function reportText(
  report: BackendReport,
  state: Pick<AppState, "progress" | "engine" | "workerRestarts" | "dataset" | "phase">,
  address: string,
  userAgent: string,
): string {
  const lines: readonly Line[] = [
    ["backend", report.backend],
    ["reason", report.reason],
    ...report.passedOver.map((other) => [`not ${other.backend}`, other.reason] as const),
    ...engineLines(state),
    ["adapter", report.adapter === "" ? "none" : report.adapter],
    ["software", report.software],
    ["crossOriginIsolated", report.crossOriginIsolated],
    ["workerRestarts", state.workerRestarts],
    ["phase", state.phase],
    ["step", state.progress?.step ?? 0],
    ["msPerStep", (state.progress?.msPerStep ?? 0).toFixed(2)],
    ["jsMsPerStep", (state.progress?.jsMsPerStep ?? 0).toFixed(2)],
    ["dispatchesPerStep", state.progress?.dispatchesPerStep ?? "not counted"],
    ["failedFiles", state.dataset?.failed.join(" ") ?? ""],
    ["address", address],
    ["browser", userAgent],
  ];
  return lines.map(([name, value]) => `${name}: ${String(value)}`).join("\n");
}

function engineLines({ engine }: Pick<AppState, "engine">): readonly Line[] {
  if (engine === null) return [];
  const { kind, reason, words } = engine;
  const said: readonly Line[] = words === "" ? [] : [["compiler", words.replaceAll("\n", " ")]];
  return [["engine", kind], ["engineReason", reason], ...said];
}
