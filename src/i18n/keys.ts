/** The types of translation keys, derived from the English texts. No code at run time. */
import type { english } from "#/i18n/en/english.ts";
import type { laterEnglish } from "#/i18n/en/later.ts";
import type { modesEnglish } from "#/i18n/en/modes.ts";

/** translate.ts picks `x_one` or `x_other` by the count it is given; callers ask for `x`. */
type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other`
  ? Base
  : K;

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** All English areas, whenever they arrive. */
export type English = typeof english & typeof laterEnglish & typeof modesEnglish;

/** Every text of the page, as "area.name" or "area.group.name". */
export type TextKey = Leaves<English>;

/** Another language's area: the same keys, any words. Chinese has no singular, so `_one` is left out. */
export type TranslationOf<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : TranslationOf<T[K]>;
};

export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the text of a key; `values` fill its {{places}}, `count` also picks the plural. */
export type Translate = (key: TextKey, values?: TextValues) => string;
