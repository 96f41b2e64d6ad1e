/** Above two dimensions: the button that says which two the plane spans, and opens their choice. */
import { lazy } from "react";
import menu from "#/features/latent/menu.module.css";
import { subscript } from "#/features/latent/useAxisNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Popover } from "#/ui/Popover.tsx";

const AxesChoice = lazy(async () => ({ default: (await import("./AxesChoice.tsx")).AxesChoice }));

const selectAxes = (s: AppState) => s.axes;

export function AxesMenu() {
  const t = useText();
  const axes = useAppState(selectAxes);
  const name = (dimension: number): string =>
    t("latent.axisDimension", { index: subscript(dimension + 1) });
  const shown = axes.kind === "pca" ? "PCA" : `${name(axes.dims[0])}, ${name(axes.dims[1])}`;
  return (
    <Popover
      label={t("latent.axes")}
      align="start"
      button={{
        look: "quiet",
        className: menu["opener"],
        children: shown,
        "aria-label": `${t("latent.axes")}: ${shown}`,
      }}
    >
      {() => <AxesChoice />}
    </Popover>
  );
}
