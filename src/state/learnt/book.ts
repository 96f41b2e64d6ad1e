/** What a reader did, noted as it happens: kept in storage, and forgotten when they start over. */
import { createStore, type StoreApi } from "zustand";
import type { MistakeId } from "#/core/bench/mistake.ts";
import type { StepId } from "#/core/lessons/chapters.ts";
import type { TextStore } from "#/state/deps.ts";
import { type Learnt, type LearntBench, readLearnt, writeLearnt } from "#/state/learnt/learnt.ts";

export interface LearntBook {
  readonly store: StoreApi<Learnt>;
  /** When this page was opened, milliseconds since 1970. */
  readonly opened: number;
  noteBench(id: MistakeId, change: Partial<LearntBench>): void;
  noteGoal(step: StepId): void;
  forgetBench(id: MistakeId): void;
  forgetBenches(): void;
  forgetGoals(): void;
  /** Both, as far as there is something to forget. */
  forgetAll(): void;
  /** What was forgotten last, as long as the page is open; null where nothing can be brought back. */
  readonly forgotten: StoreApi<Forgotten>;
  bringBack(part: keyof Learnt): void;
  /** Takes up what another tab of the page has stored, which the next note would write over. */
  reread(): void;
}

export type Forgotten = { readonly [Part in keyof Learnt]: Learnt[Part] | null };

export const untouchedBench: LearntBench = { guess: null, shown: false, verdict: null };

export function openLearnt(text: TextStore, opened: number): LearntBook {
  const store = createStore<Learnt>(() => readLearnt(text));

  const forgotten = createStore<Forgotten>(() => ({ benches: null, goals: null }));

  function keep(change: Partial<Learnt>): void {
    store.setState(change);
    writeLearnt(text, store.getState());
  }

  function forgetBenches(): void {
    forgotten.setState({ benches: store.getState().benches });
    keep({ benches: {} });
  }

  function forgetGoals(): void {
    forgotten.setState({ goals: store.getState().goals });
    keep({ goals: [] });
  }

  return {
    store,
    opened,
    noteBench(id, change) {
      const { benches } = store.getState();
      keep({ benches: { ...benches, [id]: { ...untouchedBench, ...benches[id], ...change } } });
    },
    noteGoal(step) {
      const { goals } = store.getState();
      if (!goals.includes(step)) keep({ goals: [...goals, step] });
    },
    forgetBench(id) {
      const others = Object.entries(store.getState().benches).filter(([key]) => key !== id);
      keep({ benches: Object.fromEntries(others) });
    },
    forgetBenches,
    forgetGoals,
    forgetAll() {
      const { benches, goals } = store.getState();
      if (Object.keys(benches).length > 0) forgetBenches();
      if (goals.length > 0) forgetGoals();
    },
    forgotten,
    bringBack(part) {
      const { [part]: was } = forgotten.getState();
      if (was === null) return;
      forgotten.setState({ [part]: null });
      keep({ [part]: was });
    },
    reread() {
      store.setState(readLearnt(text));
    },
  };
}
