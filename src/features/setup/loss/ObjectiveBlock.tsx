/** The objective: the formula as it stands, in what it is not the ELBO, β, and all its settings. */
import { useRef } from "react";
import type { FieldPath } from "#/core/experiment/fields.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Panel } from "#/ui/Panel.tsx";
import { FieldSlider } from "#/features/setup/fields/FieldSlider.tsx";
import { reachField } from "#/features/setup/fields/reachField.ts";
import { useGroups } from "#/features/setup/fields/useGroups.ts";
import { Deviations } from "#/features/setup/loss/Deviations.tsx";
import { LossFormula } from "#/features/setup/loss/LossFormula.tsx";
import {
  AnnealingGroup,
  CodeGroup,
  LikelihoodGroup,
  type ObjectiveGroup,
  ReductionGroup,
} from "#/features/setup/loss/objectiveGroups.tsx";

import styles from "./ObjectiveBlock.module.css";

const selectObjective = (state: AppState) => state.draft.objective;

const groupOf: Partial<Record<FieldPath, ObjectiveGroup>> = {
  "objective.likelihood": "likelihood",
  "objective.noise": "likelihood",
  "objective.noiseSigma": "likelihood",
  "objective.sigmoid": "likelihood",
  "objective.guard": "likelihood",
  "objective.guardEpsilon": "likelihood",
  "objective.display": "likelihood",
  "objective.reconstructionReduction": "reduction",
  "objective.klReduction": "reduction",
  "objective.klHalf": "reduction",
  "objective.annealing": "annealing",
  "objective.annealingSteps": "annealing",
  "objective.freeBits": "annealing",
  "objective.sigma": "code",
  "objective.sampling": "code",
};

export function ObjectiveBlock() {
  const t = useText();
  const objective = useAppState(selectObjective);
  const groups = useGroups(groupOf);
  const block = useRef<HTMLDivElement>(null);
  /** Opens the field's group and moves the focus to its control, or to its term where it is idle. */
  const reach = (path: FieldPath): void => {
    const group = groupOf[path];
    if (group !== undefined) groups.open(group);
    reachField(block.current, path);
  };
  return (
    <Panel level={3} title={t("setup.objective.title")}>
      <LossFormula objective={objective} onReach={reach} />
      <Deviations onReach={reach} />
      <div ref={block} className={styles["settings"]}>
        <FieldSlider path="objective.beta" />
        <LikelihoodGroup {...groups.of("likelihood")} />
        <ReductionGroup {...groups.of("reduction")} />
        <AnnealingGroup {...groups.of("annealing")} />
        <CodeGroup {...groups.of("code")} />
      </div>
    </Panel>
  );
}
