/** The seven phases of a step in slow motion, and their pace. Pure. */

export const phases = [
  "image",
  "posterior",
  "noise",
  "latent",
  "output",
  "terms",
  "gradient",
] as const;
export type Phase = (typeof phases)[number];

/** A phase takes so long while it plays. */
export const phaseMs = 1250;

/** Whether a phase has been reached when `now` runs: its numbers are known then. */
export function isReached(phase: Phase, now: Phase): boolean {
  return phases.indexOf(phase) <= phases.indexOf(now);
}

/** One phase on or back; null where the step ends. */
export function phaseAfter(phase: Phase, by: 1 | -1): Phase | null {
  return phases[phases.indexOf(phase) + by] ?? null;
}
