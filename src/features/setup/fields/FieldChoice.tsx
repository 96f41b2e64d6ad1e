/** A choice of the experiment in its frame, with what the chosen option does under it. */
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { type PathsOf, fieldAt } from "#/core/experiment/fields.ts";
import { fields } from "#/core/experiment/fields.ts";
import type { FormulaKey } from "#/core/experiment/field.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Select } from "#/ui/Select.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import { Remarks } from "#/features/setup/fields/Remarks.tsx";
import { useChoose, useIdleReason, useWaiting } from "#/features/setup/fields/useField.ts";
import { choiceEffect, choiceText } from "#/i18n/valueText.ts";
import styles from "./FieldChoice.module.css";

const selectDraft = (state: AppState) => state.draft;

export interface FieldChoiceProps {
  readonly path: PathsOf<"choice">;
  /** Control under the term, for options with long names. */
  readonly wide?: boolean;
  /** Instead of the field's own. */
  readonly formula?: FormulaKey;
  /** More that must change with the choice. */
  readonly complete?: (patch: ExperimentPatch) => ExperimentPatch;
}

export function FieldChoice({ path, wide = false, formula, complete }: FieldChoiceProps) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const { refusal, choose } = useChoose();
  const waiting = useWaiting(path);
  const idle = useIdleReason(path);
  const field = fields[path];
  const value = field.read(draft);
  return (
    <FieldFrame
      path={path}
      label={`setup.fields.${path}.label`}
      help={`setup.fields.${path}.help`}
      formula={formula ?? field.formula}
      citation={field.citation}
      range={null}
      defaultText={choiceText(t, path, field.default)}
      waiting={waiting}
      wide={wide}
      idle={idle}
      {...(fieldAt(path).applies === "live" && wide && { note: t("setup.live") })}
      below={
        <>
          {idle === null && <p className={styles["effect"]}>{choiceEffect(t, path, value)}</p>}
          {refusal !== null && <Refused refusal={refusal} />}
          <Remarks path={path} />
        </>
      }
    >
      <Select
        label={t(`setup.fields.${path}.label`)}
        hideLabel
        value={value}
        options={field.options.map((option) => ({
          value: option,
          label: choiceText(t, path, option),
        }))}
        onChange={(option) => {
          const patch = field.patch(option);
          choose(complete?.(patch) ?? patch);
        }}
        testId={`field-${path}`}
      />
    </FieldFrame>
  );
}
