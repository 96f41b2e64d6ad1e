/** The plane's tools in one row: pictures or points, coordinates, axes, frame; the rest folds away. */
import { withCoordinates } from "#/core/latent/window.ts";
import { AxesMenu } from "#/features/latent/AxesMenu.tsx";
import { FrameMenu } from "#/features/latent/FrameMenu.tsx";
import { layerOpacity } from "#/features/latent/layerOpacity.ts";
import { LayersMenu } from "#/features/latent/LayersMenu.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import styles from "./PlaneToolbar.module.css";

const selectLayers = (s: AppState) => s.layers;
const selectBalance = (s: AppState) => s.balance;
const selectWindow = (s: AppState) => s.window;
const selectManyDimensions = (s: AppState) => s.z.length > 2;

export function PlaneToolbar() {
  const t = useText();
  const { store } = useAppParts();
  const layers = useAppState(selectLayers);
  const balance = useAppState(selectBalance);
  const window = useAppState(selectWindow);
  const many = useAppState(selectManyDimensions);
  const shown = layerOpacity(layers, balance);

  return (
    <div role="toolbar" aria-label={t("latent.toolbar")} className={styles["toolbar"]}>
      <div className={styles["balance"]}>
        {(["pictures", "points"] as const).map((layer) => (
          <Button
            key={layer}
            look="quiet"
            pressed={layers[layer]}
            className={styles["layer"]}
            data-layer={layer}
            title={t(`latent.${layer}`)}
            onClick={() => {
              store.getState().setLayer(layer, !layers[layer]);
            }}
          >
            {t(`latent.${layer}`)}
          </Button>
        ))}
        <input
          type="range"
          className={styles["slider"]}
          min={0}
          max={1}
          step={0.05}
          value={balance}
          disabled={!layers.pictures || !layers.points}
          aria-label={t("latent.balance")}
          aria-valuetext={t("latent.balanceValue", {
            pictures: Math.round(100 * shown.pictures),
            points: Math.round(100 * shown.points),
          })}
          onChange={(event) => {
            store.getState().setBalance(event.target.valueAsNumber);
          }}
        />
      </div>
      <ToggleGroup
        label={t("latent.coordinates")}
        value={window.coordinates}
        options={[
          { value: "z", label: t("latent.coordinatesZ") },
          { value: "phi", label: t("latent.coordinatesPhi") },
        ]}
        onChange={(coordinates) => {
          store.getState().setWindow(withCoordinates(window, coordinates));
        }}
      />
      {many && <AxesMenu />}
      <FrameMenu compact={many} />
      <span className={styles["end"]}>
        <LayersMenu />
      </span>
    </div>
  );
}
