/**
 * An image of one's own, drawn or brought, and what the model says of it while it comes about. The
 * point and its ellipse stand on the plane (features/latent/tools).
 */
import { useState, type ReactNode } from "react";
import { DrawnPictures, DrawnResult, Neighbours } from "#/features/draw/DrawnResult.tsx";
import { DrawActions } from "#/features/draw/DrawActions.tsx";
import styles from "#/features/draw/DrawTab.module.css";
import { hasPad } from "#/features/draw/hasPad.ts";
import { Pad } from "#/features/draw/Pad.tsx";
import { PictureDrop } from "#/features/draw/PictureDrop.tsx";
import { useDrawnDetails } from "#/features/draw/useDrawnDetails.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { isCentred, setCentred } from "#/state/tools/drawn.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { PixelCanvas } from "#/ui/PixelCanvas.tsx";
import { Slider } from "#/ui/Slider.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectShape = (s: AppState) => s.dataset?.shape ?? null;
const selectScrubbed = (s: AppState) => s.scrubbed !== null;
const selectPixels = (s: AppState) => toolsOf(s).drawn.pixels;

const usualShape = [28, 28, 1] as const;

export interface DrawTabProps {
  /** Where it is not in sight anyway. */
  readonly plane?: ReactNode;
}

export function DrawTab({ plane }: DrawTabProps) {
  const t = useText();
  const shape = useAppState(selectShape) ?? usualShape;
  const scrubbed = useAppState(selectScrubbed);
  const drawn = useDrawnDetails();
  const { details } = drawn;
  return (
    <div className={styles["tab"]}>
      <div className={styles["columns"]}>
        <div className={styles["hand"]}>
          <PictureDrop shape={shape}>
            <div className={styles["sheet"]}>
              {hasPad(shape) ? <GreyPad side={shape[0]} /> : <Brought />}
              <DrawnPictures details={details} shape={shape} />
            </div>
          </PictureDrop>
          <DrawActions shape={shape} mean={details?.mean ?? null} />
          {scrubbed && <p className={styles["note"]}>{t("latent.liveModel")}</p>}
          <DrawnResult {...drawn} />
        </div>
        <div className={styles["side"]}>
          {plane !== undefined && <div className={styles["plane"]}>{plane}</div>}
          <Neighbours code={details?.mean ?? null} shape={shape} />
        </div>
      </div>
    </div>
  );
}

function GreyPad({ side }: { readonly side: number }) {
  const t = useText();
  const format = useNumberFormat();
  const app = useAppParts();
  const centred = useAppState(isCentred);
  const [instrument, setInstrument] = useState<"pen" | "eraser">("pen");
  const [width, setWidth] = useState(2.5);
  return (
    <div className={styles["drawing"]}>
      <Pad side={side} width={(width * side) / 28} erases={instrument === "eraser"} />
      <div className={styles["instruments"]}>
        <ToggleGroup
          label={t("tabs.draw.instrument")}
          value={instrument}
          options={[
            { value: "pen", label: t("tabs.draw.pen") },
            { value: "eraser", label: t("tabs.draw.eraser") },
          ]}
          onChange={setInstrument}
        />
        <Slider
          label={t("tabs.draw.width")}
          hideLabel
          value={width}
          min={1}
          max={6}
          step={0.5}
          valueText={t("tabs.draw.widthValue", { width: format(width, 1) })}
          onChange={setWidth}
        />
      </div>
      <label className={styles["switch"]} title={t("tabs.draw.centredHelp")}>
        <input
          type="checkbox"
          checked={centred}
          onChange={(event) => {
            setCentred(app, event.target.checked);
          }}
        />
        {t("tabs.draw.centred")}
      </label>
    </div>
  );
}

/** The picture of a colour set, as the network is given it. */
function Brought() {
  const t = useText();
  const shape = useAppState(selectShape) ?? usualShape;
  const pixels = useAppState(selectPixels);
  return (
    <div className={styles["brought"]}>
      <PixelCanvas pixels={pixels} shape={shape} size={256} label={t("tabs.draw.brought")} />
    </div>
  );
}
