/** The button that opens the plane's other layers, how points look, and the pins. */
import { lazy } from "react";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { Popover } from "#/ui/Popover.tsx";

const LayersChoice = lazy(async () => {
  const [{ LayersChoice }] = await Promise.all([import("./LayersChoice.tsx"), loadLaterEnglish()]);
  return { default: LayersChoice };
});

export function LayersMenu() {
  const t = useText();
  return (
    <Popover
      label={t("latent.layers")}
      button={{
        look: "quiet",
        icon: "more",
        title: t("latent.more"),
        "aria-label": t("latent.more"),
      }}
    >
      {() => <LayersChoice />}
    </Popover>
  );
}
