/**
 * What waits for a restart, in words, with the two ways out. The running model goes on meanwhile.
 * Nothing at all while nothing waits.
 */
import { useRef } from "react";
import { splitChanges } from "#/core/experiment/diff.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { changeText } from "#/i18n/changeText.ts";
import { useUncovered } from "#/features/setup/restart/useUncovered.ts";
import styles from "./RestartBar.module.css";

/** Changes named before the rest is counted. */
const named = 4;

const selectConfig = (state: AppState) => state.config;
const selectDraft = (state: AppState) => state.draft;
const selectDataSets = (state: AppState) => state.dataSets;
const selectRestart = (state: AppState) => state.restart;
const selectDiscard = (state: AppState) => state.discard;

export function RestartBar() {
  const t = useText();
  const format = useNumberFormat();
  const config = useAppState(selectConfig);
  const draft = useAppState(selectDraft);
  const dataSets = useAppState(selectDataSets);
  const restart = useAppState(selectRestart);
  const discard = useAppState(selectDiscard);
  const changes = splitChanges(config, draft).restart;
  const bar = useRef<HTMLElement>(null);
  useUncovered(bar, changes.length > 0);
  if (changes.length === 0) return null;
  const texts = changes.slice(0, named).map((change) => changeText(t, format, change, dataSets));
  if (changes.length > named) {
    texts.push(t("setup.restart.more", { count: changes.length - named }));
  }
  return (
    <section ref={bar} className={styles["bar"]} aria-label={t("setup.restart.label")}>
      <p className={styles["text"]} role="status">
        <strong>{t("setup.restart.count", { count: changes.length })}</strong>
        {t("setup.restart.colon")}
        {texts.join(t("setup.restart.separator"))}
      </p>
      <div className={styles["buttons"]}>
        <Button
          className={styles["go"] ?? ""}
          data-testid="restart-with-these"
          onClick={() => {
            void restart({ train: true });
          }}
        >
          {t("setup.restart.go")}
        </Button>
        <Button look="quiet" onClick={discard}>
          {t("setup.restart.discard")}
        </Button>
      </div>
    </section>
  );
}
