/**
 * The page's words: which language is on screen, and a key's text in it. English is built in, other
 * languages arrive as chunks. No library: lookup, {{places}} and two plurals are all it needs, and
 * what loads before the first paint is counted.
 */
import { english } from "#/i18n/en/english.ts";
import type { TextKey, TextValues } from "#/i18n/keys.ts";
import type { Language } from "#/i18n/language.ts";

interface Texts {
  readonly [name: string]: string | Texts;
}

const loaded = new Map<Language, Texts>([["en", english]]);
const plurals = new Map<Language, Intl.PluralRules>();
const listeners = new Set<() => void>();
let shown: Language = "en";

export function shownLanguage(): Language {
  return shown;
}

export function subscribeToLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Words of one language, added to those that are there. */
function add(language: Language, texts: Texts): void {
  loaded.set(language, { ...loaded.get(language), ...texts });
}

/** Brings the English of the side columns; they wait for it, whatever language is on screen. */
export async function loadLaterEnglish(): Promise<void> {
  const { laterEnglish } = await import("#/i18n/en/later.ts");
  add("en", laterEnglish);
}

/** True once somebody went to the comparison, the benches or the lessons. */
let usesModes = false;

/** Brings the words of comparison, benches and lessons: English, and the language on screen. */
export async function loadModesTexts(): Promise<void> {
  usesModes = true;
  const english = import("#/i18n/en/modes.ts").then(({ modesEnglish }) => {
    add("en", modesEnglish);
  });
  await Promise.all([english, shown === "en" ? null : loadLanguage(shown)]);
}

/** Brings a language's words onto the page without showing them. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === "en") return;
  const parts: Promise<void>[] = [];
  if (loaded.get(language)?.["app"] === undefined) {
    parts.push(
      import("#/i18n/zh-CN/chinese.ts").then(({ chinese }) => {
        add(language, chinese);
      }),
    );
  }
  if (usesModes && loaded.get(language)?.["compare"] === undefined) {
    parts.push(
      import("#/i18n/zh-CN/modes.ts").then(({ modesChinese }) => {
        add(language, modesChinese);
      }),
    );
  }
  await Promise.all(parts);
}

/** Shows the page in a language, and tells assistive technology and fonts so. */
export async function showLanguage(language: Language): Promise<void> {
  await loadLanguage(language);
  if (language !== shown) {
    shown = language;
    for (const listener of listeners) listener();
  }
  document.documentElement.lang = language;
}

/** A key's text with its {{places}} still open; null where a language does not have it. */
function template(language: Language, path: string): string | null {
  let at: string | Texts | undefined = loaded.get(language);
  for (const name of path.split(".")) {
    if (typeof at !== "object") return null;
    at = at[name];
  }
  return typeof at === "string" ? at : null;
}

/** `key_one` or `key_other` where the language tells one from many, else the key itself. */
function chosen(language: Language, key: TextKey, values: TextValues): string | null {
  const { count } = values;
  if (typeof count === "number") {
    const rules = plurals.get(language) ?? new Intl.PluralRules(language);
    plurals.set(language, rules);
    const text =
      template(language, `${key}_${rules.select(count)}`) ?? template(language, `${key}_other`);
    if (text !== null) return text;
  }
  return template(language, key);
}

/** A text in a language, or in English where that language lacks it. A missing value leaves nothing. */
export function translate(language: Language, key: TextKey, values: TextValues = {}): string {
  const text = chosen(language, key, values) ?? chosen("en", key, values) ?? key;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** A class of a packaged set in a language; its own name where there is none. */
export function classNameIn(language: Language, set: string, name: string): string {
  return template(language, `classNames.${set}.${name}`) ?? name;
}

/** Names of the values a text asks for; null where the text is not there (yet). */
export function placesOf(language: Language, key: TextKey): readonly string[] | null {
  const text = template(language, key) ?? template("en", key);
  return text === null ? null : [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "");
}
