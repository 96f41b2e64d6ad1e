import type { TranslationOf } from "#/i18n/keys.ts";
import type { setup as english } from "#/i18n/en/setup.ts";

export const setup: TranslationOf<typeof english> = {};
