/** Which backend computes, always in sight; a click tells why and gives a report to paste. */
import { reportText } from "./reportText.ts";
import type { BackendName, BackendReport } from "#/core/backend/report.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { CopyField } from "#/ui/CopyField.tsx";
import { Popover } from "#/ui/Popover.tsx";
import styles from "./TransportBar.module.css";

const selectBackend = (state: AppState) => state.backend;

/** Names as their makers write them: the same in every language. */
export const backendTitles: Readonly<Record<BackendName, string>> = {
  webgpu: "WebGPU",
  webgl: "WebGL",
  wasm: "WASM",
  cpu: "CPU",
};

export function BackendChip() {
  const t = useText();
  const backend = useAppState(selectBackend);
  const name = backend === null ? t("training.backend.unknown") : backendTitles[backend.backend];
  return (
    <Popover
      label={t("training.backend.title")}
      button={{
        look: "quiet",
        className: styles["chip"] ?? "",
        disabled: backend === null,
        "data-testid": "backend",
        ...(backend === null
          ? {}
          : {
              "aria-label": t("training.backend.button", {
                name,
                engine: t(`training.backend.${backend.engine}`),
              }),
            }),
        children: name,
      }}
    >
      {() => (backend === null ? null : <Report backend={backend} />)}
    </Popover>
  );
}

function Report({ backend }: { readonly backend: BackendReport }) {
  const t = useText();
  const { store } = useAppParts();
  const reason = t(`training.backend.reason.${backend.reason}`);
  return (
    <div className={styles["report"]}>
      <h2>{t("training.backend.title")}</h2>
      <p>
        <strong>{backendTitles[backend.backend]}</strong>
        {`: ${reason}; ${t(`training.backend.${backend.engine}`)}.`}
      </p>
      {backend.software && <p>{t("training.backend.software")}</p>}
      {backend.passedOver.length > 0 && (
        <ul>
          {backend.passedOver.map((other) => (
            <li key={other.backend}>
              {t("training.backend.passedOver", {
                name: backendTitles[other.backend],
                reason: t(`training.backend.reason.${other.reason}`),
              })}
            </li>
          ))}
        </ul>
      )}
      <CopyField
        label={t("training.backend.report")}
        rows={8}
        text={reportText(backend, store.getState(), location.href, navigator.userAgent)}
      />
    </div>
  );
}
