/** A group of lanes for as long as a bench is on the page: opened with it, ended when it is left. */
import { useCallback, useEffect, useState } from "react";
import type { Fault } from "#/core/fault.ts";
import { useAppParts } from "#/state/context.tsx";
import type { LaneGroup, LanePlan } from "#/state/lanes/types.ts";
import { faultOf } from "#/state/parts.ts";

export type BenchGroup =
  | { readonly status: "opening" }
  | { readonly status: "open"; readonly group: LaneGroup }
  | { readonly status: "failed"; readonly fault: Fault; readonly retry: () => void };

type Settled = { readonly group: LaneGroup } | { readonly fault: Fault };

interface Opened {
  readonly plans: readonly LanePlan[];
  readonly attempt: number;
  readonly settled: Settled;
}

/** @param plans keep the identity while the lanes are the same. */
export function useBenchGroup(plans: readonly LanePlan[]): BenchGroup {
  const { openGroup } = useAppParts();
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<Opened | null>(null);
  const retry = useCallback(() => {
    setAttempt((last) => last + 1);
  }, []);

  useEffect(() => {
    let gone = false;
    let group: LaneGroup | null = null;
    const settle = (settled: Settled): void => {
      setOpened({ plans, attempt, settled });
    };
    openGroup(plans).then(
      (made) => {
        if (gone) made[Symbol.dispose]();
        else {
          group = made;
          settle({ group: made });
        }
      },
      (error: unknown) => {
        if (!gone) settle({ fault: faultOf(error) });
      },
    );
    return () => {
      gone = true;
      group?.[Symbol.dispose]();
    };
  }, [openGroup, plans, attempt]);

  if (opened?.plans !== plans || opened.attempt !== attempt) return { status: "opening" };
  const { settled } = opened;
  if ("fault" in settled) return { status: "failed", fault: settled.fault, retry };
  return { status: "open", group: settled.group };
}
