/** A setting's course over the planned steps, drawn before it runs; the run's step is marked on it. */
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import type { TextKey } from "#/i18n/keys.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { curvePath, sampleCurve, toBox } from "#/features/setup/curve/scheduleCurve.ts";
import { plannedSteps, useDraftDataset } from "#/features/setup/draft.ts";
import styles from "./ScheduleCurve.module.css";

const box = { width: 264, height: 44 };

const selectDraft = (state: AppState) => state.draft;
const selectStep = (state: AppState) => state.progress?.step ?? 0;

export interface ScheduleCurveProps {
  readonly label: TextKey;
  readonly valueAt: (step: number) => number;
  /** Stairs instead of slopes. */
  readonly jumps?: boolean;
  /** The accent of β's term; ink without. */
  readonly term?: "kl";
  /** Steps its shape needs; said where the run ends before. */
  readonly needs: number;
}

export function ScheduleCurve({ label, valueAt, jumps = false, term, needs }: ScheduleCurveProps) {
  const t = useText();
  const format = useNumberFormat();
  const draft = useAppState(selectDraft);
  const step = useAppState(selectStep);
  const entry = useDraftDataset();
  if (entry === null) return null;
  const steps = plannedSteps(draft, entry.counts.train);
  const curve = sampleCurve(valueAt, steps, needs);
  const place = toBox(curve, box);
  const show = (value: number): string => format(Number(value.toPrecision(3)));
  const [first = [0, 0], last = [0, 0]] = [curve.points[0], curve.points.at(-1)];
  const now = step > 0 ? Math.min(step, steps) - 1 : null;
  const words = [
    t("setup.objective.curve.text", {
      label: t(label),
      first: show(first[1]),
      last: show(last[1]),
      steps: format(steps),
      most: show(curve.greatest),
    }),
    ...(now === null
      ? []
      : [t("setup.objective.curve.now", { value: show(valueAt(now)), step: format(step) })]),
  ].join(" ");
  const [x, y] = now === null ? [0, 0] : place(now, valueAt(now));
  return (
    <figure className={styles["curve"]} data-term={term}>
      <svg
        viewBox={`-4 -4 ${String(box.width + 8)} ${String(box.height + 8)}`}
        role="img"
        aria-label={words}
      >
        <path className={styles["floor"]} d={`M0 ${String(place(0, 0)[1])}H${String(box.width)}`} />
        {now !== null && (
          <path className={styles["now"]} d={`M${x.toFixed(1)} 0V${String(box.height)}`} />
        )}
        <path className={styles["line"]} d={curvePath(curve, box, jumps)} />
        {now !== null && <circle className={styles["dot"]} cx={x} cy={y} r={3} />}
      </svg>
      <figcaption>
        <span>
          {now === null ? show(curve.greatest) : `${show(valueAt(now))} / ${show(curve.greatest)}`}
        </span>
        <span>{t("setup.objective.curve.steps", { steps: format(steps) })}</span>
      </figcaption>
      {needs > steps && (
        <p className={styles["beyond"]}>
          {t("setup.objective.curve.beyond", { steps: format(steps) })}
        </p>
      )}
    </figure>
  );
}
