/** What can be wrong with a piece of a link. It is left out; the rest of the link holds. */
import { presetIds } from "#/core/experiment/config.ts";
import { fieldPaths } from "#/core/experiment/fields.ts";
import type { QueryPair } from "#/core/experiment/query.ts";
import type { Fault } from "#/core/fault.ts";

export function urlFault(pair: QueryPair, allowed?: string): Fault {
  const parts = `${pair.key}=${pair.value ?? ""}`;
  return {
    code: "url-invalid",
    message: `The link says ${parts}, which cannot be read.`,
    hint:
      allowed === undefined
        ? "It was left out; the rest of the link holds."
        : `Allowed: ${allowed}.`,
    values: { parts },
  };
}

export function unknownKey(key: string): Fault {
  return {
    code: "unknown-field",
    message: `There is no field "${key}".`,
    hint: `The fields are ${fieldPaths.join(", ")}; the presets are ${presetIds.join(", ")}.`,
    values: { field: key },
  };
}

/** One of a few words; null, and a problem, for any other. */
export function readChoice<T extends string>(
  options: readonly T[],
  pair: QueryPair,
  problems: Fault[],
): T | null {
  const option = options.find((o) => o === pair.value);
  if (option !== undefined) return option;
  problems.push(urlFault(pair, options.join(", ")));
  return null;
}
