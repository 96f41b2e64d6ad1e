/** Words for components. A component that calls one of these re-renders when the language changes. */
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { i18n, loadLanguage } from "#/i18n/instance.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { otherLanguage, type Language } from "#/i18n/language.ts";

/** The translate function of the language on screen: `const t = useText(); t("common.close")`. */
export function useText(): Translate {
  const { t } = useTranslation(undefined, { i18n });
  return useCallback<Translate>((key, values) => t(key, { ...values }), [t]);
}

/** The language on screen. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === "zh-CN" ? "zh-CN" : "en";
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
  return key !== null && loaded === wanted ? i18n.getFixedT(wanted)(key) : null;
}
