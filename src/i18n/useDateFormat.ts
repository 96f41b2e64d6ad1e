/** Days as the page writes them: in the reader's language, by the reader's calendar. */
import { useCallback } from "react";
import { useLanguage } from "#/i18n/useText.ts";

/** @param at milliseconds since 1970, within what a date can name. */
export type DateFormat = (at: number) => string;

export function useDateFormat(): DateFormat {
  const language = useLanguage();
  return useCallback(
    (at) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(at),
    [language],
  );
}
