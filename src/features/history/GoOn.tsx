/**
 * From a moment of the past that kept its weights, on as a new lane of the comparison. Which state it
 * takes up is the group's affair, and why it could not stands where the lane would.
 */
import { useState, type ReactElement } from "react";
import styles from "#/features/history/HistoryStrip.module.css";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState, type AppHandle } from "#/state/context.tsx";
import { shown } from "#/state/parts.ts";
import type { AppState } from "#/state/types.ts";

const selectScrubbed = (state: AppState) => state.scrubbed;

type Standing = "free" | "opening" | "foreign";

/** "foreign" for a run that no comparison holds. */
async function openLane(app: AppHandle): Promise<Standing> {
  const group = await app.comparison();
  const from = group.store.getState().lanes.findIndex(({ app: of }) => of.store === app.store);
  if (from < 0) return "foreign";
  const { scrubbed, go } = app.store.getState();
  // A refusal is told by the comparison, in the place of the lane.
  if (scrubbed !== null) await group.addFromFrame(from, scrubbed).catch(() => null);
  go({ mode: "compare" });
  return "free";
}

export function GoOn(): ReactElement | null {
  const t = useText();
  const app = useAppParts();
  const scrubbed = useAppState(selectScrubbed);
  const [standing, setStanding] = useState<Standing>("free");
  const kept = scrubbed !== null && app.frames.list()[scrubbed]?.hasWeights === true;
  const why =
    standing === "foreign"
      ? t("tabs.history.goOnForeign")
      : kept
        ? t("tabs.history.goOnHelp")
        : t("tabs.history.goOnUnkept");
  const unavailable = !kept || standing !== "free";

  function goOn(): void {
    if (unavailable) return;
    setStanding("opening");
    const opening = openLane(app).then(setStanding, (error: unknown) => {
      setStanding("free");
      throw error;
    });
    void shown(app.store, opening);
  }

  if (scrubbed === null) return null;
  return (
    <button
      type="button"
      className={styles["goOn"]}
      title={why}
      // Stays in reach of the keyboard, so that its reason can be read.
      aria-disabled={unavailable}
      aria-busy={standing === "opening"}
      onClick={goOn}
    >
      {t(standing === "opening" ? "tabs.history.goOnOpening" : "tabs.history.goOn")}
    </button>
  );
}
