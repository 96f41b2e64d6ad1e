/** How it is trained: optimiser and rate, batches, epochs, seed; the rest in groups. */
import { type FieldPath, fields } from "#/core/experiment/fields.ts";
import { createRng } from "#/core/rng.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { IconButton } from "#/ui/Button.tsx";
import { Panel } from "#/ui/Panel.tsx";
import { FieldChoice } from "#/features/setup/fields/FieldChoice.tsx";
import { FieldNumber } from "#/features/setup/fields/FieldNumber.tsx";
import { FieldSlider } from "#/features/setup/fields/FieldSlider.tsx";
import { useGroups } from "#/features/setup/fields/useGroups.ts";
import {
  OptimizerGroup,
  ScheduleGroup,
  StartGroup,
  StoppingGroup,
  type TrainingGroup,
  optimizerFormula,
} from "#/features/setup/loss/trainingGroups.tsx";

const selectDraft = (state: AppState) => state.draft;
const selectEdit = (state: AppState) => state.edit;

/** Six digits are as good as sixteen, and can be read out in class. */
const seedRange = 1_000_000;

/** Another seed, drawn from this one, so that even the dice can be repeated. */
export function nextSeed(seed: number): number {
  return createRng(seed).fork("next-seed").below(seedRange);
}

const groupOf: Partial<Record<FieldPath, TrainingGroup>> = {
  "optimizer.schedule": "schedule",
  "optimizer.scheduleSteps": "schedule",
  "optimizer.scheduleFactor": "schedule",
  "optimizer.momentum": "optimizer",
  "optimizer.decay": "optimizer",
  "optimizer.epsilon": "optimizer",
  "optimizer.epsilonPlacement": "optimizer",
  "optimizer.clip": "optimizer",
  "training.validation": "stopping",
  "training.patience": "stopping",
  "training.restoreBest": "stopping",
  "training.lastBatch": "start",
  "model.weightInit": "start",
};

export function TrainingBlock() {
  const t = useText();
  const draft = useAppState(selectDraft);
  const edit = useAppState(selectEdit);
  const groups = useGroups(groupOf);
  const seed = fields["training.seed"];
  return (
    <Panel level={3} title={t("setup.objective.optimisation")}>
      <FieldChoice path="optimizer.kind" formula={optimizerFormula[draft.optimizer.kind]} />
      <FieldSlider path="optimizer.learningRate" />
      <FieldNumber path="training.batch" />
      <FieldNumber path="training.epochs" />
      <FieldNumber
        path="training.seed"
        beside={
          <IconButton
            icon="dice"
            label={t("setup.newSeed")}
            onClick={() => {
              edit(seed.patch(nextSeed(seed.read(draft))));
            }}
          />
        }
      />
      <div>
        <ScheduleGroup {...groups.of("schedule")} />
        <OptimizerGroup {...groups.of("optimizer")} />
        <StoppingGroup {...groups.of("stopping")} />
        <StartGroup {...groups.of("start")} />
      </div>
    </Panel>
  );
}
