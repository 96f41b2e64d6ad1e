import { describe, expect, it } from "vitest";
import { applyPatch } from "#/core/experiment/parse.ts";
import { decodeUrl } from "#/core/experiment/url.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { noDeeds, type Deeds, type LaneFacts, type LessonFacts } from "#/core/lesson.ts";
import {
  chapterOf,
  chapters,
  placeAfter,
  stepOf,
  type GoalId,
  type LessonPlace,
} from "#/core/lessons/chapters.ts";

const untrained: LaneFacts = {
  ...{ running: false, step: 0, epoch: 0, latent: 2, beta: 1 },
  ...{ reconstruction: null, kl: null, activeUnits: null },
};

function facts(lanes: number, lane: Partial<LaneFacts>, deeds: Partial<Deeds> = {}): LessonFacts {
  return {
    lanes: Array.from({ length: lanes }, () => ({ ...untrained, ...lane })),
    z: [0, 0],
    deeds: { ...noDeeds, ...deeds },
  };
}

/** What a reader who does as asked brings about. */
const trained: Partial<LaneFacts> = { step: 752, epoch: 16, kl: 4.2, reconstruction: 155, beta: 5 };
const done: Partial<Deeds> = {
  visited: { least: [-1.5, -1], most: [3.1, 1.2] },
  ...{ pinned: 1, pins: 2, samples: 2, epsilonDraws: 3, phase: 7, warped: true },
  gaussian: { mean: 0.05, logVariance: 0.1 },
  exponent: { least: -1.2, most: 1.4 },
  pair: { q: { mean: 1, logVariance: -1 }, p: { mean: 0, logVariance: 0.5 } },
  logit: { logit: 18, target: 0 },
};

const steps = chapters.flatMap((chapter) => chapter.steps.map((step) => ({ chapter, step })));

describe("chapters", () => {
  it("are seven, of four to seven steps", () => {
    expect(chapters).toHaveLength(7);
    for (const chapter of chapters) {
      expect(chapter.steps.length).toBeGreaterThanOrEqual(4);
      expect(chapter.steps.length).toBeLessThanOrEqual(7);
    }
  });

  it("have ids that a link takes", () => {
    for (const { id } of chapters) {
      const route = { mode: "lessons", topic: id, step: 1, stage: true } as const;
      const search = `?mode=lessons&topic=${id}&step=1&stage=1`;
      expect(decodeUrl(search).route).toEqual(route);
    }
  });

  it("name every step, question and goal once", () => {
    const ids = [
      steps.map(({ step }) => step.id),
      steps.flatMap(({ step }) => step.question ?? []),
      steps.flatMap(({ step }) => step.goal?.id ?? []),
    ];
    for (const names of ids) expect(new Set<string>(names).size).toBe(names.length);
  });

  it.each(chapters.map((chapter) => [chapter.id, chapter] as const))(
    "%s begins with experiments that are valid, small and alike in their data",
    (_, chapter) => {
      for (const { preset, patch } of chapter.lanes) {
        const config = applyPatch(presetConfig(preset), patch);
        expect(config.ok).toBe(true);
        if (!config.ok) continue;
        expect(config.value.data).toMatchObject({ set: "mnist", trainLimit: 6000 });
        expect(config.value.model.latent).toBe(2);
        expect(config.value.training.epochs).toBeLessThanOrEqual(20);
      }
    },
  );

  it("show lanes that are there", () => {
    for (const { chapter, step } of steps) {
      if (step.shows.lanes === "all") continue;
      for (const lane of step.shows.lanes) expect(chapter.lanes[lane]).toBeDefined();
    }
  });
});

describe("goals", () => {
  const goals = steps.flatMap(({ chapter, step }) =>
    step.goal === null ? [] : [[step.goal.id, chapter, step.goal] as const],
  );

  it.each(goals)("%s is not met before anything was done", (_, chapter, goal) => {
    expect(goal.met(facts(chapter.lanes.length, {}))).toBe(false);
  });

  it.each(goals)("%s is met by doing what is asked", (_, chapter, goal) => {
    expect(goal.met(facts(chapter.lanes.length, trained, done))).toBe(true);
  });

  const goal = (id: GoalId) => goals.find(([known]) => known === id)![2];

  it("of the term at rest looks at both its parts", () => {
    const at = (mean: number, logVariance: number) =>
      goal("restOnThePrior").met(facts(1, {}, { gaussian: { mean, logVariance } }));
    expect(at(0.1, 0)).toBe(true);
    expect(at(0.5, 0)).toBe(false);
    expect(at(0, 1)).toBe(false);
  });

  it("of walking counts the way, not the place", () => {
    const met = goal("walkBothWays").met;
    const at = (least: number[], most: number[]) =>
      met(facts(1, trained, { visited: { least, most } }));
    expect(at([2, 2], [2.5, 2.5])).toBe(false);
    expect(at([-1, -1], [1, 0])).toBe(false);
    expect(at([-1, -1], [1, 1])).toBe(true);
  });

  it("of several lanes wait for the last", () => {
    const given = facts(3, { step: 600 });
    const [first, ...rest] = given.lanes;
    const behind = { ...given, lanes: [{ ...first!, step: 10 }, ...rest] };
    expect(goal("trainThree").met(given)).toBe(true);
    expect(goal("trainThree").met(behind)).toBe(false);
  });
});

describe("places", () => {
  it("lead on through every step of every chapter and back", () => {
    const way: LessonPlace[] = [];
    let place: LessonPlace | null = placeAfter({ topic: null, step: 0 }, 1);
    while (place !== null) {
      way.push(place);
      place = placeAfter(place, 1);
    }
    expect(way).toHaveLength(steps.length);
    expect(placeAfter(way[0]!, -1)).toEqual({ topic: null, step: 0 });
    for (const [i, at] of way.slice(1).entries()) expect(placeAfter(at, -1)).toEqual(way[i]);
  });

  it("that nobody knows are the overview, and steps are kept within the chapter", () => {
    expect(chapterOf("no-such-chapter")).toBeNull();
    expect(stepOf(chapters[0]!, 99)).toBe(chapters[0]!.steps.length - 1);
    expect(stepOf(chapters[0]!, -3)).toBe(0);
  });
});
