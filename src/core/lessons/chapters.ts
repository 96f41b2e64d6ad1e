/** All chapters, in the order they are taught, and the ids their words stand under. */
import type { Chapter } from "#/core/lesson.ts";
import { autoencoder } from "#/core/lessons/autoencoder.ts";
import { beta } from "#/core/lessons/beta.ts";
import { grid } from "#/core/lessons/grid.ts";
import { logVariance } from "#/core/lessons/logVariance.ts";
import { prior } from "#/core/lessons/prior.ts";
import { reparameterisation } from "#/core/lessons/reparameterisation.ts";
import { sigmoid } from "#/core/lessons/sigmoid.ts";

export const chapters = [
  autoencoder,
  reparameterisation,
  logVariance,
  prior,
  beta,
  grid,
  sigmoid,
] as const satisfies readonly Chapter[];

export type LessonChapter = (typeof chapters)[number];
export type ChapterId = LessonChapter["id"];
export type LessonStep = LessonChapter["steps"][number];
export type StepId = LessonStep["id"];
export type QuestionId = NonNullable<LessonStep["question"]>;
export type GoalId = NonNullable<LessonStep["goal"]>["id"];
export type LaneNameId = LessonChapter["lanes"][number]["id"];

/** The chapter a link names; null for the overview, and for a name nobody knows. */
export function chapterOf(topic: string | null): LessonChapter | null {
  return chapters.find(({ id }) => id === topic) ?? null;
}

/** The step a link names, kept within the chapter. */
export function stepOf(chapter: LessonChapter, index: number): number {
  return Math.min(Math.max(Math.trunc(index), 0), chapter.steps.length - 1);
}

export interface LessonPlace {
  readonly topic: ChapterId | null;
  readonly step: number;
}

/** One step on or back from here, over the chapters' ends; null where there is nothing further. */
export function placeAfter({ topic, step }: LessonPlace, by: 1 | -1): LessonPlace | null {
  const at = chapters.findIndex(({ id }) => id === topic);
  const chapter = chapters[at];
  if (chapter === undefined) return by === 1 ? { topic: chapters[0].id, step: 0 } : null;
  const next = step + by;
  if (next >= 0 && next < chapter.steps.length) return { topic: chapter.id, step: next };
  const neighbour = chapters[at + by];
  if (neighbour === undefined) return by === 1 ? null : { topic: null, step: 0 };
  return { topic: neighbour.id, step: by === 1 ? 0 : neighbour.steps.length - 1 };
}
