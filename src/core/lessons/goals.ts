/** What goals are made of. Pure; each takes facts and says yes or no. */
import type { LessonFacts, Step } from "#/core/lesson.ts";

/** Every lane has taken so many steps. */
export function trained(facts: LessonFacts, steps: number): boolean {
  return facts.lanes.every((lane) => lane.step >= steps);
}

/** A lane has taken so many steps. */
export function laneTrained(facts: LessonFacts, lane: number, steps: number): boolean {
  return (facts.lanes[lane]?.step ?? 0) >= steps;
}

/** How far the hand has carried coordinate `dimension`, from its least to its greatest. */
export function reach({ deeds }: LessonFacts, dimension: number): number {
  const { visited } = deeds;
  if (visited === null) return 0;
  return (visited.most[dimension] ?? 0) - (visited.least[dimension] ?? 0);
}

/** Greatest |z_j| the hand has brought any coordinate to. */
export function farthest({ deeds }: LessonFacts): number {
  const { visited } = deeds;
  if (visited === null) return 0;
  return Math.max(...visited.most.map(Math.abs), ...visited.least.map(Math.abs));
}

/** What most steps leave out. */
export const plain = {
  drawing: null,
  formula: null,
  layers: [],
  question: null,
  goal: null,
  onward: null,
} as const satisfies Partial<Step>;
