/** A number of the experiment in its frame, derived from the field's description. */
import type { ReactNode } from "react";
import { allowedText } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { NumberField, numberText } from "#/ui/NumberField.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { arrowStep } from "#/features/setup/fields/sliderScale.ts";
import { useCommit, useWaiting } from "#/features/setup/fields/useField.ts";
import styles from "./FieldNumber.module.css";

export type NumberPath =
  | "model.latent"
  | "objective.beta"
  | "optimizer.learningRate"
  | "optimizer.epsilon"
  | "training.batch"
  | "training.epochs"
  | "training.seed";

const selectDraft = (state: AppState) => state.draft;

export function FieldNumber({
  path,
  beside,
}: {
  readonly path: NumberPath;
  /** Stands at the right of the number. */
  readonly beside?: ReactNode;
}) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const commit = useCommit();
  const waiting = useWaiting(path);
  const field = fields[path];
  const value = field.read(draft);
  return (
    <FieldFrame
      label={`setup.fields.${path}.label`}
      help={`setup.fields.${path}.help`}
      formula={field.formula}
      citation={field.citation}
      range={allowedText(field)}
      defaultText={numberText(field.default)}
      waiting={waiting}
    >
      <div className={styles["row"]}>
        <NumberField
          label={t(`setup.fields.${path}.label`)}
          hideLabel
          value={value}
          step={arrowStep(field, value)}
          onCommit={(next) => commit(field.patch(next))}
          testId={`field-${path}`}
        />
        {beside}
      </div>
    </FieldFrame>
  );
}
