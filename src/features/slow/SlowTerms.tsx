/** What the followed image costs, and the loss of the batch it belongs to. Nats. */
import type { ReactElement } from "react";
import styles from "#/features/slow/SlowMotion.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { NextStep } from "#/state/partTypes.ts";

interface SlowTermsProps {
  readonly step: NextStep;
  readonly image: number;
  readonly reached: boolean;
}

export function SlowTerms({ step, image, reached }: SlowTermsProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const latent = step.klPerDimension.length / step.count;
  const kl = step.klPerDimension
    .subarray(image * latent, (image + 1) * latent)
    .reduce((sum, nats) => sum + nats, 0);
  const nats = (value: number, decimals: number): string =>
    reached ? t("lessons.slow.nats", { nats: format(value, decimals) }) : "·";
  const loss = step.loss.total;
  return (
    <dl className={styles["terms"]}>
      <div data-term="reconstruction">
        <dt>{t("lessons.slow.reconstruction")}</dt>
        <dd>{nats(step.reconstruction[image] ?? Number.NaN, 1)}</dd>
      </div>
      <div data-term="kl">
        <dt>{t("lessons.slow.kl")}</dt>
        <dd>{nats(kl, 2)}</dd>
      </div>
      <div>
        <dt>{t("lessons.slow.sum")}</dt>
        <dd>{reached ? format(Number(loss.toPrecision(5))) : "·"}</dd>
      </div>
    </dl>
  );
}
