/**
 * An axis that moves at most every two seconds while anything trains (`moving`), and never under the
 * hand: while `held` (pointer or focus in the panel) it keeps the domain it had, unless the run is a
 * new one. At rest it fits what is there, for nothing comes after it that would mend the scale.
 */
import { useState } from "react";
import type { Domain } from "#/core/metrics/axis.ts";

const REST = 2000;

export interface Steadiness {
  readonly held: boolean;
  readonly moving: boolean;
  /** Which run is drawn. */
  readonly run: number | string;
  /** Of the newest change drawn, ms. */
  readonly now: number;
}

export function useSteadyDomain(wanted: Domain, when: Steadiness): Domain {
  const { held, moving, run, now } = when;
  const [steady, setSteady] = useState({ domain: wanted, run, at: now });
  const same = steady.domain[0] === wanted[0] && steady.domain[1] === wanted[1];
  const due = steady.run !== run || (!held && (!moving || now - steady.at >= REST));
  if (!same && due) {
    setSteady({ domain: wanted, run, at: now });
    return wanted;
  }
  return steady.domain;
}
