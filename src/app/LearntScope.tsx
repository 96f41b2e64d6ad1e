/**
 * Brings what the reader did on the benches and in the lessons: one book for each application, so that
 * it also lasts from mode to mode where the browser stores nothing.
 */
import type { ReactElement, ReactNode } from "react";
import { localText } from "./browserStores.ts";
import { useAppParts } from "#/state/context.tsx";
import { openLearnt, type LearntBook } from "#/state/learnt/book.ts";
import { LearntProvider } from "#/state/learnt/context.tsx";

const books = new WeakMap<object, LearntBook>();

/** @param owner the page's store. */
export function bookOf(owner: object): LearntBook {
  const known = books.get(owner);
  if (known !== undefined) return known;
  const book = openLearnt(localText("learnt"), Math.round(performance.timeOrigin));
  books.set(owner, book);
  // Told of what other tabs write, never of what this one does.
  addEventListener("storage", () => {
    book.reread();
  });
  return book;
}

export function LearntScope({ children }: { readonly children: ReactNode }): ReactElement {
  const { store } = useAppParts();
  return <LearntProvider book={bookOf(store)}>{children}</LearntProvider>;
}
