/** The settings of the objective in four groups, each with a line that says how they stand. */
import { annealingFactor } from "#/core/schedule.ts";
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
import { choiceText } from "#/i18n/valueText.ts";

export type ObjectiveGroup = "likelihood" | "reduction" | "annealing" | "code";

export interface GroupState {
  readonly open: boolean;
  readonly onToggle: () => void;
}

const selectObjective = (state: AppState) => state.draft.objective;

export function LikelihoodGroup(state: GroupState) {
  const t = useText();
  const { likelihood, sigmoid, noise } = useAppState(selectObjective);
  const detail =
    likelihood === "gaussian"
      ? choiceText(t, "objective.noise", noise)
      : choiceText(t, "objective.sigmoid", sigmoid);
  return (
    <FieldGroup
      title={t("setup.objective.groups.likelihood")}
      summary={`${choiceText(t, "objective.likelihood", likelihood)} · ${detail}`}
      waiting={useWaiting(
        "objective.likelihood",
        "objective.noise",
        "objective.noiseSigma",
        "objective.sigmoid",
        "objective.guard",
        "objective.guardEpsilon",
        "objective.display",
      )}
      {...state}
    >
      <FieldChoice path="objective.likelihood" />
      <FieldChoice path="objective.noise" />
      <FieldNumber path="objective.noiseSigma" />
      <FieldChoice path="objective.sigmoid" />
      <FieldChoice path="objective.guard" wide />
      <FieldNumber path="objective.guardEpsilon" />
      <FieldChoice path="objective.display" wide />
    </FieldGroup>
  );
}

export function ReductionGroup(state: GroupState) {
  const t = useText();
  const { reconstructionReduction, klReduction, klHalf, sampling } = useAppState(selectObjective);
  const words = [
    choiceText(t, "objective.reconstructionReduction", reconstructionReduction),
    ...(sampling
      ? [
          choiceText(t, "objective.klReduction", klReduction),
          t(klHalf ? "setup.objective.withHalf" : "setup.objective.withoutHalf"),
        ]
      : []),
  ];
  return (
    <FieldGroup
      title={t("setup.objective.groups.reduction")}
      summary={words.join(" · ")}
      waiting={useWaiting(
        "objective.reconstructionReduction",
        "objective.klReduction",
        "objective.klHalf",
      )}
      {...state}
    >
      <FieldChoice path="objective.reconstructionReduction" wide />
      <FieldChoice path="objective.klReduction" wide />
      <FieldSwitch path="objective.klHalf" />
    </FieldGroup>
  );
}

export function AnnealingGroup(state: GroupState) {
  const t = useText();
  const format = useNumberFormat();
  const objective = useAppState(selectObjective);
  const { annealing, annealingSteps, beta, freeBits, sampling } = objective;
  const words = [
    choiceText(t, "objective.annealing", annealing),
    ...(freeBits > 0 ? [t("setup.objective.freeBitsOf", { value: format(freeBits) })] : []),
  ];
  return (
    <FieldGroup
      title={t("setup.objective.groups.annealing")}
      summary={words.join(" · ")}
      waiting={false}
      {...state}
    >
      <FieldChoice path="objective.annealing" wide />
      {annealing !== "constant" && sampling && (
        <ScheduleCurve
          label="setup.objective.curve.beta"
          term="kl"
          valueAt={(step) => beta * annealingFactor(annealing, annealingSteps, step)}
          needs={annealingSteps}
        />
      )}
      <FieldNumber path="objective.annealingSteps" />
      <FieldNumber path="objective.freeBits" />
    </FieldGroup>
  );
}

export function CodeGroup(state: GroupState) {
  const t = useText();
  const { sampling, sigma } = useAppState(selectObjective);
  return (
    <FieldGroup
      title={t("setup.objective.groups.code")}
      summary={
        sampling ? `σ = ${choiceText(t, "objective.sigma", sigma)}` : t("setup.objective.noKl")
      }
      waiting={useWaiting("objective.sigma", "objective.sampling")}
      {...state}
    >
      <FieldSwitch path="objective.sampling" />
      <FieldChoice path="objective.sigma" />
    </FieldGroup>
  );
}
