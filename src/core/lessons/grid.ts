/** Chapter 6: walking the latent grid. */
import type { Chapter } from "#/core/lesson.ts";
import { farthest, plain, reach, trained } from "#/core/lessons/goals.ts";
import { manyEpochs, smallPlane } from "#/core/lessons/small.ts";

export const grid = {
  id: "grid",
  minutes: 10,
  lanes: [{ id: "vae", preset: "mnist-dense-2", patch: smallPlane }],
  steps: [
    {
      ...plain,
      id: "twoNumbers",
      shows: { lanes: [0], views: ["plane", "image"] },
      question: "neighbours",
      goal: {
        id: "walkBothWays",
        met: (facts) => trained(facts, manyEpochs) && reach(facts, 0) >= 2 && reach(facts, 1) >= 2,
      },
    },
    {
      ...plain,
      id: "equalMass",
      shows: { lanes: [0], views: ["grid"] },
      formula: "quantileGrid",
      question: "whyQuantiles",
      goal: null,
    },
    {
      ...plain,
      id: "betweenClasses",
      shows: { lanes: [0], views: ["plane", "image"] },
      question: "threeAndAHalf",
      goal: { id: "pinTwoPlaces", met: ({ deeds }) => deeds.pins >= 2 },
    },
    {
      ...plain,
      id: "overTheEdge",
      shows: { lanes: [0], views: ["plane", "image"] },
      question: "farOut",
      goal: { id: "beyondThree", met: (facts) => farthest(facts) >= 3 },
    },
    {
      ...plain,
      id: "moreThanTwo",
      shows: { lanes: [0], views: ["plane", "strip"] },
      question: "sliceOfTwenty",
      onward: { mode: "play", topic: null },
    },
  ],
} as const satisfies Chapter;
