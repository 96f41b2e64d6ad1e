/** What a field is, on demand: one sentence, the other language's term, the formula, the paper. */
import type { Citation, FormulaKey } from "#/core/experiment/field.ts";
import type { TextKey } from "#/i18n/keys.ts";
import { otherLanguage } from "#/i18n/language.ts";
import { useLanguage, useOtherLanguage, useText } from "#/i18n/useText.ts";
import { Formula } from "#/features/setup/formulas/Formula.tsx";
import { formulas } from "#/features/setup/formulas/formulas.ts";
import styles from "./FieldHelp.module.css";

export interface FieldHelpProps {
  readonly term: TextKey;
  readonly help: TextKey;
  readonly formula: FormulaKey | null;
  readonly citation: Citation | null;
  /** What may be entered, in signs; null for choices. */
  readonly range: string | null;
  /** The value at the start of `mnist-dense-2`; null where it would say nothing. */
  readonly defaultText: string | null;
}

export function FieldHelp({ term, help, formula, citation, range, defaultText }: FieldHelpProps) {
  const t = useText();
  const other = useOtherLanguage(term);
  const language = otherLanguage(useLanguage());
  return (
    <div className={styles["help"]}>
      <p className={styles["term"]}>
        <strong>{t(term)}</strong>
        {other !== null && <span lang={language}>{other}</span>}
      </p>
      <p>{t(help)}</p>
      {formula !== null && <Formula mathml={formulas[formula]} />}
      <p className={styles["facts"]}>
        {range !== null && <span>{t("setup.allowed", { range })}</span>}
        {defaultText !== null && <span>{t("setup.default", { value: defaultText })}</span>}
        {citation !== null && (
          <a href={citation.url} target="_blank" rel="noreferrer">
            {citation.label}
          </a>
        )}
      </p>
    </div>
  );
}
