/**
 * The 100 fixed draws from the prior, decoded by one lane of a comparison: the same z in every lane.
 * The samples tab's sheet without what stands beside it there.
 */
import { useMemo, useState, type ReactElement } from "react";
import { sampleLabels, sampleLatents } from "#/core/latent/samples.ts";
import { SampleSheet } from "#/features/samples/SampleSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { useSampleWords } from "#/features/samples/useSampleWords.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectLabelled = (state: AppState) =>
  state.built.model.condition === "label" ? state.dataset : null;
const selectScrubbed = (state: AppState) => state.scrubbed !== null;
const selectSeed = (state: AppState) => state.samplesSeed;
const selectLatent = (state: AppState) => state.z.length;
const selectLabel = (state: AppState) => state.label;

const usualShape = [28, 28, 1] as const;
/** ms between redraws; previews come every 250. */
const pace = 200;

interface PriorSamplesProps {
  readonly title: string;
  /** File name of the saved sheet, without ending. */
  readonly file: string;
  /** CSS pixels at most. */
  readonly most: number;
}

export function PriorSamples({ title, file, most }: PriorSamplesProps): ReactElement {
  const t = useText();
  const { frames, store } = useAppParts();
  usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const labelled = useAppState(selectLabelled);
  const names = useClassNames(labelled);
  const classes = labelled === null ? null : names;
  const scrubbed = useAppState(selectScrubbed);
  const seed = useAppState(selectSeed);
  const latent = useAppState(selectLatent);
  const chosen = useAppState(selectLabel);
  const [hovered, setHovered] = useState<string | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const prior = useMemo(() => sampleLatents(seed, latent), [seed, latent]);
  const describe = useSampleWords(latent, classes);
  const pixels = frames.shown()?.samples ?? null;
  const missing = scrubbed ? "tabs.samples.notKept" : "tabs.samples.waiting";

  function take(index: number): void {
    const { setZ, setLabel } = store.getState();
    setZ([...prior.subarray(index * latent, (index + 1) * latent)], "hand");
    if (classes !== null) setLabel(sampleLabels(classes.length)[index] ?? 0);
  }

  return (
    <div ref={ref} className={styles["tab"]} data-testid="lane-samples">
      <SampleSheet
        title={title}
        how={[hovered ?? t(pixels === null ? missing : "tabs.samples.priorHow")]}
        pixels={pixels}
        shape={shape}
        classes={classes}
        chosen={chosen}
        available={Math.min(width, most)}
        label={t("tabs.samples.label")}
        file={file}
        saveLabel={t("tabs.samples.savePrior")}
        describe={(index) => describe(prior, index)}
        onHover={setHovered}
        onPick={take}
      />
    </div>
  );
}
