/** The sets imported before, each to be renamed or removed. */
import { useState } from "react";
import type { ImportProblem } from "#/core/data/ownImages.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { ownSetsOf, removeOwnSet, renameOwnSet } from "#/state/ownSets.ts";
import type { AppState } from "#/state/types.ts";
import { OwnSetRow } from "#/features/setup/data/own/OwnSetRow.tsx";
import { ProblemNote } from "#/features/setup/data/own/ProblemNote.tsx";
import styles from "./OwnImages.module.css";

const selectSets = (state: AppState) => state.dataSets;
const denied: ImportProblem = { code: "storage-denied", values: {} };

export function OwnSetList() {
  const t = useText();
  const app = useAppParts();
  const sets = ownSetsOf(useAppState(selectSets));
  /** Removed while in use. */
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<ImportProblem | null>(null);
  const attempt = async (task: Promise<void>): Promise<boolean> => {
    setProblem(null);
    try {
      await task;
      return true;
    } catch {
      setProblem(denied);
      return false;
    }
  };
  if (sets.length === 0) return null;
  return (
    <section className={styles["sets"]} aria-label={t("ownImages.sets.title")}>
      <h3 className={styles["heading"]}>{t("ownImages.sets.title")}</h3>
      {problem !== null && <ProblemNote problem={problem} />}
      <ul>
        {sets.map((set) => (
          <OwnSetRow
            key={set.id}
            set={set}
            leaving={leaving.includes(set.id)}
            onRename={(name) => void attempt(renameOwnSet(app, set.id, name))}
            onRemove={async () => {
              if (await attempt(removeOwnSet(app, set.id))) setLeaving([...leaving, set.id]);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
