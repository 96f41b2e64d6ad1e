/** What the large image shows where that is not the mean of a Bernoulli pixel. */
import type { ReactElement } from "react";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectDisplay = (state: AppState) => state.built.objective.display;

export function DisplayHelp(): ReactElement {
  const t = useText();
  const display = useAppState(selectDisplay);
  return <>{t(display === "sigmoid" ? "tabs.display.gaussian" : `tabs.display.${display}`)}</>;
}
