/** What is to be seen on a lane and why, from its own numbers as they are now. */
import type { ReactElement } from "react";
import { type LaneFinding, natsApart } from "#/features/benches/sigmoid/findings.ts";
import { findingText } from "#/features/benches/sigmoid/findingText.ts";
import styles from "#/features/benches/sigmoid/SigmoidLane.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { Lane } from "#/state/lanes/types.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

interface LaneSentenceProps {
  readonly lane: Lane;
  readonly first: Lane | null;
  /** Null while nothing has been asked of the lane yet. */
  readonly finding: LaneFinding | null;
}

/** ms between two readings of the curves. */
const pace = 1000;

export function LaneSentence({ lane, first, finding }: LaneSentenceProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  usePacedTime(lane.app.metrics, pace);
  const { current } = lane.app.metrics;
  if (finding === null)
    return <p className={styles["said"]}>{t("benches.sigmoid.said.nothing")}</p>;
  const apart = first === null ? null : natsApart(first.app.metrics.current, current);
  const sentences = findingText(t, format, finding);
  if (apart !== null) {
    const values = { nats: format(apart.nats, 2), step: format(apart.step) };
    sentences.push(t("benches.sigmoid.said.apart", values));
  } else if (current.length > 0 && first === null) {
    const nats = format(current.total[current.length - 1] ?? Number.NaN, 1);
    const step = format(current.steps[current.length - 1] ?? 0);
    sentences.push(t("benches.sigmoid.said.first", { nats, step }));
  }
  return <p className={styles["said"]}>{sentences.join(t("benches.space"))}</p>;
}
