/** A number of the experiment in its frame, derived from the field's description. */
import type { ReactNode } from "react";
import { type FormulaKey, type UnitKey, allowedText } from "#/core/experiment/field.ts";
import { type PathsOf, fields } from "#/core/experiment/fields.ts";
import type { TextKey } from "#/i18n/keys.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { NumberField, numberText } from "#/ui/NumberField.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { Remarks } from "#/features/setup/fields/Remarks.tsx";
import { arrowStep } from "#/features/setup/fields/sliderScale.ts";
import { useCommit, useIdleReason, useWaiting } from "#/features/setup/fields/useField.ts";
import styles from "./FieldNumber.module.css";

export type NumberPath = PathsOf<"number" | "integer">;

/** Units that the field's own name does not hold already. */
const named: ReadonlySet<UnitKey | null> = new Set<UnitKey>(["images", "nats", "checks"]);

const selectDraft = (state: AppState) => state.draft;

export interface FieldNumberProps {
  readonly path: NumberPath;
  /** Stands at the right of the number. */
  readonly beside?: ReactNode;
  /** Instead of the field's own, where another choice renames it. */
  readonly label?: TextKey;
  readonly formula?: FormulaKey;
}

export function FieldNumber({ path, beside, label, formula }: FieldNumberProps) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const commit = useCommit();
  const waiting = useWaiting(path);
  const idle = useIdleReason(path);
  const field = fields[path];
  const value = field.read(draft);
  const term = label ?? (`setup.fields.${path}.label` as const);
  return (
    <FieldFrame
      path={path}
      label={term}
      help={`setup.fields.${path}.help`}
      formula={formula ?? field.formula}
      citation={field.citation}
      range={allowedText(field)}
      defaultText={numberText(field.default)}
      waiting={waiting}
      idle={idle}
      below={<Remarks path={path} />}
    >
      <div className={styles["row"]}>
        <NumberField
          label={t(term)}
          hideLabel
          value={value}
          step={arrowStep(field, value)}
          {...(named.has(field.unit) &&
            field.unit !== null && { unit: t(`setup.units.${field.unit}`) })}
          onCommit={(next) => commit(field.patch(next))}
          testId={`field-${path}`}
        />
        {beside}
      </div>
    </FieldFrame>
  );
}
