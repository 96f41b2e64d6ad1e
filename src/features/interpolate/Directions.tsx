/**
 * From one group of images to another: the means of both, and a slider along the line between them,
 * whatever the latent size. What the slider does not touch stays.
 */
import { amountAlong, movedAlong } from "#/core/latent/directions.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { GroupChoice } from "#/features/interpolate/GroupChoice.tsx";
import styles from "#/features/interpolate/InterpolateTab.module.css";
import { useMeans } from "#/features/interpolate/useMeans.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Slider } from "#/ui/Slider.tsx";

const selectZ = (s: AppState) => s.z;

/** The slider goes this far past either mean. */
const beyond = 1;

export function Directions({ shape }: { readonly shape: ImageShape }) {
  const t = useText();
  const format = useNumberFormat();
  const { store } = useAppParts();
  const z = useAppState(selectZ);
  const { groups, direction } = useMeans();
  const amount = direction === null ? 0 : amountAlong(direction, z);
  const within = Math.min(Math.max(amount, -beyond), 1 + beyond);
  const move = (t: number): void => {
    if (direction !== null) store.getState().setZ(movedAlong(direction, z, t), "hand");
  };
  return (
    <section className={styles["part"]} aria-label={t("tabs.direction.title")}>
      <h3 className={styles["heading"]}>{t("tabs.direction.title")}</h3>
      <div className={styles["controls"]}>
        <Slider
          label={t("tabs.direction.slider")}
          value={within}
          min={-beyond}
          max={1 + beyond}
          step={0.01}
          disabled={direction === null}
          valueText={t("tabs.direction.amount", { amount: format(amount, 2) })}
          testId="direction-slider"
          onChange={move}
        />
        <Button
          disabled={direction === null}
          onClick={() => {
            move(0);
          }}
        >
          {t("tabs.direction.toB")}
        </Button>
        <Button
          disabled={direction === null}
          onClick={() => {
            move(1);
          }}
        >
          {t("tabs.direction.toA")}
        </Button>
      </div>
      <p className={styles["note"]}>
        {t(direction === null ? "tabs.direction.choose" : "tabs.direction.help")}
      </p>
      <div className={styles["groups"]}>
        {(["b", "a"] as const).map((side) => (
          <GroupChoice key={side} side={side} group={groups[side]} shape={shape} />
        ))}
      </div>
    </section>
  );
}
