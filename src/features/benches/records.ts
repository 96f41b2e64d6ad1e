/**
 * What somebody guessed on the benches, and what the runs showed then: kept as long as the page is
 * open, apart for each application. Not stored: a class that comes back guesses afresh.
 */
import { useCallback } from "react";
import { createStore, useStore, type StoreApi } from "zustand";
import type { MistakeId, Verdict } from "#/core/bench/mistake.ts";
import { useAppParts } from "#/state/context.tsx";

export interface BenchRecord {
  /** The option somebody chose, from 1; null before, or where they would rather be shown. */
  readonly guess: number | null;
  /** Wants to see it without guessing. */
  readonly shown: boolean;
  /** In lecturer's mode, where answers wait: somebody asked for them. */
  readonly uncovered: boolean;
  /** Of the newest run; null before one has come to its end. */
  readonly verdict: Verdict | null;
}

type BenchRecords = Readonly<Partial<Record<MistakeId, BenchRecord>>>;

const untouched: BenchRecord = { guess: null, shown: false, uncovered: false, verdict: null };

const books = new WeakMap<object, StoreApi<BenchRecords>>();

/** @param owner the application's store. */
function bookOf(owner: object): StoreApi<BenchRecords> {
  const known = books.get(owner);
  if (known !== undefined) return known;
  const book = createStore<BenchRecords>(() => ({}));
  books.set(owner, book);
  return book;
}

export function useBenchRecords(): (id: MistakeId) => BenchRecord {
  const records = useStore(bookOf(useAppParts().store));
  return (id) => records[id] ?? untouched;
}

export function useBenchRecord(
  id: MistakeId,
): readonly [BenchRecord, (change: Partial<BenchRecord>) => void] {
  const book = bookOf(useAppParts().store);
  const record = useStore(book, (records) => records[id] ?? untouched);
  const note = useCallback(
    (change: Partial<BenchRecord>) => {
      book.setState((records) => ({ [id]: { ...untouched, ...records[id], ...change } }));
    },
    [book, id],
  );
  return [record, note];
}

/**
 * Whether the page may say which lane is which: a guess alone does not tell it, the verdict does. On a
 * stage it waits until it is asked for.
 */
export function isRevealed(record: BenchRecord, stage: boolean): boolean {
  const { guess, shown, uncovered, verdict } = record;
  if (stage) return (guess !== null || shown) && uncovered;
  return shown || (guess !== null && verdict !== null);
}
