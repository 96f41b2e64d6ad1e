/** μ moved and σ scaled by hand, ε held. Says while a slider is held. */
import { useEffect, useEffectEvent, useState, type ReactElement } from "react";
import type { Change } from "#/features/lessons/widgets/epsilonCodes.ts";
import styles from "#/features/lessons/widgets/Widget.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Slider } from "#/ui/Slider.tsx";

interface EpsilonMoversProps {
  readonly change: Change;
  readonly onChange: (change: Change) => void;
  readonly onHold: (holds: boolean) => void;
}

/** One entry of a pair replaced. */
const withEntry = (values: readonly number[], j: number, value: number): readonly number[] =>
  values.map((old, k) => (k === j ? value : old));

export function EpsilonMovers(props: EpsilonMoversProps): ReactElement {
  const { change, onChange, onHold } = props;
  const t = useText();
  const format = useNumberFormat();
  const [holds, setHolds] = useState(false);
  const release = useEffectEvent(() => {
    setHolds(false);
    onHold(false);
  });
  // A hand lets go anywhere on the page.
  useEffect(() => {
    if (!holds) return undefined;
    const letGo = (): void => {
      release();
    };
    window.addEventListener("pointerup", letGo);
    window.addEventListener("pointercancel", letGo);
    return () => {
      window.removeEventListener("pointerup", letGo);
      window.removeEventListener("pointercancel", letGo);
    };
  }, [holds]);
  return (
    <div
      className={styles["sliders"]}
      onPointerDown={() => {
        setHolds(true);
        onHold(true);
      }}
    >
      {change.shift.map((shift, j) => (
        <Slider
          key={`shift ${String(j)}`}
          label={t("lessons.widgets.epsilon.shiftMean", { index: j + 1 })}
          min={-1.5}
          max={1.5}
          step={0.05}
          value={shift}
          valueText={format(shift, 2)}
          onChange={(value) => {
            onChange({ ...change, shift: withEntry(change.shift, j, value) });
          }}
        />
      ))}
      {change.scale.map((scale, j) => (
        <Slider
          key={`scale ${String(j)}`}
          label={t("lessons.widgets.epsilon.scaleSigma", { index: j + 1 })}
          min={0}
          max={4}
          step={0.05}
          value={scale}
          valueText={`× ${format(scale, 2)}`}
          onChange={(value) => {
            onChange({ ...change, scale: withEntry(change.scale, j, value) });
          }}
        />
      ))}
    </div>
  );
}
