/**
 * A fault of the run: what happened, what was kept, what to do. It lies over the page, so that nothing
 * moves under the hand, and stays until it is dismissed or mended.
 */
import { lazy, Suspense } from "react";
import type { Fault, FaultCode } from "#/core/fault.ts";
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

/** Its words come with the side columns; should they never, the fault speaks for itself. */
const FaultWords = lazy(async () => {
  await loadLaterEnglish().catch(() => undefined);
  return { default: Words };
});

function Words({ fault }: { readonly fault: Fault }) {
  const { what, kept, todo } = faultText(useText(), fault);
  return (
    <>
      <strong>{what}</strong>
      <span>{kept}</span>
      <span>{todo}</span>
    </>
  );
}

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
  return (
    <div className={styles["banner"]} role="alert" data-testid="error" data-code={fault.code}>
      <Icon name="warning" />
      <div className={styles["words"]}>
        <Suspense fallback={<Words fault={fault} />}>
          <FaultWords fault={fault} />
        </Suspense>
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
