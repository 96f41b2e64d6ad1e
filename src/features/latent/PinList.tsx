/** The pinned places as a list: go there, or take one away. */
import menu from "#/features/latent/menu.module.css";
import { zText } from "#/features/latent/zText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";

const selectPins = (s: AppState) => s.pins;

export function PinList() {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const pins = useAppState(selectPins);
  if (pins.length === 0) return <p className={menu["hint"]}>{t("latent.pinsEmpty")}</p>;
  return (
    <ul className={menu["pins"]}>
      {pins.map((z, index) => (
        <li key={index}>
          <Button
            look="quiet"
            onClick={() => {
              store.getState().setZ(z, "hand");
            }}
          >
            <span className={menu["numbers"]}>
              {`${t("latent.pin", { index: index + 1 })}: ${zText(z, format)}`}
            </span>
          </Button>
          <IconButton
            icon="close"
            label={t("latent.removePin", { index: index + 1 })}
            onClick={() => {
              store.getState().unpin(index);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
