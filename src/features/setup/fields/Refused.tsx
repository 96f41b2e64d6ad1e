/** A refused edit in a sentence, with the one-click cure where the fault offers one. */
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { useDraftDataset } from "#/features/setup/draft.ts";
import type { Refusal } from "#/features/setup/fields/useField.ts";
import { remirrored } from "#/features/setup/data/dataSetPatch.ts";
import { offeredSize } from "#/features/setup/model/sizes.ts";
import { faultSentence } from "#/features/setup/words.ts";
import styles from "./Refused.module.css";

const selectDraft = (state: AppState) => state.draft;
const selectSets = (state: AppState) => state.dataSets;
const selectEdit = (state: AppState) => state.edit;

export function Refused({
  refusal: { fault, patch },
  onCured,
}: {
  readonly refusal: Refusal;
  readonly onCured?: () => void;
}) {
  const t = useText();
  const draft = useAppState(selectDraft);
  const sets = useAppState(selectSets);
  const edit = useAppState(selectEdit);
  const before = useDraftDataset();
  const after = sets.find(({ id }) => id === (patch.data?.set ?? draft.data.set));
  const size = offeredSize(fault);
  return (
    <div className={styles["refused"]}>
      <p role="alert">{faultSentence(t, fault)}</p>
      {size !== null && before !== null && after !== undefined && (
        <Button
          onClick={() => {
            const sized = { ...patch, data: { ...patch.data, size } };
            const cured = remirrored(draft, sized, before.shape, after.shape);
            if (edit(cured) === null) onCured?.();
          }}
        >
          {t("setup.shape.offer", { offer: `${size}×${size}` })}
        </Button>
      )}
    </div>
  );
}
