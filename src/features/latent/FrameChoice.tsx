/** The panel of the frame menu: its range, and how many pictures a side. */
import { restExtent, restWindow } from "#/core/latent/plane.ts";
import { atRest, clampWindow, extentLimits } from "#/core/latent/window.ts";
import menu from "#/features/latent/menu.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Slider } from "#/ui/Slider.tsx";

const selectWindow = (s: AppState) => s.window;
const selectGridSize = (s: AppState) => s.gridSize;

const FEWEST = 2;
const MOST = 30;

export function FrameChoice() {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const window = useAppState(selectWindow);
  const n = useAppState(selectGridSize);
  const widest = window.coordinates === "phi" ? restExtent : extentLimits.max;
  return (
    <div className={menu["menu"]}>
      <Slider
        label={t("latent.range")}
        value={Math.log(window.extent)}
        min={Math.log(extentLimits.min)}
        max={Math.log(widest)}
        step={0.01}
        valueText={t("latent.rangeValue", { extent: format(window.extent, 2) })}
        onChange={(value) => {
          store.getState().setWindow(clampWindow({ ...window, extent: Math.exp(value) }));
        }}
      />
      <Button
        disabled={atRest(window)}
        onClick={() => {
          store.getState().setWindow({ ...restWindow, coordinates: window.coordinates });
        }}
      >
        {t("latent.rest")}
      </Button>
      <Slider
        label={t("latent.gridSize")}
        value={n}
        min={FEWEST}
        max={MOST}
        step={1}
        valueText={t("latent.gridSizeValue", { n })}
        onChange={(value) => {
          store.getState().setGridSize(value);
        }}
      />
      <p className={menu["hint"]}>{t("latent.panHelp")}</p>
    </div>
  );
}
