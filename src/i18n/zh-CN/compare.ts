/** Chinese: compare. */
import type { compare as english } from "#/i18n/en/compare.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const compare: TranslationOf<typeof english> = {
  title: "对比",
};
