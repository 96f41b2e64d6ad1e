/** Parts of the page as lazy components: their chunk and their words, fetched side by side. */
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { loadLaterEnglish, loadModesTexts } from "#/i18n/translate.ts";

type Lazy<P = object> = LazyExoticComponent<ComponentType<P>>;
type Load<P = object> = () => Promise<ComponentType<P>>;

/** A side column, or a tab. */
export function lazyColumn<P = object>(load: Load<P>): Lazy<P> {
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
