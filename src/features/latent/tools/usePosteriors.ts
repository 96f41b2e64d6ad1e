/** The encoder's posterior of the pinned image, and one's own beside it, with the two terms of each. */
import { useCallback, useMemo } from "react";
import { drawsOf, klOf, type Gaussian } from "#/core/latent/ownPosterior.ts";
import { useLatest } from "#/features/latent/tools/useLatest.ts";
import { useShownFrame } from "#/features/latent/usePlaneView.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";
import { useVersion } from "#/ui/useVersion.ts";

export interface Posterior {
  readonly testIndex: number;
  readonly mean: readonly number[];
  readonly logVariance: readonly number[];
}

export interface Posteriors {
  readonly encoder: Posterior;
  /** Null while nobody has taken hold of the ellipse. */
  readonly own: Posterior | null;
}

const selectPinned = (s: AppState) => s.pinned;
const selectOwn = (s: AppState) => toolsOf(s).posterior;
const selectLatent = (s: AppState) => s.z.length;
const selectOn = (s: AppState) => s.layers.landscape && s.built.objective.sampling;

/** Null without the layer, a pinned image among the points, or a posterior at all. */
export function usePosteriors(): Posteriors | null {
  const frame = useShownFrame();
  const on = useAppState(selectOn);
  const pinned = useAppState(selectPinned);
  const latent = useAppState(selectLatent);
  const own = useAppState(selectOwn);
  return useMemo(() => {
    if (!on || frame === null || pinned === null) return null;
    const { indices, mean, logVariance } = frame.points;
    const row = indices.indexOf(pinned);
    if (row < 0 || mean.length !== indices.length * latent) return null;
    const [from, to] = [row * latent, (row + 1) * latent];
    const encoder = {
      testIndex: pinned,
      mean: [...mean.subarray(from, to)],
      logVariance: [...logVariance.subarray(from, to)],
    };
    const fits = own?.testIndex === pinned && own.mean.length === latent;
    return { encoder, own: fits ? own : null };
  }, [on, frame, pinned, latent, own]);
}

export interface Terms {
  /** E_q[−log p(x|z)] over the draws, nats. */
  readonly reconstruction: number;
  readonly kl: number;
}

export interface PosteriorTerms {
  readonly encoder: Terms;
  readonly own: Terms | null;
}

export const posteriorDraws = 16;

/** ms between answers while the model learns. */
const pace = 500;

export function usePosteriorTerms(posteriors: Posteriors | null): PosteriorTerms | null {
  const { inspector, frames } = useAppParts();
  const time = usePacedTime(frames, pace);
  const version = useVersion(posteriors?.own ?? null);
  const latest = useLatest(posteriors);
  const of = posteriors?.encoder.testIndex ?? null;
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const asked = latest();
      if (asked === null) return null;
      const { encoder, own } = asked;
      const termsOf = async (q: Gaussian): Promise<Terms> => {
        const z = drawsOf(q, posteriorDraws);
        const costs = await inspector.costs(encoder.testIndex, z, posteriorDraws, signal);
        const sum = costs.reduce((total, cost) => total + cost, 0);
        return { reconstruction: sum / posteriorDraws, kl: klOf(q) };
      };
      const terms: PosteriorTerms = {
        encoder: await termsOf(encoder),
        own: own === null ? null : await termsOf(own),
      };
      return { of: encoder.testIndex, terms };
    },
    [inspector, latest],
  );
  const { value } = useAnswer(of === null ? null : ask, version + time);
  return of !== null && value?.of === of ? value.terms : null;
}
