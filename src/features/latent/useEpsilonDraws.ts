/** Draws z = μ + σε of the point in question: the last decodes, and where all of them landed. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useAppParts } from "#/state/context.tsx";
import type { PointDetails } from "#/state/partTypes.ts";

export interface EpsilonDraw {
  /** Counts from 1 for each point. */
  readonly number: number;
  /** μ it was drawn from, and where it landed. [latent] each. */
  readonly mean: Float32Array;
  readonly z: Float32Array;
  /** [D] in [0, 1] */
  readonly image: Float32Array;
}

/** Kept as dots; of these the last eight keep their pictures in sight. */
const MOST = 200;
export const shownDraws = 8;

export interface EpsilonDraws {
  /** Oldest first. */
  readonly draws: readonly EpsilonDraw[];
  /** Draws once; while an answer is due further calls do nothing. */
  draw(): void;
}

const none: readonly EpsilonDraw[] = [];

export function useEpsilonDraws(details: PointDetails | null): EpsilonDraws {
  const { inspector } = useAppParts();
  const [kept, setKept] = useState<{ readonly of: number; readonly draws: readonly EpsilonDraw[] }>(
    {
      of: -1,
      draws: none,
    },
  );
  const asking = useRef(false);
  const latest = useRef(details);
  const count = useRef({ of: -1, number: 0 });
  useEffect(() => {
    latest.current = details;
  }, [details]);

  const draw = useCallback(() => {
    const from = latest.current;
    if (from === null || asking.current) return;
    asking.current = true;
    const of = from.testIndex;
    const number = count.current.of === of ? count.current.number + 1 : 1;
    count.current = { of, number };
    inspector.drawPosterior(from, 1, number).then(
      ({ z, images }) => {
        asking.current = false;
        const made: EpsilonDraw = { number, mean: from.mean, z, image: images };
        setKept((before) => ({
          of,
          draws: [...(before.of === of ? before.draws : none), made].slice(-MOST),
        }));
      },
      () => {
        // Cancelled by a newer question; nothing was drawn.
        asking.current = false;
      },
    );
  }, [inspector]);

  const of = details?.testIndex ?? null;
  return { draws: kept.of === of ? kept.draws : none, draw };
}
