/** The settings of the optimisation in four groups, each with a line that says how they stand. */
import type { FormulaKey } from "#/core/experiment/field.ts";
import { rateFactor } from "#/core/schedule.ts";
import type { OptimizerKind } from "#/core/training/optimizerSpec.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { ScheduleCurve } from "#/features/setup/curve/ScheduleCurve.tsx";
import { FieldChoice } from "#/features/setup/fields/FieldChoice.tsx";
import { FieldGroup } from "#/features/setup/fields/FieldGroup.tsx";
import { FieldNumber } from "#/features/setup/fields/FieldNumber.tsx";
import { FieldSwitch } from "#/features/setup/fields/FieldSwitch.tsx";
import { useWaiting } from "#/features/setup/fields/useField.ts";
import type { GroupState } from "#/features/setup/loss/objectiveGroups.tsx";
import { choiceText } from "#/i18n/valueText.ts";

export type TrainingGroup = "schedule" | "optimizer" | "stopping" | "start";

export const optimizerFormula: Readonly<Record<OptimizerKind, FormulaKey>> = {
  adam: "adam",
  rmsprop: "rmsprop",
  sgd: "momentum",
};

const selectDraft = (state: AppState) => state.draft;

export function ScheduleGroup(state: GroupState) {
  const t = useText();
  const { schedule, scheduleSteps, scheduleFactor, learningRate } =
    useAppState(selectDraft).optimizer;
  return (
    <FieldGroup
      title={t("setup.objective.groups.schedule")}
      summary={choiceText(t, "optimizer.schedule", schedule)}
      waiting={false}
      {...state}
    >
      <FieldChoice path="optimizer.schedule" wide />
      {schedule !== "constant" && (
        <ScheduleCurve
          label="setup.objective.curve.rate"
          valueAt={(step) =>
            learningRate * rateFactor(schedule, scheduleSteps, scheduleFactor, step)
          }
          jumps={schedule === "staircase"}
          needs={scheduleSteps}
        />
      )}
      <FieldNumber path="optimizer.scheduleSteps" />
      <FieldNumber path="optimizer.scheduleFactor" />
    </FieldGroup>
  );
}

/** A decay goes by another letter in each algorithm. */
export function OptimizerGroup(state: GroupState) {
  const t = useText();
  const format = useNumberFormat();
  const { kind, momentum, decay, clip } = useAppState(selectDraft).optimizer;
  const words = [
    ...(kind === "sgd" ? [] : [`${kind === "adam" ? "β₂" : "ρ"} ${format(decay)}`]),
    `${kind === "adam" ? "β₁" : "m"} ${format(momentum)}`,
    ...(clip > 0 ? [t("setup.objective.clipAt", { value: format(clip) })] : []),
  ];
  const formula = optimizerFormula[kind];
  return (
    <FieldGroup
      title={t("setup.objective.groups.optimizer")}
      summary={words.join(" · ")}
      waiting={useWaiting(
        "optimizer.momentum",
        "optimizer.decay",
        "optimizer.epsilon",
        "optimizer.epsilonPlacement",
      )}
      {...state}
    >
      <FieldNumber
        path="optimizer.momentum"
        label={`setup.objective.momentum.${kind}`}
        formula={kind === "adam" ? "adam" : "momentum"}
      />
      <FieldNumber
        path="optimizer.decay"
        formula={formula}
        {...(kind !== "sgd" && { label: `setup.objective.decay.${kind}` as const })}
      />
      <FieldNumber path="optimizer.epsilon" formula={formula} />
      <FieldChoice path="optimizer.epsilonPlacement" wide />
      <FieldNumber path="optimizer.clip" />
    </FieldGroup>
  );
}

export function StoppingGroup(state: GroupState) {
  const t = useText();
  const format = useNumberFormat();
  const { validation, patience } = useAppState(selectDraft).training;
  const stops = validation !== "never" && patience > 0;
  return (
    <FieldGroup
      title={t("setup.objective.groups.stopping")}
      summary={[
        choiceText(t, "training.validation", validation),
        ...(stops ? [t("setup.objective.stopAfter", { count: format(patience) })] : []),
      ].join(" · ")}
      waiting={useWaiting("training.validation", "training.patience", "training.restoreBest")}
      {...state}
    >
      <FieldChoice path="training.validation" />
      <FieldNumber path="training.patience" />
      <FieldSwitch path="training.restoreBest" />
    </FieldGroup>
  );
}

export function StartGroup(state: GroupState) {
  const t = useText();
  const { model, training } = useAppState(selectDraft);
  return (
    <FieldGroup
      title={t("setup.objective.groups.start")}
      summary={[
        choiceText(t, "model.weightInit", model.weightInit),
        choiceText(t, "training.lastBatch", training.lastBatch),
      ].join(" · ")}
      waiting={useWaiting("model.weightInit", "training.lastBatch")}
      {...state}
    >
      <FieldChoice path="model.weightInit" wide />
      <FieldChoice path="training.lastBatch" />
    </FieldGroup>
  );
}
