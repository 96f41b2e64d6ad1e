/** A lane's mark, its name, and what it differs in. */
import type { ReactElement } from "react";
import styles from "#/features/benches/parts/LaneHead.module.css";
import { laneLetters, type LaneLetter } from "#/state/lanes/types.ts";
import { LaneMark } from "#/ui/LaneMark.tsx";

interface LaneHeadProps {
  readonly letter: LaneLetter;
  readonly name: string;
  /** In words, what it is or differs in; empty says nothing. */
  readonly detail: string;
}

export function LaneHead({ letter, name, detail }: LaneHeadProps): ReactElement {
  return (
    <header className={styles["head"]}>
      <LaneMark index={laneLetters.indexOf(letter)} letter={letter} size="large" />
      <div className={styles["words"]}>
        <h3>{name}</h3>
        {detail !== "" && <p>{detail}</p>}
      </div>
    </header>
  );
}
