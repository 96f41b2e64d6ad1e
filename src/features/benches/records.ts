/**
 * What somebody guessed on the benches and what the runs showed then, which is kept from visit to visit
 * (state/learnt); and, as long as the page is open, whether a lecturer asked for the answer.
 */
import { useCallback } from "react";
import { createStore, useStore, type StoreApi } from "zustand";
import type { MistakeId } from "#/core/bench/mistake.ts";
import { type LearntBook, untouchedBench } from "#/state/learnt/book.ts";
import { useLearnt, useLearntBook } from "#/state/learnt/context.tsx";
import type { Learnt, LearntBench } from "#/state/learnt/learnt.ts";

export interface BenchRecord extends LearntBench {
  /** In lecturer's mode, where answers wait: somebody asked for them. */
  readonly uncovered: boolean;
}

type Uncovered = Readonly<Partial<Record<MistakeId, boolean>>>;

const uncoveredOf = new WeakMap<LearntBook, StoreApi<Uncovered>>();

function uncoveredIn(book: LearntBook): StoreApi<Uncovered> {
  const known = uncoveredOf.get(book);
  if (known !== undefined) return known;
  const made = createStore<Uncovered>(() => ({}));
  uncoveredOf.set(book, made);
  return made;
}

const selectBenches = (learnt: Learnt) => learnt.benches;

export function useBenchRecords(): (id: MistakeId) => LearntBench {
  const benches = useLearnt(selectBenches);
  return (id) => benches[id] ?? untouchedBench;
}

export interface BenchNotes {
  readonly record: BenchRecord;
  readonly note: (change: Partial<LearntBench>) => void;
  readonly uncover: () => void;
  /** As if nobody had been here. */
  readonly forget: () => void;
}

export function useBenchRecord(id: MistakeId): BenchNotes {
  const book = useLearntBook();
  const shared = uncoveredIn(book);
  const uncovered = useStore(shared, (all) => all[id] ?? false);
  const note = useCallback(
    (change: Partial<LearntBench>) => {
      book.noteBench(id, change);
    },
    [book, id],
  );
  const uncover = useCallback(() => {
    shared.setState({ [id]: true });
  }, [shared, id]);
  const forget = useCallback(() => {
    shared.setState({ [id]: false });
    book.forgetBench(id);
  }, [book, shared, id]);
  const bench = useLearnt(selectBenches)[id] ?? untouchedBench;
  return { record: { ...bench, uncovered }, note, uncover, forget };
}

/**
 * Whether the page may say which lane is which: a guess alone does not tell it, the verdict does. On a
 * stage it waits until it is asked for.
 */
export function isRevealed(record: BenchRecord, stage: boolean): boolean {
  const { guess, shown, uncovered, verdict } = record;
  if (stage || uncovered) return uncovered;
  return shown || (guess !== null && verdict !== null);
}
