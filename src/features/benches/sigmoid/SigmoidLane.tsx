/**
 * One lane of the sigmoid bench: the same images and the same z for all of them, drawn as somebody
 * chooses to draw what the network gives, what it gives as a histogram, and what is to be seen there.
 */
import { useMemo, type ReactElement } from "react";
import type { Display } from "#/core/objective/spec.ts";
import { displays } from "#/core/objective/spec.ts";
import { LaneHead } from "#/features/benches/parts/LaneHead.tsx";
import { TileSheet } from "#/features/benches/parts/TileSheet.tsx";
import { useOutputs } from "#/features/benches/parts/useOutputs.ts";
import { findingOf } from "#/features/benches/sigmoid/findings.ts";
import { LaneSentence } from "#/features/benches/sigmoid/LaneSentence.tsx";
import { RawHistogram } from "#/features/benches/sigmoid/RawHistogram.tsx";
import { show, showIn } from "#/features/benches/sigmoid/shown.ts";
import styles from "#/features/benches/sigmoid/SigmoidLane.module.css";
import { choiceText } from "#/i18n/valueText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { laneLetters, type Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { Select } from "#/ui/Select.tsx";

const selectObjective = (state: AppState) => state.built.objective;
const selectShape = (state: AppState) => state.dataset?.shape;
const selectFault = (state: AppState) => state.fault;

const usualShape = [28, 28, 1] as const;

/** Whole rows of these are shown. */
const wanted = { train: 72, test: 200, samples: 64, seed: 0 } as const;
const pairRows = 6;
const sampleRows = 4;

export interface SigmoidLaneProps {
  readonly lane: Lane;
  /** Whose figures it is compared with; null for the first. */
  readonly first: Lane | null;
  readonly display: Display;
  readonly onDisplay: (display: Display) => void;
}

export function SigmoidLane({ lane, first, display, onDisplay }: SigmoidLaneProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const objective = useAppState(selectObjective);
  const shape = useAppState(selectShape) ?? usualShape;
  const broken = useAppState(selectFault);
  const { value, fault } = useOutputs(lane, wanted);
  const drawn = useMemo(() => {
    if (value === null) return null;
    const { train, test, samples } = value;
    const pairs = show(objective, display, train.outputs, train.originals);
    const made = showIn(objective, display, samples, pairs.figure);
    const tested = showIn(objective, display, test.outputs, pairs.figure);
    return {
      pairs: [pairs.pictures, pairs.originals],
      samples: [made],
      figure: pairs.figure,
      finding: findingOf(objective, display, test.outputs, tested),
    };
  }, [value, objective, display]);
  const place = objective.sigmoid;
  const scale = drawn?.figure ?? null;
  return (
    <section
      className={styles["lane"]}
      aria-label={t("benches.lane", { letter: lane.letter })}
      data-testid={`lane-${String(laneLetters.indexOf(lane.letter))}`}
    >
      <LaneHead
        letter={lane.letter}
        name={t(`benches.sigmoid.place.${place}`)}
        detail={t(`benches.sigmoid.formula.${place}`)}
      />
      {[broken, fault].map(
        (told, i) => told !== null && <FaultNote key={i === 0 ? "run" : "ask"} fault={told} />,
      )}
      <Select
        label={t("benches.sigmoid.display")}
        value={display}
        options={displays.map((option) => ({
          value: option,
          label: t("benches.sigmoid.drawn", {
            how: choiceText(t, "objective.display", option),
          }),
        }))}
        onChange={onDisplay}
      />
      <figure className={styles["figure"]}>
        <figcaption>{t("benches.sigmoid.pairs")}</figcaption>
        <TileSheet
          label={t("benches.sigmoid.pairsLabel", { letter: lane.letter })}
          pictures={drawn?.pairs ?? null}
          group={2}
          count={wanted.train}
          rows={pairRows}
          shape={shape}
          invert={false}
        />
      </figure>
      <figure className={styles["figure"]}>
        <figcaption>{t("benches.sigmoid.samples")}</figcaption>
        <TileSheet
          label={t("benches.sigmoid.samplesLabel", { letter: lane.letter })}
          pictures={drawn?.samples ?? null}
          group={1}
          count={wanted.samples}
          rows={sampleRows}
          shape={shape}
          invert={false}
        />
      </figure>
      <p className={styles["scale"]}>
        {scale === null
          ? t("benches.sigmoid.scaleOwn")
          : t("common.ownRange", { low: format(scale.low, 1), high: format(scale.high, 1) })}
      </p>
      <RawHistogram
        letter={lane.letter}
        outputs={value?.test.outputs ?? null}
        gives={drawn?.finding.gives ?? null}
      />
      <LaneSentence lane={lane} first={first} finding={drawn?.finding ?? null} />
    </section>
  );
}
