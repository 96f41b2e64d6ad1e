/** A live number: a slider for the hand and a field for the value, both on the same draft. */
import type { Ref } from "react";
import { allowedText } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { NumberField, numberText } from "#/ui/NumberField.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { arrowStep, positions, sliderScale } from "#/features/setup/fields/sliderScale.ts";
import { Remarks } from "#/features/setup/fields/Remarks.tsx";
import { useCommit, useIdleReason } from "#/features/setup/fields/useField.ts";
import styles from "./FieldSlider.module.css";

const selectDraft = (state: AppState) => state.draft;

export function FieldSlider({
  path,
  inputRef,
}: {
  readonly path: "objective.beta" | "optimizer.learningRate";
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const commit = useCommit();
  const field = fields[path];
  const value = field.read(draft);
  const scale = sliderScale(field);
  const label = t(`setup.fields.${path}.label`);
  return (
    <FieldFrame
      path={path}
      label={`setup.fields.${path}.label`}
      help={`setup.fields.${path}.help`}
      formula={field.formula}
      citation={field.citation}
      range={allowedText(field)}
      defaultText={numberText(field.default)}
      note={t("setup.live")}
      waiting={false}
      wide
      idle={useIdleReason(path)}
      below={<Remarks path={path} />}
    >
      <div className={styles["row"]}>
        <input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          type="range"
          className={styles["range"]}
          aria-label={label}
          aria-valuetext={numberText(value)}
          min={0}
          max={positions}
          step={1}
          value={scale.toPosition(value)}
          onChange={(event) => {
            commit(field.patch(scale.toValue(event.target.valueAsNumber)));
          }}
        />
        <div className={styles["number"]}>
          <NumberField
            label={label}
            hideLabel
            value={value}
            step={arrowStep(field, value)}
            onCommit={(next) => commit(field.patch(next))}
            testId={`field-${path}`}
          />
        </div>
      </div>
    </FieldFrame>
  );
}
