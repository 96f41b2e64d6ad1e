/** β of the lane on show, changed while it runs. */
import type { ReactElement } from "react";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Slider } from "#/ui/Slider.tsx";

const selectBeta = (state: AppState) => state.draft.objective.beta;
const selectEdit = (state: AppState) => state.edit;

/** Tenths up to 10. */
const finest = 0.1;

export function BetaSlider(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const beta = useAppState(selectBeta);
  const edit = useAppState(selectEdit);
  return (
    <Slider
      label={`${t("lessons.views.betaLabel")}. ${t("lessons.views.betaHelp")}`}
      min={0}
      max={10}
      step={finest}
      value={beta}
      valueText={format(beta, 1)}
      testId="lesson-beta"
      onChange={(value) => {
        edit({ objective: { beta: Math.round(value / finest) * finest } });
      }}
    />
  );
}
