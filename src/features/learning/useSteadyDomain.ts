/**
 * An axis that moves at most every two seconds and never under the hand: while `held` (pointer or
 * focus in the panel) it keeps the domain it had, unless the run is a new one.
 */
import { useState } from "react";
import type { Domain } from "#/core/metrics/axis.ts";

const REST = 2000;

export function useSteadyDomain(wanted: Domain, held: boolean, runId: number, now: number): Domain {
  const [steady, setSteady] = useState({ domain: wanted, runId, at: now });
  const same = steady.domain[0] === wanted[0] && steady.domain[1] === wanted[1];
  const due = steady.runId !== runId || (!held && now - steady.at >= REST);
  if (!same && due) {
    const next = { domain: wanted, runId, at: now };
    setSteady(next);
    return wanted;
  }
  return steady.domain;
}
