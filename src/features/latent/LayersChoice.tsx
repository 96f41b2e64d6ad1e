/** The panel of further layers, how points look, and the pins. */
import menu from "#/features/latent/menu.module.css";
import { PinList } from "#/features/latent/PinList.tsx";
import { SavePlane } from "#/features/latent/SavePlane.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectLayers = (s: AppState) => s.layers;
const selectPointStyle = (s: AppState) => s.pointStyle;

export function LayersChoice() {
  const t = useText();
  const { store } = useAppParts();
  const layers = useAppState(selectLayers);
  const pointStyle = useAppState(selectPointStyle);
  return (
    <div className={menu["menu"]}>
      {(["prior", "density"] as const).map((layer) => (
        <label key={layer} className={menu["switch"]}>
          <input
            type="checkbox"
            checked={layers[layer]}
            onChange={(event) => {
              store.getState().setLayer(layer, event.target.checked);
            }}
          />
          {t(`latent.${layer}`)}
        </label>
      ))}
      <label className={menu["switch"]}>
        <input
          type="checkbox"
          checked={layers.landscape}
          onChange={(event) => {
            store.getState().setLayer("landscape", event.target.checked);
          }}
        />
        {t("tabs.landscape.layer")}
      </label>
      <span className={menu["label"]} aria-hidden="true">
        {t("latent.pointStyle")}
      </span>
      <ToggleGroup
        label={t("latent.pointStyle")}
        value={pointStyle}
        options={[
          { value: "dots", label: t("latent.dots") },
          { value: "numerals", label: t("latent.numerals") },
          { value: "thumbnails", label: t("latent.thumbnails") },
        ]}
        onChange={(style) => {
          store.getState().setPointStyle(style);
        }}
      />
      <span className={menu["label"]}>{t("latent.pins")}</span>
      <PinList />
      <Button
        icon="pin"
        onClick={() => {
          store.getState().pinHere();
        }}
      >
        {t("latent.pinHandle")}
      </Button>
      <SavePlane />
    </div>
  );
}
