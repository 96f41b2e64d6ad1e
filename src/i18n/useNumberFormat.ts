/** Numbers as the page shows them: grouped, with a true minus, in the reader's language. */
import { useCallback } from "react";
import { useLanguage } from "#/i18n/useText.ts";

/**
 * Formats a number. `decimals` fixes the digits after the point; without it up to six significant
 * ones stand. Not a number shows as an en dash.
 */
export type NumberFormat = (value: number, decimals?: number) => string;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string, decimals: number | undefined): Intl.NumberFormat {
  const key = `${language}:${String(decimals)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(
    language,
    decimals === undefined
      ? { maximumSignificantDigits: 6 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  );
  formats.set(key, made);
  return made;
}

export function formatNumber(language: string, value: number, decimals?: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  return formatOf(language, decimals).format(value).replace("-", "−");
}

export function useNumberFormat(): NumberFormat {
  const language = useLanguage();
  return useCallback((value, decimals) => formatNumber(language, value, decimals), [language]);
}
