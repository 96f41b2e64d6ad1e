/**
 * One slider a latent dimension, twelve at first. Order comes from the state (by KL, at each pause or
 * on request) and stands still while the panel holds the pointer or the focus. Many rows cost little:
 * those off screen are neither laid out nor painted.
 */
import { useCallback, useRef, useState, type ReactElement } from "react";
import styles from "#/features/explore/LatentSliders.module.css";
import { paintSliders } from "#/features/explore/paintSliders.ts";
import { furthest } from "#/features/explore/sliderMoves.ts";
import { SliderRow } from "#/features/explore/SliderRow.tsx";
import { useHeldValue } from "#/features/explore/useHeldValue.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { palette } from "#/ui/palette.ts";
import { useTheme } from "#/ui/theme.tsx";
import { useDevicePixelRatio } from "#/ui/useDevicePixelRatio.ts";
import { useHeld } from "#/ui/useHeld.ts";
import { useRepaint } from "#/ui/useRepaint.ts";
import { useResize } from "#/ui/useResize.ts";

/** Rows shown before anybody asks for more. */
const few = 12;

const selectOrder = (state: AppState) => state.sliderOrder;
const selectSort = (state: AppState) => state.sortSliders;
const selectDraw = (state: AppState) => state.drawZ;
const selectReset = (state: AppState) => state.resetZ;

export function LatentSliders(): ReactElement {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  const [held, release] = useHeld(panel);
  const order = useHeldValue(useAppState(selectOrder), held);
  const sort = useAppState(selectSort);
  const drawZ = useAppState(selectDraw);
  const resetZ = useAppState(selectReset);
  const [all, setAll] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const shown = all ? order : order.slice(0, few);
  const { list, repaint } = useSliderPaint(shown);

  return (
    <section ref={panel} className={styles["panel"]} aria-label={t("views.sliders.title")}>
      <div className={styles["actions"]}>
        <button type="button" className={styles["action"]} onClick={resetZ}>
          {t("views.sliders.resetAll")}
        </button>
        <button type="button" className={styles["action"]} onClick={drawZ}>
          {t("views.sliders.draw")}
        </button>
        {order.length > 2 && (
          <button
            type="button"
            className={styles["action"]}
            onClick={() => {
              sort();
              // Asked for by hand: the new order shows at once, under the pointer too.
              release();
            }}
          >
            {t("views.sliders.sort")}
          </button>
        )}
        <span className={styles["klHead"]}>{t("views.sliders.kl")}</span>
      </div>
      <ul
        ref={list}
        className={styles["list"]}
        title={t("views.sliders.backdrop")}
        onScroll={repaint}
      >
        {shown.map((dimension) => (
          <SliderRow key={dimension} dimension={dimension} onRefused={setKept} />
        ))}
      </ul>
      <div className={styles["foot"]}>
        <p className={styles["line"]} data-refused={kept !== null} role="status">
          {kept === null ? t("views.sliders.hint") : t("views.sliders.invalid", { furthest, kept })}
        </p>
        {order.length > few && (
          <button
            type="button"
            className={styles["action"]}
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all
              ? t("views.sliders.showFewer", { count: few })
              : t("views.sliders.showAll", { count: order.length })}
          </button>
        )}
      </div>
    </section>
  );
}

function useSliderPaint(shown: readonly number[]) {
  const { frames } = useAppParts();
  const format = useNumberFormat();
  const theme = useTheme();
  const pixelRatio = useDevicePixelRatio();
  const list = useRef<HTMLUListElement>(null);
  const paint = useCallback(() => {
    // Rows that come, go or change places need a paint of their own.
    if (list.current === null || shown.length === 0) return;
    const { text, kl, edge } = palette[theme];
    const colours = { ink: text, prior: kl, zero: edge };
    paintSliders(list.current, { frame: frames.shown(), format, colours, pixelRatio });
  }, [frames, format, theme, pixelRatio, shown]);
  const repaint = useRepaint(paint, frames);
  useResize(list, repaint);
  return { list, repaint };
}
