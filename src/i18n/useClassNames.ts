/** What a set's classes are called in the language on screen; a person's own keep their names. */
import { useMemo } from "react";
import { classNameIn } from "#/i18n/translate.ts";
import { useLanguage } from "#/i18n/useText.ts";

const none: readonly string[] = [];

/** The same array as long as language and set are the same. */
export function useClassNames(
  dataset: { readonly id: string; readonly classes: readonly string[] } | null,
): readonly string[] {
  const language = useLanguage();
  return useMemo(
    () => dataset?.classes.map((name) => classNameIn(language, dataset.id, name)) ?? none,
    [language, dataset],
  );
}
