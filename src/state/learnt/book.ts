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
  /** Answers with what brings it back. */
  forgetBenches(): () => void;
  forgetGoals(): () => void;
  /** Takes up what another tab of the page has stored, which the next note would write over. */
  reread(): void;
}

export const untouchedBench: LearntBench = { guess: null, shown: false, verdict: null };

export function openLearnt(text: TextStore, opened: number): LearntBook {
  const store = createStore<Learnt>(() => readLearnt(text));

  function keep(change: Partial<Learnt>): void {
    store.setState(change);
    writeLearnt(text, store.getState());
  }

  function forget(part: keyof Learnt, nothing: Partial<Learnt>): () => void {
    const { [part]: was } = store.getState();
    keep(nothing);
    return () => {
      keep({ [part]: was });
    };
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
    forgetBenches: () => forget("benches", { benches: {} }),
    forgetGoals: () => forget("goals", { goals: [] }),
    reread() {
      store.setState(readLearnt(text));
    },
  };
}
