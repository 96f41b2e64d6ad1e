/** Chinese of the comparison, the benches and the lessons. */
import type { modesEnglish } from "#/i18n/en/modes.ts";
import type { TranslationOf } from "#/i18n/keys.ts";
import { benches } from "./benches.ts";
import { compare } from "./compare.ts";
import { lessons } from "./lessons.ts";

export const modesChinese: TranslationOf<typeof modesEnglish> = { benches, compare, lessons };
