/** What the keys do, in a dialog. Loaded when first asked for. */
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Dialog } from "#/ui/Dialog.tsx";
import styles from "./KeyList.module.css";

const selectShortcuts = (state: AppState) => state.shortcuts;

const keys = [
  ["Space", "bar.keys.train"],
  ["N", "bar.keys.step"],
  ["← → ↑ ↓", "bar.keys.handle"],
  ["P", "bar.keys.pin"],
  ["E", "bar.keys.noise"],
  ["Ctrl+Z", "bar.keys.undo"],
  ["Ctrl+Shift+Z", "bar.keys.redo"],
  ["L", "bar.keys.stage"],
  ["PageDown PageUp", "bar.keys.page"],
  ["B", "bar.keys.blank"],
  ["?", "bar.keys.list"],
] as const;

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const on = useAppState(selectShortcuts);
  return (
    <Dialog open onClose={onClose} title={t("bar.keys.title")}>
      {!on && <p className={styles["note"]}>{t("bar.keys.off")}</p>}
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
