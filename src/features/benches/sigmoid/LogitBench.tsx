/**
 * Why the place of the sigmoid matters to a computer: loss and gradient of one pixel against the
 * logit, in single precision operation by operation, in three ways of writing the same formula.
 */
import { useMemo, useState, type ReactElement } from "react";
import { LogitPlot } from "#/charts/LogitPlot.tsx";
import {
  logitForms,
  logitStudy,
  type LogitForm,
  type LogitStudy,
} from "#/core/objective/logitStudy.ts";
import { breakSentences } from "#/features/benches/sigmoid/breakText.ts";
import styles from "#/features/benches/sigmoid/LogitBench.module.css";
import { LogitTable } from "#/features/benches/sigmoid/LogitTable.tsx";
import { logitFigure } from "#/features/benches/sigmoid/logitFigure.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { laneStyle, type LaneStyle } from "#/ui/laneStyles.ts";
import { Slider } from "#/ui/Slider.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";

const reach = 40;
/** Logits a unit: the curves bend within one. */
const perUnit = 10;
const logits = Float32Array.from(
  { length: 2 * reach * perUnit + 1 },
  (_, i) => i / perUnit - reach,
);

/** As the lanes above: A and B are written the first way, C the last; nobody trains the second. */
const formLooks: Readonly<Record<LogitForm, LaneStyle>> = {
  "output-added": laneStyle(0),
  "output-grouped": laneStyle(3),
  stable: laneStyle(2),
};

const x = [-reach, reach] as const;
const lossRange = [0, 45] as const;
const gradientRange = [-1.2, 1.2] as const;

type Studies = Readonly<Record<LogitForm, LogitStudy>>;

function studiesOf(target: number, at: Float32Array): Studies {
  return {
    "output-added": logitStudy("output-added", target, at),
    "output-grouped": logitStudy("output-grouped", target, at),
    stable: logitStudy("stable", target, at),
  };
}

export interface LogitBenchProps {
  /** Told where the reader looks. */
  readonly onLook?: (logit: number, target: number) => void;
}

export function LogitBench({ onLook }: LogitBenchProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const [target, setTarget] = useState(1);
  const [cursor, setCursor] = useState(18);
  const [view, setView] = useState<"chart" | "table">("chart");
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const studies = useMemo(() => studiesOf(target, logits), [target]);
  const here = useMemo(() => studiesOf(target, Float32Array.of(cursor)), [target, cursor]);

  const linesOf = (what: keyof LogitStudy) =>
    logitForms.map((id) => ({ id, values: studies[id][what], ...formLooks[id] }));
  const read = logitForms.map((form) => ({
    form,
    loss: logitFigure(format, here[form].loss[0] ?? Number.NaN),
    gradient: logitFigure(format, here[form].gradient[0] ?? Number.NaN),
  }));
  const valueText = [
    t("benches.logit.at", { l: format(cursor, 1), x: format(target, 2) }),
    ...read.map(({ form, loss, gradient }) =>
      t("benches.logit.read", { form: t(`benches.logit.form.${form}`), loss, gradient }),
    ),
  ].join(" ");

  return (
    <div className={styles["bench"]}>
      <p className={styles["words"]}>{t("benches.logit.intro")}</p>
      <div className={styles["controls"]}>
        <Slider
          label={t("benches.logit.target")}
          value={target}
          min={0}
          max={1}
          step={0.05}
          valueText={format(target, 2)}
          onChange={(value) => {
            // Multiples of 0.05, so that 0 and 1 are exact.
            const next = Math.round(value * 20) / 20;
            setTarget(next);
            onLook?.(cursor, next);
          }}
        />
        <ToggleGroup
          label={t("benches.view.label")}
          value={view}
          options={[
            { value: "chart", label: t("benches.view.chart") },
            { value: "table", label: t("benches.view.table"), icon: "table" },
          ]}
          onChange={setView}
        />
      </div>
      <div ref={ref} />
      {view === "table" ? (
        <LogitTable target={target} />
      ) : (
        <LogitPlot
          logits={logits}
          x={x}
          loss={{ title: t("benches.logit.loss"), lines: linesOf("loss"), y: lossRange }}
          gradient={{
            title: t("benches.logit.gradient"),
            lines: linesOf("gradient"),
            y: gradientRange,
          }}
          width={width}
          cursor={cursor}
          onCursor={(next) => {
            setCursor(next);
            onLook?.(next, target);
          }}
          label={t("benches.logit.cursor")}
          valueText={valueText}
          formatX={(value) => format(value)}
          formatY={(value) => format(value)}
          describeBroken={(what, from, to) =>
            from > 0
              ? t("benches.logit.brokenFrom", { what, l: format(from, 1) })
              : t("benches.logit.brokenTo", { what, l: format(to, 1) })
          }
        />
      )}
      <table className={styles["readout"]}>
        <caption>{t("benches.logit.at", { l: format(cursor, 1), x: format(target, 2) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("benches.logit.written")}</th>
            <th scope="col">{t("benches.logit.lossShort")}</th>
            <th scope="col">{t("benches.logit.gradientShort")}</th>
          </tr>
        </thead>
        <tbody>
          {read.map(({ form, loss, gradient }) => (
            <tr key={form}>
              <th scope="row">
                <svg width="28" height="8" aria-hidden="true">
                  <line
                    x1="0"
                    x2="28"
                    y1="4"
                    y2="4"
                    strokeWidth="2"
                    stroke={formLooks[form].color}
                    strokeDasharray={formLooks[form].dash}
                  />
                </svg>
                {t(`benches.logit.form.${form}`)}
              </th>
              <td>{loss}</td>
              <td>{gradient}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles["said"]}>
        {breakSentences(t, format, target).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
