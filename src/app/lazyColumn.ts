/** A side column, or a tab, as a lazy component: its chunk and its words, fetched side by side. */
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { loadLaterEnglish } from "#/i18n/translate.ts";

export function lazyColumn(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadLaterEnglish()]);
    return { default: component };
  });
}
