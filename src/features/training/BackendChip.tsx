/** Which backend computes, always in sight; a click tells why and gives a report to paste. */
import { lazy, Suspense } from "react";
import { backendTitles } from "#/core/backend/titles.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Popover } from "#/ui/Popover.tsx";
import styles from "./TransportBar.module.css";

const BackendReport = lazy(async () => {
  const [{ BackendReport: component }] = await Promise.all([
    import("./BackendReport.tsx"),
    loadLaterEnglish(),
  ]);
  return { default: component };
});

const selectBackend = (state: AppState) => state.backend;
const selectEngine = (state: AppState) => state.engine;

export function BackendChip() {
  const t = useText();
  const backend = useAppState(selectBackend);
  const engine = useAppState(selectEngine);
  const name = backend === null ? t("training.backend.unknown") : backendTitles[backend.backend];
  return (
    <Popover
      label={t("training.backend.title")}
      button={{
        look: "quiet",
        className: styles["chip"] ?? "",
        disabled: backend === null,
        "data-testid": "backend",
        ...(engine === null
          ? {}
          : {
              "aria-label": t("training.backend.button", {
                name,
                engine: t(`training.backend.${engine.kind}`),
              }),
            }),
        children: name,
      }}
    >
      {() => <Suspense>{backend === null ? null : <BackendReport backend={backend} />}</Suspense>}
    </Popover>
  );
}
