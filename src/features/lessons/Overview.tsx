/** The seven chapters: what each is about and how long it takes. */
import type { ReactElement } from "react";
import { chapters, type ChapterId } from "#/core/lessons/chapters.ts";
import styles from "#/features/lessons/Overview.module.css";
import { useText } from "#/i18n/useText.ts";

export function Overview(props: { readonly onOpen: (chapter: ChapterId) => void }): ReactElement {
  const t = useText();
  return (
    <div className={styles["overview"]}>
      <h2>{t("lessons.title")}</h2>
      <p className={styles["intro"]}>{t("lessons.intro")}</p>
      <ol className={styles["list"]}>
        {chapters.map(({ id, minutes, steps }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles["chapter"]}
              data-testid={`chapter-${id}`}
              onClick={() => {
                props.onOpen(id);
              }}
            >
              <span className={styles["number"]}>{index + 1}</span>
              <span className={styles["words"]}>
                <strong>{t(`lessons.chapters.${id}.title`)}</strong>
                <span>{t(`lessons.chapters.${id}.aim`)}</span>
                <span className={styles["time"]}>
                  {t("lessons.stepCount", { count: steps.length })}
                  {" · "}
                  {t("lessons.minutes", { minutes })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
