/** Link and QR code of the experiment as it stands, with what a class needs. Loaded lazily. */
import qrcode from "qrcode-generator";
import { useMemo, useState } from "react";
import { backendTitles } from "./BackendChip.tsx";
import { encodeUrl } from "#/core/experiment/url.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { CopyField } from "#/ui/CopyField.tsx";
import styles from "./SharePanel.module.css";

const selectPreset = (state: AppState) => state.preset;
const selectBuilt = (state: AppState) => state.built;
const selectLive = (state: AppState) => state.live;
const selectBackend = (state: AppState) => state.backend;
const selectDataSets = (state: AppState) => state.dataSets;

export function SharePanel() {
  const t = useText();
  const format = useNumberFormat();
  const preset = useAppState(selectPreset);
  const built = useAppState(selectBuilt);
  const live = useAppState(selectLive);
  const backend = useAppState(selectBackend);
  const first = useAppState(selectDataSets)
    .find((set) => set.id === built.data.set)
    ?.chunks.find((chunk) => chunk.split === "train");
  const [wait, setWait] = useState(false);
  const [limited, setLimited] = useState(false);
  const trainLimit = limited && first !== undefined ? first.count : built.data.trainLimit;
  const search = encodeUrl({
    preset,
    config: { ...built, data: { ...built.data, trainLimit } },
    live,
    autostart: wait ? false : null,
  });
  const link = new URL(search, location.href).href;
  return (
    <div className={styles["panel"]}>
      <h2>{t("training.share.title")}</h2>
      <QrCode text={link} label={t("training.share.qr")} />
      <CopyField label={t("training.share.link")} rows={4} text={link} />
      <label className={styles["check"]}>
        <input
          type="checkbox"
          checked={wait}
          onChange={() => {
            setWait(!wait);
          }}
        />
        {t("training.share.wait")}
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
          {t("training.share.limit", {
            images: format(first.count, 0),
            size: format(first.bytes / 1e6, 1),
          })}
        </label>
      )}
      {backend !== null && (
        <p>{t("training.share.note", { backend: backendTitles[backend.backend] })}</p>
      )}
    </div>
  );
}

/** Black on white in both themes, with the quiet zone of four modules that readers need. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { side, path } = useMemo(() => qrPath(text), [text]);
  const box = side + 8;
  return (
    <svg
      className={styles["qr"]}
      viewBox={`-4 -4 ${String(box)} ${String(box)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={box} height={box} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** SVG path of the dark modules, one unit each. */
function qrPath(text: string): { readonly side: number; readonly path: string } {
  // 0: the smallest version that holds the text.
  const code = qrcode(0, "L");
  code.addData(text);
  code.make();
  const side = code.getModuleCount();
  let path = "";
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (code.isDark(row, column)) path += `M${String(column)} ${String(row)}h1v1h-1z`;
    }
  }
  return { side, path };
}
