/** What all lanes show at once. */
import type { Tab } from "#/state/types.ts";

export const laneViews = ["latent", "reconstructions", "samples", "kl", "difference"] as const;
export type LaneView = (typeof laneViews)[number];

/** The page's tab that the view goes with: previews bring samples only while somebody looks at them. */
export function tabOf(view: LaneView): Tab {
  if (view === "samples") return "samples";
  return view === "reconstructions" ? "reconstruct" : "explore";
}

/** The view nearest to what the page showed. */
export function viewOf(tab: Tab): LaneView {
  if (tab === "samples") return "samples";
  return tab === "reconstruct" ? "reconstructions" : "latent";
}
