/**
 * A fault of the run: what happened, what was kept, what to do. It lies over the page, so that nothing
 * moves under the hand, and stays until it is dismissed or mended.
 */
import { lazy, Suspense } from "react";
import type { FaultCode } from "#/core/fault.ts";
import { faultText } from "#/i18n/faultText.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";
import styles from "./FaultBanner.module.css";

const BrokenLoss = lazy(async () => {
  const [{ BrokenLoss: component }] = await Promise.all([
    import("./BrokenLoss.tsx"),
    loadLaterEnglish(),
  ]);
  return { default: component };
});

const selectFault = (state: AppState) => state.fault;

/** Faults of fetching, which trying again may mend. */
const retryable: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "manifest-missing",
  "chunk-missing",
  "chunk-truncated",
  "chunk-corrupt",
  "offline",
]);

export function FaultBanner() {
  const t = useText();
  const { store } = useAppParts();
  const fault = useAppState(selectFault);
  if (fault === null) return null;
  const text = faultText(t, fault);
  return (
    <div className={styles["banner"]} role="alert" data-testid="error" data-code={fault.code}>
      <Icon name="warning" />
      <div className={styles["words"]}>
        <strong>{text.what}</strong>
        <span>{text.kept}</span>
        <span>{text.todo}</span>
        {fault.code === "loss-not-finite" && (
          <Suspense>
            <BrokenLoss fault={fault} />
          </Suspense>
        )}
      </div>
      {retryable.has(fault.code) && (
        <Button
          onClick={() => {
            void store.getState().retryData();
          }}
        >
          {t("common.retry")}
        </Button>
      )}
      <IconButton
        icon="close"
        label={t("common.dismiss")}
        onClick={() => {
          store.getState().dismissFault();
        }}
      />
    </div>
  );
}
