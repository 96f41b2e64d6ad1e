/** Why this backend computes, and a report to paste. */
import { EngineReport } from "./EngineReport.tsx";
import { reportText } from "./reportText.ts";
import { backendTitles } from "#/core/backend/titles.ts";
import type { BackendReport as Report } from "#/core/backend/report.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";
import { CopyField } from "#/ui/CopyField.tsx";
import styles from "./TransportBar.module.css";

export function BackendReport({ backend }: { readonly backend: Report }) {
  const t = useText();
  const { store } = useAppParts();
  const reason = t(`bar.backend.reason.${backend.reason}`);
  return (
    <div className={styles["report"]}>
      <h2>{t("training.backend.title")}</h2>
      <p>
        <strong>{backendTitles[backend.backend]}</strong>
        {`: ${reason}.`}
      </p>
      {backend.software && <p>{t("bar.backend.software")}</p>}
      {backend.passedOver.length > 0 && (
        <ul>
          {backend.passedOver.map((other) => (
            <li key={other.backend}>
              {t("bar.backend.passedOver", {
                name: backendTitles[other.backend],
                reason: t(`bar.backend.reason.${other.reason}`),
              })}
            </li>
          ))}
        </ul>
      )}
      <EngineReport backend={backend.backend} />
      <CopyField
        label={t("bar.backend.report")}
        rows={8}
        text={reportText(backend, store.getState(), location.href, navigator.userAgent)}
      />
    </div>
  );
}
