/** Puts the draws onto the plane: each new one travels its arrow in 240 ms. */
import { useEffect, useRef, type RefObject } from "react";
import { project, type PlaneAxes } from "#/core/latent/plane.ts";
import type { DrawMark } from "#/features/latent/draw/marks.ts";
import type { PlaneStage } from "#/features/latent/stage.ts";
import type { EpsilonDraw } from "#/features/latent/useEpsilonDraws.ts";

const DURATION_MS = 240;

export function useDrawMarks(
  stage: RefObject<PlaneStage | null>,
  draws: readonly EpsilonDraw[],
  axes: PlaneAxes,
  still: boolean,
): void {
  const landed = useRef<EpsilonDraw | null>(null);
  useEffect(() => {
    const newest = draws.at(-1) ?? null;
    const travels = !still && newest !== null && newest !== landed.current;
    const marks = (progress: number): DrawMark[] =>
      draws.map(({ mean, z }, i) => ({
        from: project(axes, mean),
        to: project(axes, z),
        progress: i === draws.length - 1 ? progress : 1,
      }));
    landed.current = newest;
    if (!travels) {
      stage.current?.set({ draws: marks(1) });
      return;
    }
    let start: number | null = null;
    let request = requestAnimationFrame(function step(now) {
      start ??= now;
      const progress = Math.min((now - start) / DURATION_MS, 1);
      stage.current?.set({ draws: marks(progress) });
      if (progress < 1) request = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(request);
    };
  }, [stage, draws, axes, still]);
}
