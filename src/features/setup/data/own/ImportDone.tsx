/** What was kept, what was passed over, and the way to train on it at once. */
import { presetConfig } from "#/core/experiment/presets.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import type { ImportResult } from "#/worker/import/protocol/messages.ts";
import { Button } from "#/ui/Button.tsx";
import { SkippedList } from "#/features/setup/data/own/SkippedList.tsx";
import { takeFocus } from "#/features/setup/data/own/takeFocus.ts";
import { presetPatch, takeSet } from "#/features/setup/data/own/takeSet.ts";
import { faultSentence } from "#/features/setup/words.ts";
import styles from "./OwnImages.module.css";

const selectDraft = (state: AppState) => state.draft;
const selectSets = (state: AppState) => state.dataSets;

interface ImportDoneProps {
  readonly result: ImportResult;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function ImportDone({ result, onAgain, onClose }: ImportDoneProps) {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const draft = useAppState(selectDraft);
  const sets = useAppState(selectSets);
  const { entry, skipped } = result;
  const { patch, batch, refused } = takeSet(draft, sets, entry);
  const [side, , channels] = entry.shape;
  const use = (): void => {
    const state = store.getState();
    if (state.edit(patch) === null) void state.restart({ train: true });
    onClose();
  };
  const useCeleba = (): void => {
    const celeba = presetPatch(presetConfig("celeba-conv"), entry);
    void store.getState().loadPreset("celeba-conv", { patch: celeba });
    onClose();
  };
  return (
    <div className={styles["steps"]} data-testid="own-done">
      <p className={styles["found"]} role="status">
        {t("ownImages.done.kept", {
          name: entry.name,
          train: format(entry.counts.train),
          test: format(entry.counts.test),
        })}
      </p>
      {refused !== null && (
        <p>{t("ownImages.done.refused", { reason: faultSentence(t, refused) })}</p>
      )}
      {refused === null && batch !== null && (
        <p className={styles["fine"]}>
          {t("ownImages.done.batch", { from: format(batch.from), to: format(batch.to) })}
        </p>
      )}
      <div className={styles["row"]}>
        {refused === null && (
          <Button ref={takeFocus} onClick={use} data-testid="own-use">
            {t("ownImages.done.use")}
          </Button>
        )}
        {side === 32 && channels === 3 && (
          <Button onClick={useCeleba} data-testid="own-celeba">
            {t("ownImages.done.celeba")}
          </Button>
        )}
        <Button look="quiet" onClick={onAgain}>
          {t("ownImages.done.another")}
        </Button>
      </div>
      {(side !== 32 || channels !== 3) && (
        <p className={styles["fine"]}>{t("ownImages.done.colourOnly")}</p>
      )}
      <SkippedList skipped={skipped} />
    </div>
  );
}
