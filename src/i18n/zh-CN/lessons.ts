/** Chinese: lessons. */
import type { lessons as english } from "#/i18n/en/lessons.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const lessons: TranslationOf<typeof english> = {
  title: "课程",
};
