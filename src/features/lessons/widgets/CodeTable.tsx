/** μ, σ, ε and z of one image, a row a dimension. */
import type { ReactElement } from "react";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";

/** One dimension. z = μ + σε. */
export interface Code {
  readonly mean: number;
  readonly sigma: number;
  readonly noise: number;
  readonly z: number;
}

export function CodeTable({ codes }: { readonly codes: readonly Code[] }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  return (
    <table className={styles["codes"]}>
      <thead>
        <tr>
          <th scope="col">{t("lessons.widgets.epsilon.dimension")}</th>
          {["μ", "σ", "ε", "z"].map((symbol) => (
            <th key={symbol} scope="col">
              {symbol}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {codes.map(({ mean, sigma, noise, z }, j) => (
          <tr key={j}>
            <th scope="row">{j + 1}</th>
            <td>{format(mean, 2)}</td>
            <td>{format(sigma, 3)}</td>
            <td data-drawn="true">{format(noise, 2)}</td>
            <td data-drawn="true">{format(z, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
