/** Which of the page's layouts the window has room for. Sizes within a layout are CSS alone. */
import { useMedia } from "#/ui/useMedia.ts";

/**
 * wide: three columns. drawer: the experiment behind a rail. stacked: the page scrolls. phone: the
 * plane pinned, the rest in sheets below it (beside it when the phone lies on its side).
 */
export type Layout = "wide" | "drawer" | "stacked" | "phone";

export function useLayout(): Layout {
  const wide = useMedia("(min-width: 1280px)");
  const drawer = useMedia("(min-width: 900px)");
  const stacked = useMedia("(min-width: 600px)");
  const low = useMedia("(max-height: 479.98px)");
  if (low && !wide) return "phone";
  if (wide) return "wide";
  if (drawer) return "drawer";
  return stacked ? "stacked" : "phone";
}
