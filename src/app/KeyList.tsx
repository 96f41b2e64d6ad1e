/** What the keys do, in a dialog. Loaded when first asked for. */
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Dialog } from "#/ui/Dialog.tsx";
import styles from "./KeyList.module.css";

const selectShortcuts = (state: AppState) => state.shortcuts;

const keys = [
  ["Space", "training.keys.train"],
  ["N", "training.keys.step"],
  ["← → ↑ ↓", "training.keys.handle"],
  ["P", "training.keys.pin"],
  ["E", "training.keys.noise"],
  ["Ctrl+Z", "training.keys.undo"],
  ["Ctrl+Shift+Z", "training.keys.redo"],
  ["?", "training.keys.list"],
] as const;

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const on = useAppState(selectShortcuts);
  return (
    <Dialog open onClose={onClose} title={t("training.keys.title")}>
      {!on && <p className={styles["note"]}>{t("training.keys.off")}</p>}
      <dl className={styles["list"]}>
        {keys.map(([key, meaning]) => (
          <div key={key} className={styles["row"]}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
