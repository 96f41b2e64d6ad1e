/** How large a lane's plane may be, so that all of a lane is in sight: whole cells of 28 px, one odd count. */
import { useMedia } from "#/ui/useMedia.ts";

/** CSS pixels: 13 × 13 cells for two lanes at 1440 × 760, 11 × 11 for four; more in a taller window. */
export function usePlaneMost(lanes: number): number {
  const tall = useMedia("(min-height: 860px)");
  const taller = useMedia("(min-height: 980px)");
  const cells = (lanes > 2 ? 11 : 13) + (tall ? 2 : 0) + (taller ? 2 : 0);
  return cells * 28;
}
