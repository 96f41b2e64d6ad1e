/** The pace of a replay. Pure. */

export const replayMs = 8000;
/** Pictures shown when motion is to be spared: one a second. */
const stops = 8;

/** The frame to show `elapsed` ms into a replay of `count` frames; null when it is over. */
export function replayFrame(elapsed: number, count: number, reducedMotion: boolean): number | null {
  if (count < 2 || elapsed >= replayMs) return null;
  const share = elapsed / replayMs;
  if (!reducedMotion) return Math.min(Math.floor(share * count), count - 1);
  const stop = Math.floor(share * stops);
  return Math.round((stop / (stops - 1)) * (count - 1));
}
