/** Checks run one after another, and what came of each. */
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";

export interface CheckOutcome {
  readonly name: string;
  /** Null where it passed. */
  readonly error: string | null;
  readonly milliseconds: number;
}

export async function runChecks(
  checks: readonly ConformanceCheck[],
): Promise<readonly CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const { name, run } of checks) {
    const start = performance.now();
    const error = await run().then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason.message : "not an error"),
    );
    outcomes.push({ name, error, milliseconds: performance.now() - start });
  }
  return outcomes;
}
