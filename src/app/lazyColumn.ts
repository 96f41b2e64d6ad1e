/** Parts of the page as lazy components: their chunk and their words, fetched side by side. */
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { loadLaterEnglish, loadModesTexts } from "#/i18n/translate.ts";

type Lazy = LazyExoticComponent<ComponentType>;
type Load = () => Promise<ComponentType>;

/** A side column, or a tab. */
export function lazyColumn(load: Load): Lazy {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadLaterEnglish()]);
    return { default: component };
  });
}

/** A mode of its own: the comparison, the benches, the lessons. */
export function lazyMode(load: Load): Lazy {
  return lazyColumn(async () => {
    const [component] = await Promise.all([load(), loadModesTexts()]);
    return component;
  });
}
