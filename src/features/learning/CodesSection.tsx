/**
 * The aggregate posterior against the prior: each dimension's mean ± s.d. drawn over 0 ± 1, and the
 * same in a table with the KL of each dimension.
 */
import type { ReactElement } from "react";
import type { Evaluation } from "#/core/training/terms.ts";
import styles from "#/features/learning/CodesSection.module.css";
import heights from "#/features/learning/tableHeights.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { FigureTable } from "#/ui/FigureTable.tsx";

const HEIGHT = 72;
/** Least range of the drawing, in s.d. of the prior. */
const RANGE = 2.5;

interface Code {
  readonly mean: number;
  readonly spread: number;
  readonly kl: number;
}

export function CodesSection({ figures }: { readonly figures: Evaluation }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { mean, variance } = figures.aggregatePosterior;
  const codes = Array.from(figures.klPerDimension, (kl, j) => ({
    mean: mean[j] ?? Number.NaN,
    spread: Math.sqrt(variance[j] ?? Number.NaN),
    kl,
  }));
  const average = codes.reduce((sum, { spread }) => sum + spread, 0) / codes.length;
  return (
    <details className={styles["codes"]}>
      <summary title={t("learning.evaluation.dimensions.help")}>
        {t("learning.evaluation.dimensions.title")}
        <span>{t("learning.evaluation.dimensions.average", { spread: number(average, 2) })}</span>
      </summary>
      <Drawing codes={codes} />
      <FigureTable
        name={t("learning.evaluation.dimensions.title")}
        className={heights["short"]}
        heads={[
          t("learning.evaluation.dimensions.dimension"),
          t("learning.evaluation.dimensions.mean"),
          t("learning.evaluation.dimensions.spread"),
          t("learning.evaluation.dimensions.kl"),
        ]}
        rows={codes.map((code, j) => [
          number(j + 1),
          number(code.mean, 2),
          number(code.spread, 2),
          number(code.kl, 2),
        ])}
      />
    </details>
  );
}

/** One column a dimension, the same width for all; the band is the prior's 0 ± 1. */
function Drawing({ codes }: { readonly codes: readonly Code[] }): ReactElement {
  const t = useText();
  const reach = codes.reduce(
    (most, { mean, spread }) => Math.max(most, Math.abs(mean) + spread),
    RANGE,
  );
  const y = (value: number): number => HEIGHT / 2 - (value / reach) * (HEIGHT / 2 - 2);
  return (
    <svg
      className={styles["drawing"]}
      viewBox={`0 0 ${String(codes.length)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("learning.evaluation.dimensions.drawing")}
    >
      <rect className={styles["prior"]} x={0} y={y(1)} width={codes.length} height={y(-1) - y(1)} />
      <line className={styles["zero"]} x1={0} x2={codes.length} y1={y(0)} y2={y(0)} />
      {codes.map(({ mean, spread }, j) => (
        <g key={j}>
          <rect
            className={styles["spread"]}
            x={j + 0.2}
            y={y(mean + spread)}
            width={0.6}
            height={Math.max(1, y(mean - spread) - y(mean + spread))}
          />
          <line className={styles["mean"]} x1={j + 0.1} x2={j + 0.9} y1={y(mean)} y2={y(mean)} />
        </g>
      ))}
    </svg>
  );
}
