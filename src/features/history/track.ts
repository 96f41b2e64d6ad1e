/** Where the frames of the history stand on their track. Evenly by index: they are thinned so that this is nearly a logarithm of the step. Pure. */

export interface Track {
  /** Of the drawn line; its ends are the oldest frame and the newest. Any unit. */
  readonly left: number;
  readonly right: number;
  /** Frames the track is laid out for; later ones stand at the right end. */
  readonly count: number;
}

export function tickPlace({ left, right, count }: Track, index: number): number {
  if (count < 2) return right;
  return left + (right - left) * Math.min(index / (count - 1), 1);
}

/** The frame nearest a place; null is live, the right end. */
export function frameAt(track: Track, place: number): number | null {
  const { left, right, count } = track;
  if (count < 2 || right <= left) return null;
  const index = Math.round(((place - left) / (right - left)) * (count - 1));
  return index >= count - 1 ? null : Math.max(index, 0);
}

/** Frames whose steps can be written under the track, from the left, at least `room` apart. */
export function labelledFrames(track: Track, room: number): number[] {
  const chosen: number[] = [];
  let free = track.left;
  for (let i = 0; i < track.count - 1; i++) {
    const place = tickPlace(track, i);
    if (place < free || place + room > track.right) continue;
    chosen.push(i);
    free = place + room;
  }
  return chosen;
}

/** Where a key leads among `count` frames from `index` (null: live); undefined for other keys. */
export function movedFrame(
  index: number | null,
  count: number,
  key: string,
): number | null | undefined {
  const at = index ?? count - 1;
  const to = (next: number): number | null =>
    Math.max(next, 0) >= count - 1 ? null : Math.max(next, 0);
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return to(at - 1);
    case "ArrowRight":
    case "ArrowUp":
      return to(at + 1);
    case "PageDown":
      return to(at - 10);
    case "PageUp":
      return to(at + 10);
    case "Home":
      return to(0);
    case "End":
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
