/**
 * The objective drawn as it stands: each piece of the formula is a button that opens the settings it
 * comes from. Which pieces there are is lossParts.ts's to say.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Tip } from "#/ui/Tip.tsx";
import { Formula } from "#/features/setup/formulas/Formula.tsx";
import { lossParts } from "#/features/setup/formulas/lossParts.ts";
import { choiceText } from "#/i18n/valueText.ts";
import styles from "./LossFormula.module.css";

export interface LossFormulaProps {
  readonly objective: ObjectiveSpec;
  readonly onReach: (path: FieldPath) => void;
}

export function LossFormula({ objective, onReach }: LossFormulaProps) {
  const t = useText();
  const parts = lossParts(objective);
  const likelihood = t("setup.objective.parts.likelihood", {
    choice: choiceText(t, "objective.likelihood", objective.likelihood),
  });
  const reduction = t("setup.objective.parts.reduction", {
    choice: choiceText(t, "objective.reconstructionReduction", objective.reconstructionReduction),
  });
  const sigmoid = t("setup.objective.parts.sigmoid", {
    choice: choiceText(t, "objective.sigmoid", objective.sigmoid),
  });
  const code = t("setup.objective.parts.code", {
    choice: objective.sampling ? choiceText(t, "objective.sigma", objective.sigma) : "z = μ",
  });
  const shared = { onReach };
  return (
    <div className={styles["formula"]} role="group" aria-label={t("setup.objective.formula")}>
      <div className={styles["term"]} data-term="reconstruction">
        <span className={styles["name"]}>
          <Tip term="setup.objective.reconstruction" text={likelihood}>
            {t("setup.objective.reconstruction")}
          </Tip>
        </span>
        <span className={styles["pieces"]}>
          <Piece
            path="objective.reconstructionReduction"
            what={reduction}
            pieces={[parts.reduction]}
            {...shared}
          />
          <Piece path="objective.likelihood" what={likelihood} pieces={parts.pixel} {...shared} />
        </span>
      </div>
      <KlTerm objective={objective} {...shared} />
      <div className={styles["where"]}>
        <span>{t("setup.objective.with")}</span>
        {parts.where.length > 0 && (
          <Piece path="objective.sigmoid" what={sigmoid} pieces={parts.where} {...shared} />
        )}
        <Piece path="objective.sigma" what={code} pieces={[parts.code]} {...shared} />
      </div>
    </div>
  );
}

function KlTerm({ objective, onReach }: LossFormulaProps) {
  const t = useText();
  const format = useNumberFormat();
  const { kl } = lossParts(objective);
  if (kl === null) {
    return (
      <div className={styles["term"]} data-term="kl">
        <span className={styles["pieces"]}>
          <button
            type="button"
            className={styles["words"]}
            onClick={() => {
              onReach("objective.sampling");
            }}
          >
            {t("setup.objective.noKl")}
          </button>
        </span>
      </div>
    );
  }
  const annealed = objective.annealing !== "constant";
  const free = objective.freeBits > 0;
  const klSum = t("setup.objective.parts.klReduction", {
    choice: `${choiceText(t, "objective.klReduction", objective.klReduction)}, ${t(
      objective.klHalf ? "setup.objective.withHalf" : "setup.objective.withoutHalf",
    )}`,
  });
  const freeBits = t("setup.objective.parts.freeBits", { value: format(objective.freeBits) });
  return (
    <div className={styles["term"]} data-term="kl">
      <span className={styles["name"]}>
        <Tip term="setup.objective.kl" text={t("setup.objective.klHelp")}>
          {t("setup.objective.kl")}
        </Tip>
      </span>
      <span className={styles["pieces"]}>
        <span className={styles["plus"]}>+</span>
        <Piece
          path={annealed ? "objective.annealing" : "objective.beta"}
          what={
            annealed
              ? t("setup.objective.parts.annealing", {
                  choice: choiceText(t, "objective.annealing", objective.annealing),
                })
              : t("setup.objective.parts.beta", { value: format(objective.beta) })
          }
          pieces={[kl.weight]}
          onReach={onReach}
        />
        <Piece
          path="objective.klReduction"
          what={klSum}
          pieces={[kl.reduction]}
          onReach={onReach}
        />
        <Piece
          path={free ? "objective.freeBits" : "objective.klReduction"}
          what={free ? freeBits : klSum}
          pieces={[kl.body]}
          onReach={onReach}
        />
      </span>
    </div>
  );
}

function Piece({
  path,
  what,
  pieces,
  onReach,
}: {
  readonly path: FieldPath;
  /** The setting in words: what the symbols mean to whoever cannot see them. */
  readonly what: string;
  readonly pieces: readonly string[];
  readonly onReach: (path: FieldPath) => void;
}) {
  const t = useText();
  return (
    <button
      type="button"
      className={styles["piece"]}
      aria-label={t("setup.objective.open", { what })}
      title={what}
      onClick={() => {
        onReach(path);
      }}
    >
      {pieces.map((mathml) => (
        <Formula key={mathml} mathml={mathml} />
      ))}
    </button>
  );
}
