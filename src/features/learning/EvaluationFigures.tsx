/** The figures of an evaluation, each with what it means; those that make no sense say why. */
import type { ReactElement } from "react";
import type { Evaluation } from "#/core/training/terms.ts";
import styles from "#/features/learning/EvaluationCard.module.css";
import { figureText } from "#/features/learning/figureText.ts";
import type { Translate } from "#/i18n/keys.ts";
import { type NumberFormat, useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
}

export function EvaluationFigures({ figures }: { readonly figures: Evaluation }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  return (
    <dl className={styles["figures"]}>
      {rowsOf(t, number, figures).map((row) => (
        <div key={row.id} data-term={row.id} title={row.help}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf(t: Translate, number: NumberFormat, figures: Evaluation): Row[] {
  const { negativeElbo, trainingLoss, gaussian } = figures;
  const latent = figures.klPerDimension.length;
  return [
    {
      id: "elbo",
      label: t("learning.evaluation.negativeElbo"),
      ...(negativeElbo === null
        ? { value: t("learning.evaluation.noBound"), help: t("learning.evaluation.noBoundWhy") }
        : { value: number(negativeElbo, 1) }),
    },
    {
      id: "reconstruction",
      label: t("learning.reconstruction"),
      value: number(figures.reconstruction, 1),
    },
    { id: "kl", label: t("learning.kl"), value: number(figures.kl, 1) },
    ...importanceRows(t, number, figures),
    {
      id: "active",
      label: t("learning.evaluation.activeUnits"),
      value: t("learning.activeUnits", { active: figures.activeUnits, latent }),
    },
    {
      id: "loss",
      label: t("learning.evaluation.trainingLoss"),
      help: t("learning.evaluation.trainingLossHelp"),
      value: figureText(number, trainingLoss.total),
    },
    ...(gaussian === null
      ? []
      : [
          {
            id: "gaussian",
            label: t("learning.evaluation.gaussian"),
            help: t("learning.evaluation.gaussianHelp", { sigma: number(gaussian.sigma, 3) }),
            value: number(gaussian.negativeLogLikelihood, 1),
          },
        ]),
    bitsRow(t, number, figures),
    {
      id: "diversity",
      label: t("learning.evaluation.diversity"),
      help: t("learning.evaluation.diversityHelp"),
      value: number(figures.diversity, 3),
    },
  ];
}

/** The bound, how much tighter it is on the same sort of images, and how sure. */
function importanceRows(t: Translate, number: NumberFormat, { iwae }: Evaluation): Row[] {
  if (iwae === null) return [];
  const { samples, images, negativeBound, standardError } = iwae;
  const error = t("learning.evaluation.iwae.error", { error: number(standardError, 1) });
  const on = t("learning.evaluation.iwae.on", { images: number(images, 0) });
  const k = t("learning.evaluation.iwae.value", { samples: number(samples, 0) });
  return [
    {
      id: "iwae",
      label: `IWAE, ${k}, ${on}`,
      help: t("learning.evaluation.iwae.help"),
      value: `${number(negativeBound, 1)} ${error}`,
    },
  ];
}

function bitsRow(t: Translate, number: NumberFormat, figures: Evaluation): Row {
  const { bitsPerDimension: bits, bitsPerDimensionReason: reason } = figures;
  const label = t("learning.evaluation.bits");
  if (bits !== null) {
    return { id: "bits", label, help: t("learning.evaluation.bitsHelp"), value: number(bits, 3) };
  }
  if (reason === null) return { id: "bits", label, value: "–" };
  return {
    id: "bits",
    label,
    help: t(`learning.evaluation.noBitsHelp.${reason}`),
    value: t(`learning.evaluation.noBits.${reason}`),
  };
}
