/** A field of the draft: its value, whether it waits for a restart, and the way to change it. */
import { type FieldPath, fieldAt } from "#/core/experiment/fields.ts";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { faultSentence } from "#/features/setup/words.ts";

const selectDraft = (state: AppState) => state.draft;
const selectEdit = (state: AppState) => state.edit;
const selectConfig = (state: AppState) => state.config;

/** True when the draft's value differs from the running model's and cannot apply live. */
export function useWaiting(path: FieldPath): boolean {
  const draft = useAppState(selectDraft);
  const config = useAppState(selectConfig);
  const field = fieldAt(path);
  return field.applies === "restart" && field.read(draft) !== field.read(config);
}

/** Applies a patch and gives the sentence to show in place when it is refused. */
export function useCommit(): (patch: ExperimentPatch) => string | null {
  const t = useText();
  const edit = useAppState(selectEdit);
  return (patch) => {
    const fault = edit(patch);
    return fault === null ? null : faultSentence(t, fault);
  };
}
