/** Chinese: benches. */
import type { benches as english } from "#/i18n/en/benches.ts";
import type { TranslationOf } from "#/i18n/keys.ts";

export const benches: TranslationOf<typeof english> = {
  title: "实验台",
};
