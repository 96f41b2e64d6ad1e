/** "Train on the first …": the whole set's number means all of it. */
import { allowedText } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { NumberField } from "#/ui/NumberField.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { useCommit, useWaiting } from "#/features/setup/fields/useField.ts";

const selectDraft = (state: AppState) => state.draft;

export function TrainLimit({ total }: { readonly total: number }) {
  const t = useText();
  const format = useNumberFormat();
  const draft = useAppState(selectDraft);
  const commit = useCommit();
  const field = fields["data.trainLimit"];
  const limit = field.read(draft);
  return (
    <FieldFrame
      label="setup.fields.data.trainLimit.label"
      help="setup.fields.data.trainLimit.help"
      formula={field.formula}
      citation={field.citation}
      range={allowedText({ ...field, max: total })}
      defaultText={format(total)}
      waiting={useWaiting("data.trainLimit")}
    >
      <NumberField
        label={t("setup.fields.data.trainLimit.label")}
        hideLabel
        value={Math.min(limit ?? total, total)}
        step={1000}
        onCommit={(value) =>
          value > total
            ? t("setup.data.tooMany", { total: format(total) })
            : commit(field.patch(value === total ? null : value))
        }
        testId="field-data.trainLimit"
      />
    </FieldFrame>
  );
}
