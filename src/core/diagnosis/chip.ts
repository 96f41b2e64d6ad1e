/**
 * Which finding the page tells: one at a time, the most serious of those that have held for long
 * enough; it leaves as slowly as it came. Time and steps are given, none is measured here.
 */
import type { Finding, FindingId } from "#/core/diagnosis/findings.ts";

/** How long a finding holds before it is told, and is gone before it is withdrawn. */
export const PATIENCE = { steps: 100, ms: 2000 } as const;

export interface Moment {
  readonly step: number;
  /** On a clock that only grows. */
  readonly ms: number;
}

interface Followed {
  /** As it last stood. */
  readonly finding: Finding;
  /** Has held for long enough, and not been gone for as long since. */
  readonly told: boolean;
  /** When it last came (while untold), or went (while told); null while nothing is due. */
  readonly since: Moment | null;
}

export type ChipState = ReadonlyMap<FindingId, Followed>;

export const noFindings: ChipState = new Map();

function hasPassed(since: Moment, now: Moment): boolean {
  return now.step - since.step >= PATIENCE.steps && now.ms - since.ms >= PATIENCE.ms;
}

/** @param findings that hold now, of the same run as `state`. */
export function follow(state: ChipState, findings: readonly Finding[], now: Moment): ChipState {
  const next = new Map<FindingId, Followed>();
  for (const finding of findings) {
    const before = state.get(finding.id);
    if (before?.told === true) next.set(finding.id, { finding, told: true, since: null });
    else {
      const since = before?.since ?? now;
      const told = hasPassed(since, now);
      next.set(finding.id, { finding, told, since: told ? null : since });
    }
  }
  for (const [id, before] of state) {
    if (next.has(id) || !before.told) continue;
    const since = before.since ?? now;
    if (!hasPassed(since, now)) next.set(id, { ...before, since });
  }
  return next;
}

/** Null while nothing is to be told. */
export function toldOf(state: ChipState, order: readonly FindingId[]): Finding | null {
  for (const id of order) {
    const followed = state.get(id);
    if (followed?.told === true) return followed.finding;
  }
  return null;
}
