/**
 * The same 100 draws from the prior, decoded all run long, so that one sees the model change and not
 * the dice; beside them what comes of encoding noise, and under each how far its pictures differ.
 */
import { useMemo, useState, type ReactElement } from "react";
import { sampleLabels, sampleLatents } from "#/core/latent/samples.ts";
import { DisplayNote } from "#/features/samples/DisplayNote.tsx";
import { SampleSheet } from "#/features/samples/SampleSheet.tsx";
import styles from "#/features/samples/Sheets.module.css";
import { useNoiseSamples } from "#/features/samples/useNoiseSamples.ts";
import { useSampleWords } from "#/features/samples/useSampleWords.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectLabelled = (state: AppState) =>
  state.built.model.condition === "label" ? state.dataset : null;
const selectSampling = (state: AppState) => state.built.objective.sampling;
const selectScrubbed = (state: AppState) => state.scrubbed !== null;
const selectSeed = (state: AppState) => state.samplesSeed;
const selectLatent = (state: AppState) => state.z.length;
const selectLabel = (state: AppState) => state.label;
const selectNew = (state: AppState) => state.newSamples;

const usualShape = [28, 28, 1] as const;
/** ms between redraws; previews come every 250. */
const pace = 200;
/** Two sheets stand side by side in this much, CSS pixels. */
const wide = 480;
const gap = 16;

export function SamplesTab(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames, store } = useAppParts();
  usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const labelled = useAppState(selectLabelled);
  const names = useClassNames(labelled);
  const classes = labelled === null ? null : names;
  const sampling = useAppState(selectSampling);
  const scrubbed = useAppState(selectScrubbed);
  const seed = useAppState(selectSeed);
  const latent = useAppState(selectLatent);
  const chosen = useAppState(selectLabel);
  const newSamples = useAppState(selectNew);
  const [hovered, setHovered] = useState<string | null>(null);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const prior = useMemo(() => sampleLatents(seed, latent), [seed, latent]);
  const noise = useNoiseSamples(seed, shape);
  const describe = useSampleWords(latent, classes);
  const frame = frames.shown();
  const samples = frame?.samples ?? null;
  const isWide = width >= wide;
  const available = isWide ? (width - gap) / 2 : width;

  function take(z: Float32Array, index: number): void {
    const { setZ, setLabel } = store.getState();
    setZ([...z.subarray(index * latent, (index + 1) * latent)], "hand");
    if (classes !== null) setLabel(sampleLabels(classes.length)[index] ?? 0);
  }

  const at = frame === null ? "" : t("tabs.samples.atStep", { step: format(frame.step) });
  const missing = scrubbed ? "tabs.samples.notKept" : "tabs.samples.waiting";
  const idle = t(samples === null ? missing : "tabs.samples.hint");
  const noiseHow = t(sampling ? "tabs.samples.noiseHow" : "tabs.samples.noiseHowCode");
  const shared = { shape, classes, chosen, available };
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
          {...shared}
          title={t("tabs.samples.prior")}
          how={[t("tabs.samples.priorHow"), samples === null ? "" : at]}
          pixels={samples}
          label={t("tabs.samples.label")}
          file="samples"
          saveLabel={t("tabs.samples.savePrior")}
          describe={(index) => describe(prior, index)}
          onHover={setHovered}
          onPick={(index) => {
            take(prior, index);
          }}
        />
        <SampleSheet
          {...shared}
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
