/** One of the two lanes of a mistake, named once it may be. */
import type { ReactElement, ReactNode } from "react";
import type { Mistake } from "#/core/bench/mistake.ts";
import type { Change } from "#/core/experiment/diff.ts";
import { LanePictures } from "#/features/benches/mistake/LanePictures.tsx";
import styles from "#/features/benches/mistake/MistakeBench.module.css";
import { LaneHead } from "#/features/benches/parts/LaneHead.tsx";
import { changeText } from "#/i18n/changeText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { AppProvider, useAppState } from "#/state/context.tsx";
import { laneLetters, type Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { FaultNote } from "#/ui/FaultNote.tsx";

interface MistakeLaneProps {
  readonly lane: Lane;
  readonly mistake: Mistake;
  readonly faulty: boolean;
  /** Nothing may say which of the two it is. */
  readonly covered: boolean;
  /** What it differs in from the other. */
  readonly changes: readonly Change[];
  readonly asStored: boolean;
  /** Stands above the pictures; null for none. */
  readonly view: ((lane: Lane) => ReactNode) | null;
}

export function MistakeLane(props: MistakeLaneProps): ReactElement {
  return (
    <AppProvider app={props.lane.app}>
      <Inside {...props} />
    </AppProvider>
  );
}

const selectFault = (state: AppState) => state.fault;
const selectSets = (state: AppState) => state.dataSets;

function Inside(props: MistakeLaneProps): ReactElement {
  const { lane, mistake, faulty, covered, changes, asStored, view } = props;
  const t = useText();
  const format = useNumberFormat();
  const fault = useAppState(selectFault);
  const sets = useAppState(selectSets);
  const innocent = mistake.id === "rising-kl";
  const role = faulty ? "faulty" : "repaired";
  const name = t(innocent ? `benches.roles.rising.${role}` : `benches.roles.${role}`);
  const detail = changes.map((change) => changeText(t, format, change, sets)).join("; ");
  return (
    <section
      className={styles["lane"]}
      aria-label={t("benches.lane", { letter: lane.letter })}
      data-testid={`lane-${String(laneLetters.indexOf(lane.letter))}`}
    >
      <LaneHead
        letter={lane.letter}
        name={covered ? t("benches.roles.covered") : name}
        detail={covered ? "" : detail}
      />
      {/* What broke a lane tells which of the two it is. */}
      {fault !== null &&
        (covered && fault.code === "loss-not-finite" ? (
          <p className={styles["hint"]}>{t("benches.roles.stopped")}</p>
        ) : (
          <FaultNote fault={fault} />
        ))}
      {view?.(lane)}
      <LanePictures
        lane={lane}
        of={picturesOf(mistake, faulty)}
        covered={covered}
        asStored={asStored}
      />
    </section>
  );
}

/** One model may be sampled in two ways. */
function picturesOf({ id, look }: Mistake, faulty: boolean) {
  if (look === "reconstructions") return "reconstructions";
  return id === "noise-image" && faulty ? "noise" : "samples";
}
