/** What the frame covers: its range and how many pictures a side. */
import { restExtent, restWindow } from "#/core/latent/plane.ts";
import { atRest, clampWindow, extentLimits } from "#/core/latent/window.ts";
import menu from "#/features/latent/menu.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Popover } from "#/ui/Popover.tsx";
import { Slider } from "#/ui/Slider.tsx";

const selectWindow = (s: AppState) => s.window;
const selectGridSize = (s: AppState) => s.gridSize;

const FEWEST = 2;
const MOST = 30;

export interface FrameMenuProps {
  /** Shows the range alone on its button, where the row is full. */
  readonly compact: boolean;
}

export function FrameMenu({ compact }: FrameMenuProps) {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const window = useAppState(selectWindow);
  const n = useAppState(selectGridSize);
  const extent = format(window.extent, 2);
  const widest = window.coordinates === "phi" ? restExtent : extentLimits.max;
  const range = t("latent.rangeValue", { extent });
  const size = t("latent.gridSizeValue", { n });
  return (
    <Popover
      label={t("latent.view")}
      button={{
        look: "quiet",
        className: menu["opener"],
        children: <span className={menu["numbers"]}>{compact ? range : `${range} · ${size}`}</span>,
        "aria-label": `${t("latent.view")}: ${range}, ${size}`,
      }}
    >
      {() => (
        <div className={menu["menu"]}>
          <Slider
            label={t("latent.range")}
            value={Math.log(window.extent)}
            min={Math.log(extentLimits.min)}
            max={Math.log(widest)}
            step={0.01}
            valueText={range}
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
            valueText={size}
            onChange={(value) => {
              store.getState().setGridSize(value);
            }}
          />
          <p className={menu["hint"]}>{t("latent.panHelp")}</p>
        </div>
      )}
    </Popover>
  );
}
