/** The data: ten of its images, where it comes from, how much of it is here and how much is used. */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { fields } from "#/core/experiment/fields.ts";
import type { Translate } from "#/i18n/keys.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Panel } from "#/ui/Panel.tsx";
import { Select } from "#/ui/Select.tsx";
import { PixelFields } from "#/features/setup/data/PixelFields.tsx";
import { Thumbnails } from "#/features/setup/data/Thumbnails.tsx";
import { TrainLimit } from "#/features/setup/data/TrainLimit.tsx";
import { OwnImagesButton } from "#/features/setup/data/own/OwnImagesButton.tsx";
import { dataSetPatch } from "#/features/setup/data/dataSetPatch.ts";
import { FieldFrame } from "#/features/setup/fields/FieldFrame.tsx";
import { Refused } from "#/features/setup/fields/Refused.tsx";
import { useChoose, useWaiting } from "#/features/setup/fields/useField.ts";
import { useDraftDataset } from "#/features/setup/draft.ts";
import styles from "./DataCard.module.css";

const selectDraft = (state: AppState) => state.draft;
const selectSets = (state: AppState) => state.dataSets;
const selectDataset = (state: AppState) => state.dataset;

export function DataCard() {
  const t = useText();
  const format = useNumberFormat();
  const draft = useAppState(selectDraft);
  const sets = useAppState(selectSets);
  const loaded = useAppState(selectDataset);
  const entry = useDraftDataset();
  const waiting = useWaiting("data.set");
  const { refusal, choose } = useChoose();
  const field = fields["data.set"];

  const counts = (): string => {
    if (entry === null) return t("setup.data.waiting");
    const { train, test } = entry.counts;
    return loaded?.id === entry.id && loaded.loadedImages < loaded.train
      ? t("setup.data.count", { shown: format(loaded.loadedImages), all: format(train) })
      : t("setup.data.counts", { train: format(train), test: format(test) });
  };
  return (
    <Panel level={3} title={t("setup.data.title")}>
      <div className={styles["card"]}>
        <Thumbnails entry={entry} />
        <p className={styles["counts"]}>{counts()}</p>
      </div>
      {sets.length > 0 && (
        <FieldFrame
          label="setup.fields.data.set.label"
          help="setup.fields.data.set.help"
          formula={field.formula}
          citation={field.citation}
          range={null}
          defaultText={null}
          waiting={waiting}
        >
          <Select
            label={t("setup.fields.data.set.label")}
            hideLabel
            value={draft.data.set}
            options={sets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => {
              const chosen = sets.find((set) => set.id === id);
              if (chosen !== undefined) choose(dataSetPatch(draft, entry, chosen));
            }}
            testId="field-data.set"
          />
        </FieldFrame>
      )}
      <OwnImagesButton />
      {refusal !== null && <Refused refusal={refusal} />}
      {entry !== null && (
        <>
          <TrainLimit total={entry.counts.train} />
          <PixelFields entry={entry} />
          <p className={styles["source"]}>
            {entry.source === "" ? (
              t("ownImages.card")
            ) : (
              <>
                {creditText(t, entry)} ·{" "}
                <a href={entry.source} target="_blank" rel="noreferrer">
                  {t("setup.data.source")}
                </a>
              </>
            )}
          </p>
        </>
      )}
    </Panel>
  );
}

/** Credit and licence; in the reader's language for the sets that come with the page. */
function creditText(t: Translate, { id, credit, licence }: DatasetEntry): string {
  if (id === "mnist" || id === "fashion" || id === "faces") return t(`setup.data.credits.${id}`);
  return `${credit} · ${licence}`;
}
