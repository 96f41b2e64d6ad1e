/**
 * Where slow motion stands: the phase, whether it plays, and the pace. At the end of a step that plays
 * it asks for the next one. A page out of sight stands still, as animation frames do.
 */
import { useEffect, useEffectEvent, useState } from "react";
import { phaseAfter, phaseMs, type Phase } from "#/features/slow/phases.ts";

export interface Phases {
  readonly phase: Phase;
  readonly playing: boolean;
  setPlaying(on: boolean): void;
  /** By hand: pauses. */
  move(by: 1 | -1): void;
  /** Takes the step, and begins the next one at its first phase. */
  end(): void;
}

/**
 * @param ready whether there is a step to show; nothing plays before.
 * @param onEnd the last phase of a step that plays has had its time.
 * @param onPhase each phase shown.
 */
export function usePhases(
  ready: boolean,
  onEnd: () => void,
  onPhase: (phase: Phase) => void,
): Phases {
  const [phase, setPhase] = useState<Phase>("image");
  const [playing, setPlaying] = useState(false);

  function end(): void {
    setPhase("image");
    onEnd();
  }
  const advance = useEffectEvent(() => {
    const next = phaseAfter(phase, 1);
    if (next === null) end();
    else setPhase(next);
  });
  useEffect(() => {
    if (!playing || !ready) return undefined;
    let began: number | null = null;
    let request = requestAnimationFrame(function wait(now) {
      began ??= now;
      if (now - began >= phaseMs) advance();
      else request = requestAnimationFrame(wait);
    });
    return () => {
      cancelAnimationFrame(request);
    };
  }, [playing, ready, phase]);

  const tell = useEffectEvent(onPhase);
  useEffect(() => {
    if (ready) tell(phase);
  }, [ready, phase]);

  return {
    phase,
    playing,
    setPlaying,
    move(by) {
      setPlaying(false);
      setPhase((last) => phaseAfter(last, by) ?? last);
    },
    end,
  };
}
