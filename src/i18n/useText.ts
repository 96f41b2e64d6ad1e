/** Words for components. A component that calls one of these re-renders when the language changes. */
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { otherLanguage, type Language } from "#/i18n/language.ts";
import { loadLanguage, shownLanguage, subscribeToLanguage, translate } from "#/i18n/translate.ts";

/** The language on screen. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribeToLanguage, shownLanguage);
}

/** The translate function of the language on screen: `const t = useText(); t("common.close")`. */
export function useText(): Translate {
  const language = useLanguage();
  return useCallback<Translate>((key, values) => translate(language, key, values), [language]);
}

/**
 * The same term in the other language, for tips: 隐空间 beside "latent space". Null until its words
 * have arrived; pass null to load nothing.
 */
export function useOtherLanguage(key: TextKey | null): string | null {
  const shown = useLanguage();
  const wanted = otherLanguage(shown);
  const [loaded, setLoaded] = useState<Language | null>(null);
  useEffect(() => {
    if (key === null) return;
    let current = true;
    loadLanguage(wanted).then(
      () => {
        if (current) setLoaded(wanted);
      },
      // Offline and never fetched: the tip simply goes without.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [key, wanted]);
  return key !== null && loaded === wanted ? translate(wanted, key) : null;
}
