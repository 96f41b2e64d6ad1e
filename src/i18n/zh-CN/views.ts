import type { TranslationOf } from "#/i18n/keys.ts";
import type { views as english } from "#/i18n/en/views.ts";

export const views: TranslationOf<typeof english> = {};
