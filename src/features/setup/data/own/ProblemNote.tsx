/** Why an import cannot be, where it would have been. */
import type { ImportProblem } from "#/core/data/ownImages.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Icon } from "#/ui/Icon.tsx";
import { problemText } from "#/features/setup/data/own/problemText.ts";
import styles from "./OwnImages.module.css";

export function ProblemNote({ problem }: { readonly problem: ImportProblem }) {
  const t = useText();
  const format = useNumberFormat();
  const text = problemText(t, format, problem);
  if (text === null) return null;
  return (
    <p className={styles["problem"]} role="alert" data-testid="own-problem">
      <Icon name="warning" />
      <span>{text}</span>
    </p>
  );
}
