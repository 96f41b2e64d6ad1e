/** μ, σ, ε and z of the followed image, each shown once its phase has come. */
import type { ReactElement } from "react";
import { isReached, type Phase } from "#/features/slow/phases.ts";
import styles from "#/features/slow/SlowMotion.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { NextStep } from "#/state/partTypes.ts";

interface SlowCodesProps {
  readonly step: NextStep;
  readonly image: number;
  readonly phase: Phase;
}

/** Rows shown of a long code. */
const most = 6;

export function SlowCodes({ step, image, phase }: SlowCodesProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const latent = step.mean.length / step.count;
  const rows = Array.from({ length: Math.min(latent, most) }, (_, j) => image * latent + j);
  const columns = [
    { symbol: "μ", at: "posterior", read: (i: number) => format(step.mean[i] ?? 0, 2) },
    {
      symbol: "σ",
      at: "posterior",
      read: (i: number) => format(Math.exp((step.logVariance[i] ?? 0) / 2), 3),
    },
    { symbol: "ε", at: "noise", read: (i: number) => format(step.epsilon[i] ?? 0, 2) },
    { symbol: "z", at: "latent", read: (i: number) => format(step.z[i] ?? 0, 2) },
  ] as const;
  return (
    <>
      <table className={styles["codes"]}>
        <thead>
          <tr>
            <th scope="col">{t("lessons.slow.dimension")}</th>
            {columns.map(({ symbol, at }) => (
              <th key={symbol} scope="col" data-running={at === phase}>
                {symbol}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((i, j) => (
            <tr key={j}>
              <th scope="row">{j + 1}</th>
              {columns.map(({ symbol, at, read }) => (
                <td key={symbol} data-running={at === phase}>
                  {isReached(at, phase) ? read(i) : "·"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {latent > most && (
        <span className={styles["more"]}>{t("lessons.slow.more", { count: latent - most })}</span>
      )}
    </>
  );
}
