/** A switch of the experiment in its frame, derived from the field's description. */
import { type PathsOf, fields } from "#/core/experiment/fields.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import { Remarks } from "#/features/setup/fields/Remarks.tsx";
import { Switch } from "#/features/setup/fields/Switch.tsx";
import { useChoose, useIdleReason, useWaiting } from "#/features/setup/fields/useField.ts";

const selectDraft = (state: AppState) => state.draft;

export function FieldSwitch({ path }: { readonly path: PathsOf<"switch"> }) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const { refusal, choose } = useChoose();
  const field = fields[path];
  return (
    <FieldFrame
      path={path}
      label={`setup.fields.${path}.label`}
      help={`setup.fields.${path}.help`}
      formula={field.formula}
      citation={field.citation}
      range={null}
      defaultText={t(field.default ? "setup.on" : "setup.off")}
      waiting={useWaiting(path)}
      idle={useIdleReason(path)}
      below={
        <>
          {refusal !== null && <Refused refusal={refusal} />}
          <Remarks path={path} />
        </>
      }
    >
      <Switch
        label={t(`setup.fields.${path}.label`)}
        on={field.read(draft)}
        onChange={(on) => {
          choose(field.patch(on));
        }}
        testId={`field-${path}`}
      />
    </FieldFrame>
  );
}
