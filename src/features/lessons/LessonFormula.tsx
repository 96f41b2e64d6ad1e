/** A formula of the text, set on a line of its own. The MathML comes from our own .tex files. */
import type { ReactElement } from "react";
import type { LessonFormula as FormulaId } from "#/core/lesson.ts";
import { lessonMathml } from "#/features/lessons/formulas.ts";
import styles from "#/features/lessons/LessonText.module.css";

export function LessonFormula({ id }: { readonly id: FormulaId }): ReactElement {
  return (
    <div className={styles["formula"]} dangerouslySetInnerHTML={{ __html: lessonMathml[id] }} />
  );
}
