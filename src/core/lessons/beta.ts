/** Chapter 5: reconstruct against regularise, in three lanes that differ in β, and what blur is. */
import type { Chapter } from "#/core/lesson.ts";
import { plain, reach, trained } from "#/core/lessons/goals.ts";
import { fewEpochs, smallPlane } from "#/core/lessons/small.ts";

const withBeta = (beta: number) => ({ ...smallPlane, objective: { beta } });

export const beta = {
  id: "beta",
  minutes: 15,
  lanes: [
    { id: "betaLow", preset: "mnist-dense-2", patch: withBeta(0.1) },
    { id: "betaOne", preset: "mnist-dense-2", patch: withBeta(1) },
    { id: "betaHigh", preset: "mnist-dense-2", patch: withBeta(10) },
  ],
  steps: [
    {
      ...plain,
      id: "twoWishes",
      shows: { lanes: "all", views: ["strip"] },
      formula: "betaLoss",
      question: "whichTermWins",
      goal: { id: "trainThree", met: (facts) => trained(facts, fewEpochs) },
    },
    {
      ...plain,
      id: "threePlanes",
      shows: { lanes: "all", views: ["plane"] },
      question: "whereAreTheEllipses",
      goal: { id: "pinInThree", met: ({ deeds }) => deeds.pinned > 0 },
    },
    {
      ...plain,
      id: "threeSamples",
      shows: { lanes: "all", views: ["samples"] },
      question: "sharpButWrong",
      goal: { id: "sampleThree", met: ({ deeds }) => deeds.samples > 0 },
    },
    {
      ...plain,
      id: "whatBlurIs",
      shows: { lanes: [1], views: ["plane", "image"] },
      formula: "bernoulliMean",
      question: "isBlurAFault",
      goal: {
        id: "walkToABorder",
        met: (facts) => Math.max(reach(facts, 0), reach(facts, 1)) >= 1,
      },
    },
    {
      ...plain,
      id: "turnBeta",
      shows: { lanes: [1], views: ["beta", "plane", "curves"] },
      question: "whichMovesFirst",
      goal: {
        id: "betaAboveFour",
        met: ({ lanes }) => (lanes[1]?.beta ?? 0) >= 4 && (lanes[1]?.step ?? 0) > fewEpochs,
      },
    },
  ],
} as const satisfies Chapter;
