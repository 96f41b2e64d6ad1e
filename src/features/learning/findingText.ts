/** A finding in words: what the numbers say, why, and what mends it. Pure. */
import type { Finding } from "#/core/diagnosis/findings.ts";
import { factorText } from "#/features/learning/figureText.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

export interface FindingText {
  readonly what: string;
  readonly why: string;
  readonly cure: string;
}

/** Digits after the point; counts have none, nats one. */
const decimals: Readonly<Record<string, number>> = {
  active: 0,
  latent: 0,
  silent: 0,
  step: 0,
};

function valueText(number: NumberFormat, { id }: Finding, name: string, value: number): string {
  if (name === "beta") return factorText(number, value);
  const isPixel = name === "low" || name === "high";
  if (isPixel) return number(value, id === "displayAutoscaled" ? 1 : 2);
  return number(value, decimals[name] ?? 1);
}

export function findingText(t: Translate, number: NumberFormat, finding: Finding): FindingText {
  const { id, cause, cure } = finding;
  const values = Object.fromEntries(
    Object.entries(finding.values).map(([name, value]) => [
      name,
      valueText(number, finding, name, value),
    ]),
  );
  return {
    what: t(`learning.diagnosis.findings.${id}`, values),
    why: cause === null ? "" : t(`learning.diagnosis.causes.${cause}`, values),
    cure: cure === null ? "" : t(`learning.diagnosis.cures.${cure}`),
  };
}
