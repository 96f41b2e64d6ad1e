/** What a lane differs in from lane A, in words: always worked out from the two, never written down. */
import { useStore } from "zustand";
import { tellingDifference } from "#/core/experiment/diff.ts";
import { changeText } from "#/i18n/changeText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useEveryLane, useLanes } from "#/features/compare/useEveryLane.ts";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

const selectConfig = (state: AppState) => state.config;
const selectDataSets = (state: AppState) => state.dataSets;

/** One text a change; none for an identical lane. */
export function useDifference(lane: Lane): readonly string[] {
  const t = useText();
  const format = useNumberFormat();
  const first = useLanes()[0] ?? lane;
  const from = useStore(first.app.store, selectConfig);
  const to = useStore(lane.app.store, selectConfig);
  const dataSets = useStore(lane.app.store, selectDataSets);
  return tellingDifference(from, to).map((change) => changeText(t, format, change, dataSets));
}

/** The same of every lane, in one text each. */
export function useDifferences(): readonly string[] {
  const t = useText();
  const format = useNumberFormat();
  const configs = useEveryLane(selectConfig);
  const [dataSets = []] = useEveryLane(selectDataSets);
  const [from] = configs;
  return configs.map((to) => {
    const changes = from === undefined ? [] : tellingDifference(from, to);
    const texts = changes.map((change) => changeText(t, format, change, dataSets));
    return texts.join(t("compare.separator"));
  });
}
