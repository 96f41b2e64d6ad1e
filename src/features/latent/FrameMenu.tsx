/** The button that says what the frame covers, and opens the choice of it. */
import { lazy } from "react";
import menu from "#/features/latent/menu.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Popover } from "#/ui/Popover.tsx";

const FrameChoice = lazy(async () => ({
  default: (await import("./FrameChoice.tsx")).FrameChoice,
}));

const selectExtent = (s: AppState) => s.window.extent;
const selectGridSize = (s: AppState) => s.gridSize;

export interface FrameMenuProps {
  /** Shows the range alone on its button, where the row is full. */
  readonly compact: boolean;
}

export function FrameMenu({ compact }: FrameMenuProps) {
  const t = useText();
  const format = useNumberFormat();
  const extent = useAppState(selectExtent);
  const n = useAppState(selectGridSize);
  const range = t("latent.rangeValue", { extent: format(extent, 2) });
  const size = t("latent.gridSizeValue", { n });
  return (
    <Popover
      label={t("latent.view")}
      button={{
        look: "quiet",
        className: menu["opener"],
        children: (
          <span className={menu["numbers"]}>
            {range}
            {!compact && <span className={menu["size"]}> · {size}</span>}
          </span>
        ),
        "aria-label": `${t("latent.view")}: ${range}, ${size}`,
      }}
    >
      {() => <FrameChoice />}
    </Popover>
  );
}
