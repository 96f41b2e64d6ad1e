/** Which ten test images the Reconstruct tab shows. Pure. */
import { createRng } from "#/core/rng.ts";

export const shownAtOnce = 10;

export interface Choice {
  /** Only this class; null for all. */
  readonly label: number | null;
  /** 0 keeps the order of the test split; each other number is a shuffle of its own. */
  readonly shuffle: number;
  /** Which ten of them, from 0; wraps around. */
  readonly page: number;
}

export const firstTen: Choice = { label: null, shuffle: 0, page: 0 };

export interface Candidates {
  /** Into the test split. */
  readonly indices: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/** At most ten test indices; the same choice of the same candidates gives the same ones. */
export function chosenImages(candidates: Candidates, choice: Choice, seed: number): number[] {
  const fitting = Array.from(candidates.indices).filter(
    (_, i) => choice.label === null || candidates.labels[i] === choice.label,
  );
  const ordered = Uint32Array.from(fitting);
  if (choice.shuffle !== 0) {
    createRng(seed).fork("reconstruct").fork(String(choice.shuffle)).shuffle(ordered);
  }
  if (ordered.length <= shownAtOnce) return [...ordered];
  const start = (choice.page * shownAtOnce) % ordered.length;
  return Array.from({ length: shownAtOnce }, (_, k) => ordered[(start + k) % ordered.length] ?? 0);
}
