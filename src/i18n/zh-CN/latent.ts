import type { TranslationOf } from "#/i18n/keys.ts";
import type { latent as english } from "#/i18n/en/latent.ts";

export const latent: TranslationOf<typeof english> = {};
