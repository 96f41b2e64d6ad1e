/** The objective as a formula in the two accents; β in it is the control. */
import { useRef } from "react";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Panel } from "#/ui/Panel.tsx";
import { Tip } from "#/ui/Tip.tsx";
import { FieldSlider } from "#/features/setup/fields/FieldSlider.tsx";
import { Formula } from "#/features/setup/formulas/Formula.tsx";
import klTerm from "#/features/setup/formulas/klTerm.tex";
import reconstructionTerm from "#/features/setup/formulas/reconstructionTerm.tex";
import styles from "./LossBlock.module.css";

const selectBeta = (state: AppState) => state.draft.objective.beta;

export function LossBlock() {
  const t = useText();
  const format = useNumberFormat();
  const beta = useAppState(selectBeta);
  const slider = useRef<HTMLInputElement>(null);
  return (
    <Panel level={3} title={t("setup.loss.title")}>
      <div className={styles["formula"]} role="group" aria-label={t("setup.loss.formula")}>
        <span className={styles["term"]}>
          <Formula mathml={reconstructionTerm} term="reconstruction" />
          <span className={styles["name"]}>
            <Tip term="setup.loss.reconstruction" text={t("setup.loss.likelihood")}>
              {t("setup.loss.reconstruction")}
            </Tip>
          </span>
        </span>
        <span className={styles["term"]} data-term="kl">
          <span className={styles["weighted"]}>
            <span>+</span>
            <button
              type="button"
              className={styles["beta"]}
              aria-label={`${t("setup.fields.objective.beta.label")} = ${format(beta)}`}
              onClick={() => {
                slider.current?.focus();
              }}
            >
              <i className="symbol">β</i>
            </button>
            <Formula mathml={klTerm} term="kl" />
          </span>
          <span className={styles["name"]}>
            <Tip term="setup.loss.kl" text={t("setup.loss.klHelp")}>
              {t("setup.loss.kl")}
            </Tip>
          </span>
        </span>
      </div>
      <FieldSlider path="objective.beta" inputRef={slider} />
    </Panel>
  );
}
