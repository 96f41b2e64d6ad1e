/** A field of the draft: whether it waits, whether it does anything, and the way to change it. */
import { useState } from "react";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { type FieldPath, fieldAt } from "#/core/experiment/fields.ts";
import { idleBecause } from "#/core/experiment/idle.ts";
import type { Fault } from "#/core/fault.ts";
import { useText } from "#/i18n/useText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { valueText } from "#/i18n/valueText.ts";
import { faultSentence } from "#/features/setup/words.ts";

const selectDraft = (state: AppState) => state.draft;
const selectEdit = (state: AppState) => state.edit;
const selectConfig = (state: AppState) => state.config;

/** True when a value of the draft differs from the running model's and cannot apply live. */
export function useWaiting(...paths: readonly FieldPath[]): boolean {
  const draft = useAppState(selectDraft);
  const config = useAppState(selectConfig);
  return paths.some((path) => {
    const field = fieldAt(path);
    return field.applies === "restart" && field.read(draft) !== field.read(config);
  });
}

/** Why a field does nothing as the others stand, in words; null while it does something. */
export function useIdleReason(path: FieldPath): string | null {
  const t = useText();
  const format = useNumberFormat();
  const draft = useAppState(selectDraft);
  const because = idleBecause(path, draft);
  if (because === null) return null;
  const value = fieldAt(because).read(draft);
  return t("setup.idle", {
    field: t(`setup.fields.${because}.label`),
    choice: typeof value === "object" ? "" : valueText(t, format, because, value),
  });
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

/** A patch that was refused: what a cure is added to. */
export interface Refusal {
  readonly fault: Fault;
  readonly patch: ExperimentPatch;
}

/** As `useCommit` for controls that have no place of their own for a sentence. */
export function useChoose(): {
  readonly refusal: Refusal | null;
  choose(patch: ExperimentPatch): void;
} {
  const edit = useAppState(selectEdit);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    refusal,
    choose(patch) {
      const fault = edit(patch);
      setRefusal(fault === null ? null : { fault, patch });
    },
  };
}
