/**
 * A mistake from its first step to its verdict: both lanes train as far as it takes, then what they
 * show is gathered and judged. Paused, it goes on where it was; the judgement itself is core's.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Mistake, Verdict } from "#/core/bench/mistake.ts";
import type { Fault } from "#/core/fault.ts";
import { gatherEvidence } from "#/state/lanes/evidence.ts";
import type { Lane, LaneGroup } from "#/state/lanes/types.ts";
import { faultOf } from "#/state/parts.ts";

export interface MistakeRun {
  /** "judged": what these lanes showed has been told. */
  readonly status: "resting" | "training" | "measuring" | "judged";
  /** Why it did not come to a verdict; null when all is well. */
  readonly fault: Fault | null;
  /** To the verdict, from wherever the lanes stand. */
  start(): void;
  pause(): void;
  /** One batch in both lanes, where nothing trains; a lane that is behind comes up to the other. */
  step(): void;
  /** Both lanes back to step 0; with a new seed they train at once. */
  again(newSeed: boolean): void;
}

export function useMistakeRun(
  group: LaneGroup,
  mistake: Mistake,
  judged: (verdict: Verdict) => void,
): MistakeRun {
  const [status, setStatus] = useState<MistakeRun["status"]>("resting");
  const [fault, setFault] = useState<Fault | null>(null);
  const running = useRef<AbortController | null>(null);

  /** Nothing that was begun says anything any more. */
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  /** Until something else is begun, or the bench is left. */
  const begin = useCallback((): AbortSignal => {
    stop();
    running.current = new AbortController();
    setFault(null);
    return running.current.signal;
  }, [stop]);

  const start = useCallback(() => {
    const signal = begin();
    const current = (): boolean => !signal.aborted;
    const show = (next: MistakeRun["status"]): void => {
      if (current()) setStatus(next);
    };
    toVerdict(group, mistake, show, signal).then(
      (verdict) => {
        if (!current()) return;
        setStatus(verdict === null ? "resting" : "judged");
        if (verdict !== null) judged(verdict);
      },
      (error: unknown) => {
        const told = faultOf(error);
        if (!current()) return;
        setStatus("resting");
        if (told.code !== "cancelled") setFault(told);
      },
    );
  }, [group, mistake, judged, begin]);

  const pause = useCallback(() => {
    group.pauseAll().catch((error: unknown) => {
      setFault(faultOf(error));
    });
  }, [group]);

  const step = useCallback(() => {
    setFault(null);
    const left = group.store.getState().lanes.map((lane) => stepsLeft(lane, mistake.steps));
    const toStep = mistake.steps - Math.max(0, ...left) + 1;
    group.begin({ toStep: Math.min(toStep, mistake.steps) }).catch((error: unknown) => {
      setFault(faultOf(error));
    });
  }, [group, mistake]);

  const again = useCallback(
    (newSeed: boolean) => {
      const signal = begin();
      setStatus("resting");
      group.resetAll({ newSeed }).then(
        () => {
          if (newSeed && !signal.aborted) start();
        },
        (error: unknown) => {
          if (!signal.aborted) setFault(faultOf(error));
        },
      );
    },
    [group, start, begin],
  );

  return { status, fault, start, pause, step, again };
}

/** Null where somebody paused it. @throws EngineError */
async function toVerdict(
  group: LaneGroup,
  mistake: Mistake,
  show: (status: MistakeRun["status"]) => void,
  signal: AbortSignal,
): Promise<Verdict | null> {
  const { lanes } = group.store.getState();
  const short = lanes.filter((lane) => stepsLeft(lane, mistake.steps) > 0);
  if (short.length > 0) {
    show("training");
    // Paused lanes may be a step apart, and none goes beyond the verdict's.
    await group.begin({ toStep: mistake.steps });
  }
  if (signal.aborted || lanes.some((lane) => stepsLeft(lane, mistake.steps) > 0)) return null;
  show("measuring");
  const [first, second] = lanes;
  if (first === undefined || second === undefined) return null;
  const faulty = await gatherEvidence(first, mistake.evaluated, signal);
  const repaired = await gatherEvidence(second, mistake.evaluated, signal);
  return mistake.verdict({ faulty, repaired });
}

/** A lane whose loss broke has shown what it had to show. */
function stepsLeft({ app }: Lane, steps: number): number {
  const { phase, progress } = app.store.getState();
  return phase === "stopped" ? 0 : Math.max(0, steps - (progress?.step ?? 0));
}
