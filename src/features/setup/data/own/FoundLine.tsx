/** "5,000 images · 3 classes: cat (1,200), dog (900) …". */
import type { OwnListing } from "#/core/data/ownImages.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import styles from "./OwnImages.module.css";

const named = 6;

export function FoundLine({ listing }: { readonly listing: OwnListing }) {
  const t = useText();
  const format = useNumberFormat();
  const { images, classes, tooManyClasses } = listing;
  const some = classes
    .slice(0, named)
    .map(({ name, images: count }) => t("ownImages.found.one", { name, images: format(count) }));
  const more = classes.length - some.length;
  const names = [...some, ...(more > 0 ? [t("ownImages.found.more", { more: format(more) })] : [])];
  return (
    <p className={styles["found"]} data-testid="own-found">
      <strong>{t("ownImages.found.images", { count: images, images: format(images) })}</strong>
      {" · "}
      {t("ownImages.found.classes", {
        count: classes.length,
        classes: format(classes.length),
        names: names.join(t("ownImages.found.between")),
      })}
      {tooManyClasses !== null && (
        <> {t("ownImages.found.tooManyClasses", { folders: format(tooManyClasses) })}</>
      )}
    </p>
  );
}
