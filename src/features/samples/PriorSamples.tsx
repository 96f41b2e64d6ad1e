/**
 * The 100 fixed draws from the prior, decoded by one lane of a comparison: the same z in every lane.
 * The samples tab's sheet without what stands beside it there.
 */
import { useState, type ReactElement } from "react";
import { SampleSheet } from "#/features/samples/SampleSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { usePriorSheet } from "#/features/samples/usePriorSheet.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";

const selectScrubbed = (state: AppState) => state.scrubbed !== null;

interface PriorSamplesProps {
  readonly title: string;
  /** File name of the saved sheet, without ending. */
  readonly file: string;
  /** CSS pixels at most. */
  readonly most: number;
}

export function PriorSamples({ title, file, most }: PriorSamplesProps): ReactElement {
  const t = useText();
  const { prior } = usePriorSheet();
  const scrubbed = useAppState(selectScrubbed);
  const [hovered, setHovered] = useState<string | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const missing = scrubbed ? "tabs.samples.notKept" : "tabs.samples.waiting";
  return (
    <div ref={ref} className={styles["tab"]} data-testid="lane-samples">
      <SampleSheet
        {...prior}
        title={title}
        how={[hovered ?? t(prior.pixels === null ? missing : "tabs.samples.priorHow")]}
        available={Math.min(width, most)}
        file={file}
        onHover={setHovered}
      />
    </div>
  );
}
