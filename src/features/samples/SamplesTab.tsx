/**
 * The same 100 draws from the prior, decoded all run long, so that one sees the model change and not
 * the dice; beside them what comes of encoding noise, and under each how far its pictures differ.
 */
import { useState, type ReactElement } from "react";
import { DisplayNote } from "#/features/samples/DisplayNote.tsx";
import { SampleSheet } from "#/features/samples/SampleSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { useNoiseSamples } from "#/features/samples/useNoiseSamples.ts";
import { usePriorSheet } from "#/features/samples/usePriorSheet.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";

const selectSampling = (state: AppState) => state.built.objective.sampling;
const selectScrubbed = (state: AppState) => state.scrubbed !== null;
const selectSeed = (state: AppState) => state.samplesSeed;
const selectNew = (state: AppState) => state.newSamples;

/** Two sheets stand side by side in this much, CSS pixels. */
const wide = 480;
const gap = 16;

export function SamplesTab(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frame, rows, prior, describe, take } = usePriorSheet();
  const sampling = useAppState(selectSampling);
  const scrubbed = useAppState(selectScrubbed);
  const seed = useAppState(selectSeed);
  const newSamples = useAppState(selectNew);
  const [hovered, setHovered] = useState<string | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const noise = useNoiseSamples(seed, rows.shape);
  const isWide = width >= wide;
  const available = isWide ? (width - gap) / 2 : width;
  const at = frame === null ? "" : t("tabs.samples.atStep", { step: format(frame.step) });
  const missing = scrubbed ? "tabs.samples.notKept" : "tabs.samples.waiting";
  const idle = t(prior.pixels === null ? missing : "tabs.samples.hint");
  const noiseHow = t(sampling ? "tabs.samples.noiseHow" : "tabs.samples.noiseHowCode");
  return (
    <div ref={ref} className={styles["tab"]} data-testid="samples">
      <div className={styles["head"]}>
        <p>{hovered ?? idle}</p>
        <Button icon="dice" onClick={newSamples}>
          {t("tabs.samples.newZ")}
        </Button>
      </div>
      <div className={styles["sheets"]} data-wide={isWide} style={{ columnGap: gap }}>
        <SampleSheet
          {...prior}
          title={t("tabs.samples.prior")}
          how={[t("tabs.samples.priorHow"), prior.pixels === null ? "" : at]}
          available={available}
          file="samples"
          onHover={setHovered}
        />
        <SampleSheet
          {...rows}
          available={available}
          title={t("tabs.samples.noise")}
          how={[scrubbed ? t("tabs.samples.noiseLive") : "", noiseHow]}
          pixels={noise.value?.pixels ?? null}
          label={t("tabs.samples.noiseLabel")}
          file="noise-samples"
          saveLabel={t("tabs.samples.saveNoise")}
          describe={(index) => (noise.value === null ? "" : describe(noise.value.z, index))}
          onHover={setHovered}
          onPick={(index) => {
            if (noise.value !== null) take(noise.value.z, index);
          }}
        />
      </div>
      {noise.fault !== null && noise.fault.code !== "not-ready" && (
        <FaultNote fault={noise.fault} />
      )}
      <DisplayNote figure={null} />
      <p className={styles["said"]}>
        {!sampling
          ? t("tabs.samples.autoencoder")
          : t(isWide ? "tabs.samples.why" : "tabs.samples.whyNarrow")}
      </p>
    </div>
  );
}
