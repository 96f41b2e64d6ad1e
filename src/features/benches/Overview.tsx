/** All benches as cards: where the sigmoid sits, twelve mistakes, and one thing that only looks like one. */
import type { ReactElement } from "react";
import { mistakeIds, type Mistake, type MistakeId } from "#/core/bench/mistake.ts";
import { mistakeText } from "#/features/benches/mistake/mistakeText.ts";
import styles from "#/features/benches/Overview.module.css";
import { useBenchRecords } from "#/features/benches/records.ts";
import { sigmoidTopic } from "#/features/benches/topic.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useBringBack, useLearntBook } from "#/state/learnt/context.tsx";
import type { LearntBench } from "#/state/learnt/learnt.ts";
import { Icon } from "#/ui/Icon.tsx";
import { StartOver } from "#/ui/StartOver.tsx";

interface OverviewProps {
  readonly mistakes: Readonly<Record<MistakeId, Mistake>>;
  /** A topic that leads nowhere; null for none. */
  readonly unknown: string | null;
  readonly onOpen: (topic: string) => void;
}

export function Overview({ mistakes, unknown, onOpen }: OverviewProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const recordOf = useBenchRecords();
  const { forgetBenches } = useLearntBook();
  const undo = useBringBack("benches");
  return (
    <>
      {unknown !== null && (
        <p className={styles["unknown"]} role="status">
          {t("benches.overview.unknown", { topic: unknown })}
        </p>
      )}
      <p className={styles["lead"]}>{t("benches.overview.lead")}</p>
      <StartOver
        able={mistakeIds.some((id) => stateOf(recordOf(id), mistakes[id]) !== null)}
        label={t("benches.overview.over")}
        forgotten={t("benches.overview.forgotten")}
        bringBack={t("benches.overview.bringBack")}
        onForget={forgetBenches}
        undo={undo}
      />
      <ul className={styles["cards"]}>
        <li className={styles["wide"]}>
          <Card
            title={t("benches.sigmoid.title")}
            line={t("benches.sigmoid.line")}
            time={t("benches.sigmoid.time")}
            said={null}
            onOpen={() => {
              onOpen(sigmoidTopic);
            }}
          />
        </li>
        {mistakeIds.map((id) => (
          <li key={id}>
            <Card
              title={mistakeText(t, id, "title")}
              line={mistakeText(t, id, "question")}
              time={t("benches.overview.time", { steps: format(mistakes[id].steps) })}
              said={stateOf(recordOf(id), mistakes[id])}
              onOpen={() => {
                onOpen(id);
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

type Said = "guessed" | "right" | "wrong" | "seen" | null;

/** What somebody did there so far. */
function stateOf({ guess, verdict, shown }: LearntBench, { options }: Mistake): Said {
  if (guess === null) return verdict !== null && shown ? "seen" : null;
  if (verdict === null) return "guessed";
  return guess === options.right ? "right" : "wrong";
}

interface CardProps {
  readonly title: string;
  readonly line: string;
  readonly time: string;
  readonly said: Said;
  readonly onOpen: () => void;
}

function Card({ title, line, time, said, onOpen }: CardProps): ReactElement {
  const t = useText();
  return (
    <button type="button" className={styles["card"]} data-said={said} onClick={onOpen}>
      <span className={styles["title"]}>{title}</span>
      <span className={styles["line"]}>{line}</span>
      <span className={styles["foot"]}>
        <span>{time}</span>
        {said !== null && (
          <span className={styles["said"]}>
            {said !== "guessed" && <Icon name="check" />}
            {t(`benches.overview.said.${said}`)}
          </span>
        )}
      </span>
    </button>
  );
}
