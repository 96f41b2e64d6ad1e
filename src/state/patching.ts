/** Patches on the way in: parsed, checked against the data set where that is known, and named for undo. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { validateExperiment } from "#/core/experiment/validate.ts";
import type { Fault } from "#/core/fault.ts";
import { type Result, err } from "#/core/result.ts";

export function patched(
  base: ExperimentConfig,
  patch: unknown,
  dataSets: readonly DatasetEntry[],
): Result<ExperimentConfig, Fault> {
  const next = applyPatch(base, patch);
  if (!next.ok) return next;
  const problem = misfit(next.value, dataSets);
  return problem === null ? next : err(problem);
}

/** Why this experiment cannot run on these data sets; null before they are known. */
export function misfit(config: ExperimentConfig, dataSets: readonly DatasetEntry[]): Fault | null {
  if (dataSets.length === 0) return null;
  const entry = dataSets.find(({ id }) => id === config.data.set);
  if (entry === undefined) return unknownSet(config.data.set, dataSets);
  const valid = checked(config, entry);
  return valid.ok ? null : valid.error;
}

function checked(config: ExperimentConfig, { shape, counts, classes }: DatasetEntry) {
  return validateExperiment(config, { shape, train: counts.train, classes });
}

/** Less work than this takes no machine ten minutes, multiply–adds: 3·10⁹ of them a second. */
export const QUICK = 2e12;

/** What a run takes on paper, multiply–adds; 0 as well where nothing is known of it. */
export function workOf(
  config: ExperimentConfig,
  dataSets: readonly DatasetEntry[],
  steps: number,
): number {
  const entry = dataSets.find(({ id }) => id === config.data.set);
  const valid = entry === undefined ? null : checked(config, entry);
  return valid?.ok === true ? valid.value.cost.multiplyAdds * steps : 0;
}

/** Paths a patch names: repeated edits of the same ones are one undo step. */
export function patchKey(patch: unknown): string {
  const paths: string[] = [];
  function visit(value: unknown, path: string): void {
    if (typeof value !== "object" || value === null || Array.isArray(value)) paths.push(path);
    else for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`);
  }
  visit(patch, "");
  return paths.sort().join();
}

function unknownSet(set: string, known: readonly { readonly id: string }[]): Fault {
  const names = known.map(({ id }) => id).join(", ");
  return {
    code: "unknown-data-set",
    message: `There is no data set "${set}" here.`,
    hint: `The data sets are ${names}.`,
    values: { set },
  };
}
