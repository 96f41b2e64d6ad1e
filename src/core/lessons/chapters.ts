/** All chapters, in the order they are taught, and the ids their words stand under. */
import type { Chapter, Goal, LessonLane, Step } from "#/core/lesson.ts";
import { autoencoder } from "#/core/lessons/autoencoder.ts";
import { beta } from "#/core/lessons/beta.ts";
import { grid } from "#/core/lessons/grid.ts";
import { logVariance } from "#/core/lessons/logVariance.ts";
import { prior } from "#/core/lessons/prior.ts";
import { reparameterisation } from "#/core/lessons/reparameterisation.ts";
import { sigmoid } from "#/core/lessons/sigmoid.ts";

const inOrder = [
  autoencoder,
  reparameterisation,
  logVariance,
  prior,
  beta,
  grid,
  sigmoid,
] as const satisfies readonly Chapter[];

type Literal = (typeof inOrder)[number];
type LiteralStep = Literal["steps"][number];

export type ChapterId = Literal["id"];
export type StepId = LiteralStep["id"];
export type QuestionId = NonNullable<LiteralStep["question"]>;
export type GoalId = NonNullable<LiteralStep["goal"]>["id"];
export type LaneNameId = Literal["lanes"][number]["id"];

/** A step whose words are known to be there. */
export interface LessonStep extends Step {
  readonly id: StepId;
  readonly question: QuestionId | null;
  readonly goal: (Goal & { readonly id: GoalId }) | null;
}

export interface LessonChapter extends Chapter {
  readonly id: ChapterId;
  readonly lanes: readonly (LessonLane & { readonly id: LaneNameId })[];
  readonly steps: readonly LessonStep[];
}

export const chapters: readonly LessonChapter[] = inOrder;

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
  if (chapter === undefined) return by === 1 ? { topic: inOrder[0].id, step: 0 } : null;
  const next = step + by;
  if (next >= 0 && next < chapter.steps.length) return { topic: chapter.id, step: next };
  const neighbour = chapters[at + by];
  if (neighbour === undefined) return by === 1 ? null : { topic: null, step: 0 };
  return { topic: neighbour.id, step: by === 1 ? 0 : neighbour.steps.length - 1 };
}
