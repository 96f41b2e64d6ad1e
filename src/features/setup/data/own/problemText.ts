/** Sentences for what an import could not do, and for the files it passed over. */
import type { ImportProblem, Skipped } from "#/core/data/ownImages.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

/** Null for what somebody wished: a cancellation. */
export function problemText(
  t: Translate,
  format: NumberFormat,
  { code, values }: ImportProblem,
): string | null {
  if (code === "cancelled") return null;
  return t(`ownImages.problems.${code}`, written(values, format));
}

export function skippedText(t: Translate, format: NumberFormat, skipped: Skipped): string {
  const { reason, values = {} } = skipped;
  return t(`ownImages.skipped.reasons.${reason}`, written(values, format));
}

function written(
  values: Readonly<Record<string, string | number>>,
  format: NumberFormat,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" ? format(value) : value,
    ]),
  );
}
