import type { TranslationOf } from "#/i18n/keys.ts";
import type { training as english } from "#/i18n/en/training.ts";

export const training: TranslationOf<typeof english> = {};
