/**
 * Link and QR code of the experiment as it stands, with the lanes beside it, the place in the page and
 * what a class needs. Loaded lazily.
 */
import { useState } from "react";
import { backendTitles } from "#/core/backend/titles.ts";
import { engineInLink } from "#/core/backend/engine.ts";
import { encodeUrl } from "#/core/experiment/url.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { CopyField } from "#/ui/CopyField.tsx";
import { QrCode } from "./QrCode.tsx";
import { QrFullScreen } from "./QrFullScreen.tsx";
import styles from "./SharePanel.module.css";

const selectPreset = (state: AppState) => state.preset;
const selectBuilt = (state: AppState) => state.built;
const selectLive = (state: AppState) => state.live;
const selectRoute = (state: AppState) => state.route;
const selectLanes = (state: AppState) => state.laneLinks;
const selectEngine = (state: AppState) => state.engineChoice;
const selectBackend = (state: AppState) => state.backend;
const selectDataSets = (state: AppState) => state.dataSets;

export function SharePanel() {
  const t = useText();
  const format = useNumberFormat();
  const preset = useAppState(selectPreset);
  const built = useAppState(selectBuilt);
  const live = useAppState(selectLive);
  const route = useAppState(selectRoute);
  const lanes = useAppState(selectLanes);
  const backend = useAppState(selectBackend);
  const engine = useAppState(selectEngine);
  const first = useAppState(selectDataSets)
    .find((set) => set.id === built.data.set)
    ?.chunks.find((chunk) => chunk.split === "train");
  const [wait, setWait] = useState(false);
  const [limited, setLimited] = useState(false);
  const trainLimit = limited && first !== undefined ? first.count : built.data.trainLimit;
  const search = encodeUrl({
    preset,
    config: { ...built, data: { ...built.data, trainLimit } },
    ...{ live, route, lanes },
    engine: engineInLink(engine),
    autostart: wait ? false : null,
  });
  const link = new URL(search, location.href).href;
  return (
    <div className={styles["panel"]}>
      <h2>{t("training.share.title")}</h2>
      <QrCode text={link} label={t("bar.share.qr")} />
      <QrFullScreen text={link} />
      <CopyField label={t("bar.share.link")} rows={4} text={link} />
      <label className={styles["check"]}>
        <input
          type="checkbox"
          checked={wait}
          onChange={() => {
            setWait(!wait);
          }}
        />
        {t("bar.share.wait")}
      </label>
      {first !== undefined && (
        <label className={styles["check"]}>
          <input
            type="checkbox"
            checked={limited}
            onChange={() => {
              setLimited(!limited);
            }}
          />
          {t("bar.share.limit", {
            images: format(first.count, 0),
            size: format(first.bytes / 1e6, 1),
          })}
        </label>
      )}
      {backend !== null && (
        <p>{t("bar.share.note", { backend: backendTitles[backend.backend] })}</p>
      )}
    </div>
  );
}
