/**
 * An axis that moves at most every two seconds while anything trains (`moving`), and never under the
 * hand: while `held` (pointer or focus in the panel) it keeps the domain it had, unless the run is a
 * new one. At rest it fits what is there, for nothing comes after it that would mend the scale.
 */
import { useState } from "react";

const REST = 2000;

export interface Steadiness {
  readonly held: boolean;
  readonly moving: boolean;
  /** Which run is drawn. */
  readonly run: number | string;
  /** Of the newest change drawn, ms. */
  readonly now: number;
}

/** @param wanted low and high of an axis, or of several axes that move together, one after the other. */
export function useSteadyDomain<T extends readonly number[]>(wanted: T, when: Steadiness): T {
  const { held, moving, run, now } = when;
  const [steady, setSteady] = useState({ domain: wanted, run, at: now });
  const same =
    steady.domain.length === wanted.length && steady.domain.every((end, i) => end === wanted[i]);
  const due = steady.run !== run || (!held && (!moving || now - steady.at >= REST));
  if (!same && due) {
    setSteady({ domain: wanted, run, at: now });
    return wanted;
  }
  return steady.domain;
}
