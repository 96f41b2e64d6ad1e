/** The layers of one side, and in the last phase the gradient that reaches each. */
import type { ReactElement } from "react";
import styles from "#/features/slow/SlowMotion.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { LayerGradient } from "#/state/partTypes.ts";

interface SlowLayersProps {
  readonly side: "encoder" | "heads" | "decoder";
  readonly all: readonly LayerGradient[];
  /** Of the longest gradient. */
  readonly longest: number;
  /** Whether the gradient has been reached. */
  readonly shown: boolean;
}

const sides: Readonly<Record<SlowLayersProps["side"], (layer: string) => boolean>> = {
  encoder: (layer) => layer.startsWith("encoder/"),
  heads: (layer) => layer === "mean" || layer === "logVariance",
  decoder: (layer) => layer.startsWith("decoder/") || layer === "output",
};

/** What is written on a layer: its units, or the symbol of a head. */
function nameOf({ layer, units }: LayerGradient): string {
  if (layer === "mean") return "μ";
  if (layer === "logVariance") return "log σ²";
  return units > 0 ? String(units) : layer;
}

export function SlowLayers({ side, all, longest, shown }: SlowLayersProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  return (
    <ol className={styles["layers"]}>
      {all
        .filter(({ layer }) => sides[side](layer))
        .map((entry) => {
          const name = nameOf(entry);
          const norm = format(Number(entry.norm.toPrecision(3)));
          return (
            <li
              key={entry.layer}
              className={styles["layer"]}
              {...(shown ? { title: t("lessons.slow.layer", { name: entry.layer, norm }) } : {})}
            >
              <span>{name}</span>
              {shown && (
                <>
                  <span className={styles["norm"]}>‖∇‖ {norm}</span>
                  <span
                    className={styles["gradient"]}
                    style={{ inlineSize: `${String((100 * entry.norm) / (longest || 1))}%` }}
                  />
                </>
              )}
            </li>
          );
        })}
    </ol>
  );
}
