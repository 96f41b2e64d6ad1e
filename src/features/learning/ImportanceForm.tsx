/** The tighter bound, asked for by itself, for it may take minutes: k and images, its time, a start. */
import { useEffect, useState, type ReactElement } from "react";
import { durationText } from "#/features/learning/durationText.ts";
import styles from "#/features/learning/EvaluationCard.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useLanguage, useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Select } from "#/ui/Select.tsx";

const selectRunId = (state: AppState) => state.runId;
const selectTraining = ({ phase }: AppState) => phase === "training" || phase === "waiting";
const selectTest = (state: AppState) => state.dataset?.test ?? 0;

const sampleCounts = [50, 500, 5000] as const;
const imageCounts = [100, 500, 2000] as const;
const first = { samples: 500, images: 500 } as const;

export function ImportanceForm({ disabled }: { readonly disabled: boolean }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { store } = useAppParts();
  const test = useAppState(selectTest);
  const [samples, setSamples] = useState<number>(first.samples);
  const [images, setImages] = useState<number>(first.images);
  const estimate = useEstimate(samples, images, disabled);
  const counts = [...imageCounts.filter((count) => count < test), test];
  const options = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: number(value, 0) }));
  return (
    <fieldset className={styles["iwae"]}>
      <legend title={t("learning.evaluation.iwae.help")}>
        {t("learning.evaluation.iwae.title")}
      </legend>
      <div className={styles["choices"]}>
        <Select
          label={t("learning.evaluation.iwae.samples")}
          value={String(samples)}
          options={options(sampleCounts)}
          onChange={(value) => {
            setSamples(Number(value));
          }}
          testId="iwae-samples"
        />
        <Select
          label={t("learning.evaluation.iwae.images")}
          value={String(Math.min(images, test))}
          options={options(counts)}
          onChange={(value) => {
            setImages(Number(value));
          }}
          testId="iwae-images"
        />
        <Button
          disabled={disabled}
          onClick={() => {
            const iwae = { samples, images: Math.min(images, test) };
            store
              .getState()
              .evaluate({ iwae })
              .catch(() => undefined);
          }}
        >
          {t("learning.evaluation.iwae.measure")}
        </Button>
      </div>
      <p>{estimate}</p>
    </fieldset>
  );
}

interface Told {
  readonly key: string;
  /** Null where it could not be told. */
  readonly seconds: number | null;
}

/** How long it would take, asked at rest for what is chosen. */
function useEstimate(samples: number, images: number, busy: boolean): string {
  const t = useText();
  const language = useLanguage();
  const { store } = useAppParts();
  const runId = useAppState(selectRunId);
  const training = useAppState(selectTraining);
  const [told, setTold] = useState<Told | null>(null);
  const key = [runId, samples, images].join();
  const due = !training && !busy && told?.key !== key;
  useEffect(() => {
    if (!due) return undefined;
    const controller = new AbortController();
    store
      .getState()
      .estimateImportance({ samples, images }, controller.signal)
      .then(
        (seconds) => {
          setTold({ key, seconds });
        },
        () => {
          if (!controller.signal.aborted) setTold({ key, seconds: null });
        },
      );
    return () => {
      controller.abort();
    };
  }, [due, key, samples, images, store]);
  if (told?.key === key && told.seconds !== null) {
    const time = durationText(language, told.seconds);
    return t("learning.evaluation.iwae.estimate", { time });
  }
  return t(
    training || told?.key === key
      ? "learning.evaluation.iwae.noEstimate"
      : "learning.evaluation.iwae.estimating",
  );
}
