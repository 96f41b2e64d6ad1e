/** The files that were passed over, each with its reason; folded, for there may be many. */
import type { SkippedFiles } from "#/core/data/ownImages.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { skippedText } from "#/features/setup/data/own/problemText.ts";
import styles from "./OwnImages.module.css";

const few = 5;

export function SkippedList({ skipped }: { readonly skipped: SkippedFiles }) {
  const t = useText();
  const format = useNumberFormat();
  const { count, first } = skipped;
  if (count === 0) return null;
  const more = count - first.length;
  return (
    <details className={styles["skipped"]} open={count <= few} data-testid="own-skipped">
      <summary>{t("ownImages.skipped.title", { count, files: format(count) })}</summary>
      <ul>
        {first.map((file) => (
          <li key={file.path}>
            <code>{file.path}</code>: {skippedText(t, format, file)}
          </li>
        ))}
        {more > 0 && <li>{t("ownImages.skipped.more", { more: format(more) })}</li>}
      </ul>
    </details>
  );
}
