/**
 * The head of a lane: its letter, what it differs in from lane A, where it stands, and what can be
 * done to it alone.
 */
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { describeDifference } from "#/core/experiment/diff.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { LaneAxes } from "#/features/compare/LaneAxes.tsx";
import styles from "#/features/compare/LaneHead.module.css";
import { laneHeadId } from "#/features/compare/places.ts";
import { LaneStatus } from "#/features/compare/LaneStatus.tsx";
import { useDifference } from "#/features/compare/useDifference.ts";
import { useSigmoidPlace } from "#/features/compare/useSigmoidPlace.ts";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import type { Translate } from "#/i18n/keys.ts";
import { type NumberFormat, useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneGroup } from "#/state/lanes/context.tsx";
import { mostLanes, type Lane, type LaneOrigin } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { LaneMark } from "#/ui/LaneMark.tsx";

const selectRunId = (state: AppState) => state.runId;
const selectPhase = (state: AppState) => state.phase;
const selectPreset = (state: AppState) => state.preset;
const selectConfig = (state: AppState) => state.config;

interface LaneHeadProps {
  readonly index: number;
  readonly lane: Lane;
  /** Opens the experiment of this lane. */
  readonly onEdit: () => void;
}

export function LaneHead({ index, lane, onEdit }: LaneHeadProps): ReactElement {
  const t = useText();
  const group = useLaneGroup();
  const full = useLanes().length >= mostLanes;
  const phase = useStore(lane.app.store, selectPhase);
  const { letter } = lane;
  const runs = phase === "training" || phase === "waiting";
  const unable = phase === "loading" || phase === "failed";
  return (
    <header className={styles["head"]}>
      <h2
        id={laneHeadId(lane)}
        tabIndex={-1}
        className={styles["letter"]}
        aria-label={t("compare.lane", { letter })}
      >
        <LaneMark index={index} letter={letter} size="large" />
      </h2>
      {index === 0 ? <Origin lane={lane} /> : <Difference lane={lane} />}
      <div className={styles["acts"]}>
        <IconButton
          icon={runs ? "pause" : "play"}
          label={t(runs ? "compare.pause" : "compare.resume", { letter })}
          disabled={unable}
          onClick={() => {
            const { train, pause } = lane.app.store.getState();
            void (runs ? pause() : train());
          }}
        />
        <IconButton icon="edit" label={t("compare.edit", { letter })} onClick={onEdit} />
        <IconButton
          icon="copy"
          label={full ? t("compare.full") : t("compare.duplicate", { letter })}
          disabled={full}
          onClick={() => {
            // Why it was refused stands where the lane would.
            group.add({ from: index }).catch(() => undefined);
          }}
        />
        {index > 0 && (
          <IconButton
            icon="close"
            label={t("compare.remove", { letter })}
            onClick={() => {
              void group.remove(index);
            }}
          />
        )}
      </div>
      <div className={styles["state"]}>
        <LaneStatus lane={lane} />
        <LaneAxes index={index} letter={letter} />
      </div>
    </header>
  );
}

/** Lane A: where the others start from. */
function Origin({ lane }: { readonly lane: Lane }): ReactElement {
  const t = useText();
  const id = useStore(lane.app.store, selectPreset);
  const config = useStore(lane.app.store, selectConfig);
  const changed = describeDifference(presetConfig(id), config).length > 0;
  const name = t(`setup.presets.${id}.name`);
  const preset = changed ? `${name} · ${t("compare.changed")}` : name;
  const words = t("compare.from", { preset });
  return <Told lane={lane} words={words} />;
}

/** Any other lane: all of the difference in its tip, as much as two lines hold in sight. */
function Difference({ lane }: { readonly lane: Lane }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const changes = useDifference(lane);
  const runId = useStore(lane.app.store, selectRunId);
  const { goesOnFrom } = lane;
  // Begun anew, it is a lane like any other.
  const onFrom = goesOnFrom?.runId === runId ? [originText(t, format, goesOnFrom)] : [];
  const told = [...onFrom, ...changes];
  const words = told.length === 0 ? t("compare.identical") : told.join(t("compare.separator"));
  return <Told lane={lane} words={words} />;
}

/** Letters go by position: where the sigmoid is in question, its place is the lane's name. */
function Told(props: { readonly lane: Lane; readonly words: string }): ReactElement {
  const t = useText();
  const place = useSigmoidPlace(props.lane);
  const name = place === null ? null : t(`benches.sigmoid.place.${place}`);
  const title = name === null ? props.words : `${name} · ${props.words}`;
  return (
    <p className={styles["difference"]} title={title} data-testid="lane-difference">
      {name !== null && <b className={styles["place"]}>{name}</b>}
      {props.words}
    </p>
  );
}

function originText(t: Translate, format: NumberFormat, { step, isLost }: LaneOrigin): string {
  return t(isLost ? "compare.goesOnLost" : "compare.goesOn", { step: format(step, 0) });
}
