/** Chapter 3: why the encoder says log σ², and what the KL term does to one point. */
import { klTerm } from "#/core/objective/gaussianKl.ts";
import type { Chapter, GaussianPoint, LessonFacts } from "#/core/lesson.ts";
import { plain, trained } from "#/core/lessons/goals.ts";
import { fewEpochs, smallPlane } from "#/core/lessons/small.ts";

const nats = ({ mean, logVariance }: GaussianPoint): number => klTerm(mean, logVariance);

/** With one variance for both, KL is the same either way, however far apart the means. */
function movedApart({ deeds: { pair } }: LessonFacts): boolean {
  if (pair === null) return false;
  return Math.abs(pair.q.logVariance - pair.p.logVariance) >= 1;
}

export const logVariance = {
  id: "log-variance",
  minutes: 15,
  lanes: [{ id: "vae", preset: "mnist-dense-2", patch: smallPlane }],
  steps: [
    {
      ...plain,
      id: "anyRealNumber",
      shows: { lanes: [0], views: [] },
      drawing: "pointKl",
      question: "whyNotSigma",
      goal: { id: "moveThePoint", met: ({ deeds }) => deeds.gaussian !== null },
    },
    {
      ...plain,
      id: "onePointsTerm",
      shows: { lanes: [0], views: [] },
      drawing: "pointKl",
      formula: "pointKl",
      question: "pullAtRest",
      goal: {
        id: "restOnThePrior",
        met: ({ deeds: { gaussian } }) => gaussian !== null && nats(gaussian) < 0.02,
      },
    },
    {
      ...plain,
      id: "minusItsTangent",
      shows: { lanes: [0], views: [] },
      drawing: "tangent",
      formula: "tangent",
      question: "twiceOrHalf",
      goal: {
        id: "bothSides",
        met: ({ deeds: { exponent } }) =>
          exponent !== null && exponent.least <= -1 && exponent.most >= 1,
      },
    },
    {
      ...plain,
      id: "landscapeOfOne",
      shows: { lanes: [0], views: ["plane", "image"] },
      formula: "landscape",
      layers: ["landscape"],
      question: "ellipseInTheValley",
      goal: {
        id: "pinForLandscape",
        met: (facts) => facts.deeds.pinned > 0 && trained(facts, fewEpochs),
      },
    },
    {
      ...plain,
      id: "twoGaussians",
      shows: { lanes: [0], views: [] },
      drawing: "pair",
      formula: "pairKl",
      question: "isItADistance",
      goal: { id: "moveApart", met: movedApart },
    },
  ],
} as const satisfies Chapter;
