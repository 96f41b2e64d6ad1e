/** The hundred samples from the prior alone, as lessons show them for each of their lanes. */
import { useMemo, type ReactElement } from "react";
import { sampleLatents } from "#/core/latent/samples.ts";
import { SampleSheet } from "#/features/samples/SampleSheet.tsx";
import { useSampleWords } from "#/features/samples/useSampleWords.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useElementWidth } from "#/ui/useElementWidth.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectShape = (state: AppState) => state.dataset?.shape;
const selectSeed = (state: AppState) => state.samplesSeed;
const selectLatent = (state: AppState) => state.z.length;
const selectSetZ = (state: AppState) => state.setZ;

const usualShape = [28, 28, 1] as const;
/** ms between redraws; previews come every 250. */
const pace = 200;

export function PriorSheet(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames } = useAppParts();
  usePacedTime(frames, pace);
  const shape = useAppState(selectShape) ?? usualShape;
  const seed = useAppState(selectSeed);
  const latent = useAppState(selectLatent);
  const setZ = useAppState(selectSetZ);
  const [ref, width] = useElementWidth<HTMLDivElement>();
  const prior = useMemo(() => sampleLatents(seed, latent), [seed, latent]);
  const describe = useSampleWords(latent, null);
  const frame = frames.shown();
  const samples = frame?.samples ?? null;
  const at = frame === null ? "" : t("tabs.samples.atStep", { step: format(frame.step) });
  return (
    <div ref={ref}>
      <SampleSheet
        title={t("tabs.samples.prior")}
        how={[samples === null ? "" : at]}
        pixels={samples}
        shape={shape}
        classes={null}
        chosen={0}
        available={width}
        label={t("tabs.samples.label")}
        file="samples"
        saveLabel={t("tabs.samples.savePrior")}
        describe={(index) => describe(prior, index)}
        onHover={() => undefined}
        onPick={(index) => {
          setZ([...prior.subarray(index * latent, (index + 1) * latent)], "hand");
        }}
      />
    </div>
  );
}
