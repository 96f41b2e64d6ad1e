/**
 * What a reader did on the benches and in the lessons, as it outlives the page. A verdict is kept as the
 * numbers its sentence is made of, with the run they are of: it is never kept as words.
 */
import * as v from "valibot";
import { mistakeIds, type MistakeId, type Verdict } from "#/core/bench/mistake.ts";
import { mistakes } from "#/core/bench/mistakes.ts";
import { chapters, type StepId } from "#/core/lessons/chapters.ts";
import type { TextStore } from "#/state/deps.ts";

/** A verdict, and which run it was worked out from. */
export interface LearntVerdict extends Verdict {
  readonly seed: number;
  /** When the page it ran on had been opened, milliseconds since 1970. */
  readonly opened: number;
}

export interface LearntBench {
  /** The option somebody chose, from 1; null before, or where they would rather be shown. */
  readonly guess: number | null;
  /** Wants to see it without guessing. */
  readonly shown: boolean;
  /** Of the newest run; null before one has come to its end. */
  readonly verdict: LearntVerdict | null;
}

export interface Learnt {
  readonly benches: Readonly<Partial<Record<MistakeId, LearntBench>>>;
  /** Steps of lessons whose goal was met. */
  readonly goals: readonly StepId[];
}

export const nothingLearnt: Learnt = { benches: {}, goals: [] };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** JSON has no word for what is no number. */
const notFinite = ["NaN", "Infinity", "-Infinity"] as const;
const figure = v.union([v.number(), v.pipe(v.picklist(notFinite), v.transform(Number))]);

/** The last moment a date can name. */
const lastMoment = 8.64e15;

const benchSchema = v.object({
  guess: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  shown: v.boolean(),
  verdict: v.nullable(
    v.object({
      shown: v.boolean(),
      numbers: v.record(v.string(), figure),
      seed: count,
      opened: v.pipe(count, v.maxValue(lastMoment)),
    }),
  ),
});

const schema = v.object({
  version: v.literal(1),
  benches: v.record(v.string(), v.unknown()),
  goals: v.array(v.unknown()),
});

/** What was stored, as far as it can be read: what cannot is left out, and the rest stands. */
export function readLearnt(store: TextStore): Learnt {
  try {
    const parsed = v.safeParse(schema, JSON.parse(store.read() ?? "null"));
    if (!parsed.success) return nothingLearnt;
    const { benches, goals } = parsed.output;
    const found = mistakeIds.flatMap((id) => {
      const bench = readBench(id, benches[id]);
      return bench === null ? [] : [[id, bench] as const];
    });
    const steps = chapters.flatMap((chapter) => chapter.steps.map(({ id }) => id));
    return {
      benches: Object.fromEntries(found),
      goals: steps.filter((id) => goals.includes(id)),
    };
  } catch {
    return nothingLearnt;
  }
}

function readBench(id: MistakeId, stored: unknown): LearntBench | null {
  const parsed = v.safeParse(benchSchema, stored);
  if (!parsed.success) return null;
  const { guess } = parsed.output;
  return guess !== null && guess > mistakes[id].options.count ? null : parsed.output;
}

/** Storage may be denied: it then lasts as long as the page. */
export function writeLearnt(store: TextStore, { benches, goals }: Learnt): void {
  try {
    const spelt = (_: string, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
    store.write(JSON.stringify({ version: 1, benches, goals }, spelt));
  } catch {
    // Said once, where the experiment is stored.
  }
}
