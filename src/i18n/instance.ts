/**
 * The page's one i18next instance. Language is state of the page, not of this module: whoever holds
 * the preference calls `showLanguage`. Switching changes words alone; nothing else is touched.
 */
import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { english } from "#/i18n/en/english.ts";
import type { Language } from "#/i18n/language.ts";

const namespace = "page";

export const i18n = createInstance();

// Resolves at once: English is here, and initAsync is off so that the first render has its words.
void i18n.use(initReactI18next).init({
  lng: "en",
  fallbackLng: "en",
  defaultNS: namespace,
  ns: [namespace],
  resources: { en: { [namespace]: english } },
  initAsync: false,
  // React escapes already.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** Brings a language's words onto the page without showing them. */
export async function loadLanguage(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, namespace)) return;
  const { chinese } = await import("#/i18n/zh-CN/chinese.ts");
  i18n.addResourceBundle(language, namespace, chinese);
}

/** Shows the page in a language, and tells assistive technology and fonts so. */
export async function showLanguage(language: Language): Promise<void> {
  await loadLanguage(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
