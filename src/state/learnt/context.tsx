/** The book of what a reader did, for the benches and lessons under it. */
import { createContext, use, type ReactElement, type ReactNode } from "react";
import { useStore } from "zustand";
import type { LearntBook } from "#/state/learnt/book.ts";
import type { Learnt } from "#/state/learnt/learnt.ts";

const LearntContext = createContext<LearntBook | null>(null);

export function LearntProvider(props: {
  readonly book: LearntBook;
  readonly children: ReactNode;
}): ReactElement {
  return <LearntContext value={props.book}>{props.children}</LearntContext>;
}

export function useLearntBook(): LearntBook {
  const book = use(LearntContext);
  if (book === null) throw new Error("useLearntBook: no LearntProvider above");
  return book;
}

/** What brings back what was forgotten of this part; null where there is nothing. */
export function useBringBack(part: keyof Learnt): (() => void) | null {
  const { forgotten, bringBack } = useLearntBook();
  const was = useStore(forgotten, (all) => all[part]);
  if (was === null) return null;
  return () => {
    bringBack(part);
  };
}

/** @param select a module-level selector. */
export function useLearnt<T>(select: (learnt: Learnt) => T): T {
  return useStore(useLearntBook().store, select);
}
