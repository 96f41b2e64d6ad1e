/** The languages of the page. English is built in; the others are chunks loaded on request. */

export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** Each language's own name, for the switch: a reader of one need not know the other. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  "zh-CN": "中文",
};

export function otherLanguage(language: Language): Language {
  return language === "en" ? "zh-CN" : "en";
}
