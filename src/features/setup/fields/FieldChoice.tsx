/** A choice of the experiment in its frame, derived from the field's description. */
import { fields } from "#/core/experiment/fields.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Select } from "#/ui/Select.tsx";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { useCommit, useWaiting } from "#/features/setup/fields/useField.ts";
import { choiceText } from "#/features/setup/words.ts";

const selectDraft = (state: AppState) => state.draft;

export function FieldChoice({
  path,
}: {
  readonly path: "model.weightInit" | "training.lastBatch";
}) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const commit = useCommit();
  const waiting = useWaiting(path);
  const field = fields[path];
  return (
    <FieldFrame
      label={`setup.fields.${path}.label`}
      help={`setup.fields.${path}.help`}
      formula={field.formula}
      citation={field.citation}
      range={null}
      defaultText={choiceText(t, field.default)}
      waiting={waiting}
    >
      <Select
        label={t(`setup.fields.${path}.label`)}
        hideLabel
        value={field.read(draft)}
        options={field.options.map((value) => ({ value, label: choiceText(t, value) }))}
        onChange={(value) => {
          commit(field.patch(value));
        }}
        testId={`field-${path}`}
      />
    </FieldFrame>
  );
}
