/** The numbers at the hovered step, or the newest: total, reconstruction, KL, train and test. */
import type { ReactElement } from "react";
import styles from "#/features/learning/CurveReadout.module.css";
import { natsText } from "#/features/learning/figureText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { MetricsView } from "#/state/partTypes.ts";

interface CurveReadoutProps {
  readonly view: MetricsView;
  readonly index: number;
  readonly hovering: boolean;
}

export function CurveReadout({ view, index, hovering }: CurveReadoutProps): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const step = view.steps[index];
  const reconstruction = view.reconstruction[index];
  const kl = view.kl[index];
  const total = view.total[index];
  const test = step === undefined ? undefined : testAt(view, step);
  const nats = (value: number | undefined): string =>
    value === undefined ? "–" : natsText(number, value, 1);
  return (
    <table className={styles["readout"]}>
      <thead>
        <tr>
          <td>
            {hovering && step !== undefined ? t("learning.readout", { step: number(step) }) : ""}
          </td>
          <th scope="col">{t("learning.total")}</th>
          <th scope="col" data-term="reconstruction">
            {t("learning.reconstruction")}
          </th>
          <th scope="col" data-term="kl">
            {t("learning.kl")}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr data-weight="test">
          <th scope="row">{t("learning.test")}</th>
          <td>{nats(test?.total)}</td>
          <td data-term="reconstruction">{nats(test?.reconstruction)}</td>
          <td data-term="kl">{nats(test?.kl)}</td>
        </tr>
        <tr data-weight="train">
          <th scope="row">{t("learning.train")}</th>
          <td>{nats(total)}</td>
          <td data-term="reconstruction">{nats(reconstruction)}</td>
          <td data-term="kl">{nats(kl)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The last test figures at or before a step. */
function testAt(view: MetricsView, step: number): MetricsView["test"][number] | undefined {
  return view.test.findLast((point) => point.step <= step);
}
