/**
 * The hundred fixed draws from the prior as the model decodes them: their pictures in the frame shown,
 * what each is in words, and what picking one does. How wide the sheet is and what stands beside it is
 * for whoever shows it.
 */
import { useMemo } from "react";
import { sampleLabels, sampleLatents } from "#/core/latent/samples.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { useSampleWords } from "#/features/samples/useSampleWords.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectLabelled = (state: AppState) =>
  state.built.model.condition === "label" ? state.dataset : null;
const selectSeed = (state: AppState) => state.samplesSeed;
const selectLatent = (state: AppState) => state.z.length;
const selectLabel = (state: AppState) => state.label;

const usualShape = [28, 28, 1] as const;
/** ms between redraws; previews come every 250. */
const pace = 200;

export interface PriorSheetParts {
  readonly frame: PreviewFrame | null;
  /** Of any hundred codes with these rows of classes. `z` is [100 × d]. */
  readonly rows: {
    readonly shape: ImageShape;
    /** Null where the model is not conditional. */
    readonly classes: readonly string[] | null;
    readonly chosen: number;
  };
  readonly describe: (z: Float32Array, index: number) => string;
  readonly take: (z: Float32Array, index: number) => void;
  /** Of the prior's own sheet, its rows included. */
  readonly prior: PriorSheetParts["rows"] & {
    readonly pixels: Uint8Array | null;
    readonly label: string;
    readonly saveLabel: string;
    readonly describe: (index: number) => string;
    readonly onPick: (index: number) => void;
  };
}

export function usePriorSheet(): PriorSheetParts {
  const t = useText();
  const { frames, store } = useAppParts();
  usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const labelled = useAppState(selectLabelled);
  const names = useClassNames(labelled);
  const classes = labelled === null ? null : names;
  const seed = useAppState(selectSeed);
  const latent = useAppState(selectLatent);
  const chosen = useAppState(selectLabel);
  const drawn = useMemo(() => sampleLatents(seed, latent), [seed, latent]);
  const describe = useSampleWords(latent, classes);
  const frame = frames.shown();

  function take(z: Float32Array, index: number): void {
    const { setZ, setLabel } = store.getState();
    setZ([...z.subarray(index * latent, (index + 1) * latent)], "hand");
    if (classes !== null) setLabel(sampleLabels(classes.length)[index] ?? 0);
  }

  const rows = { shape, classes, chosen };
  return {
    frame,
    rows,
    describe,
    take,
    prior: {
      ...rows,
      pixels: frame?.samples ?? null,
      label: t("tabs.samples.label"),
      saveLabel: t("tabs.samples.savePrior"),
      describe: (index) => describe(drawn, index),
      onPick: (index) => {
        take(drawn, index);
      },
    },
  };
}
