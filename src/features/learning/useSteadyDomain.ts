/**
 * An axis that moves at most every two seconds while anything trains, and never under the hand: while
 * `held` (pointer or focus in the panel) it keeps the domain it had, unless the run is a new one.
 * At rest it fits what is there, for nothing comes after it that would mend the scale.
 */
import { useState } from "react";
import type { Domain } from "#/core/metrics/axis.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const REST = 2000;
const selectMoving = ({ phase }: AppState) => phase === "training" || phase === "waiting";

export function useSteadyDomain(wanted: Domain, held: boolean, runId: number, now: number): Domain {
  const moving = useAppState(selectMoving);
  const [steady, setSteady] = useState({ domain: wanted, runId, at: now });
  const same = steady.domain[0] === wanted[0] && steady.domain[1] === wanted[1];
  const due = steady.runId !== runId || (!held && (!moving || now - steady.at >= REST));
  if (!same && due) {
    const next = { domain: wanted, runId, at: now };
    setSteady(next);
    return wanted;
  }
  return steady.domain;
}
