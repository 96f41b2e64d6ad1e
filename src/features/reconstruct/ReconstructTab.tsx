/**
 * Originals beside what the model makes of them: ten test images in detail, or the first hundred
 * training images as a sheet; from μ or from a sample, for their own class or for the one in hand.
 */
import { useMemo, useState, type ReactElement } from "react";
import styles from "#/features/reconstruct/ReconstructTab.module.css";
import { TenImages } from "#/features/reconstruct/TenImages.tsx";
import { TrainingSheet } from "#/features/reconstruct/TrainingSheet.tsx";
import type { ReconstructedFrom } from "#/features/reconstruct/useReconstructions.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useClassNames } from "#/i18n/useClassNames.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { selectConditional } from "#/state/shownModel.ts";
import type { AppState } from "#/state/types.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectScrubbed = (state: AppState) => state.scrubbed;
const selectSampling = (state: AppState) => state.built.objective.sampling;
const selectLabel = (state: AppState) => state.label;
const selectDataset = (state: AppState) => state.dataset;

export function ReconstructTab(): ReactElement {
  const t = useText();
  const sampling = useAppState(selectSampling);
  const conditional = useAppState(selectConditional);
  const label = useAppState(selectLabel);
  const classes = useClassNames(useAppState(selectDataset));
  const [show, setShow] = useState<"ten" | "hundred">("ten");
  const [code, setCode] = useState<"mean" | "sample">("mean");
  const [decodeAs, setDecodeAs] = useState<"own" | "class">("own");
  const from: ReconstructedFrom = useMemo(
    () => ({
      sampled: sampling && code === "sample",
      as: conditional && decodeAs === "class" ? { label } : "own",
    }),
    [sampling, code, conditional, decodeAs, label],
  );
  return (
    <div className={styles["tab"]}>
      <div className={styles["choices"]}>
        <ToggleGroup
          label={t("tabs.reconstruct.show")}
          value={show}
          options={[
            { value: "ten", label: t("tabs.reconstruct.showTen") },
            { value: "hundred", label: t("tabs.reconstruct.showHundred") },
          ]}
          onChange={setShow}
        />
        {sampling && (
          <ToggleGroup
            label={t("tabs.reconstruct.from")}
            value={code}
            options={[
              { value: "mean", label: t("tabs.reconstruct.fromMean") },
              { value: "sample", label: t("tabs.reconstruct.fromSample") },
            ]}
            onChange={setCode}
          />
        )}
        {conditional && (
          <ToggleGroup
            label={t("tabs.reconstruct.as")}
            value={decodeAs}
            options={[
              { value: "own", label: t("tabs.reconstruct.asOwn") },
              {
                value: "class",
                label: t("tabs.reconstruct.asClass", { name: classes[label] ?? label }),
              },
            ]}
            onChange={setDecodeAs}
          />
        )}
      </div>
      <LiveModelNote />
      {show === "ten" ? <TenImages from={from} /> : <TrainingSheet from={from} />}
      {!sampling && <p className={styles["note"]}>{t("tabs.reconstruct.autoencoder")}</p>}
    </div>
  );
}

/** Looking back, this tab does not follow: said, rather than left to be guessed. */
function LiveModelNote(): ReactElement | null {
  const t = useText();
  const format = useNumberFormat();
  const { frames } = useAppParts();
  const scrubbed = useAppState(selectScrubbed);
  if (scrubbed === null) return null;
  const step = format(frames.shown()?.step ?? 0);
  return <p className={styles["note"]}>{t("tabs.reconstruct.liveModel", { step })}</p>;
}
