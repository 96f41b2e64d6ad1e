/** Chapter 4: why the prior is N(0, I), seen from the side of sampling. */
import type { Chapter } from "#/core/lesson.ts";
import { laneTrained, plain, trained } from "#/core/lessons/goals.ts";
import { fewEpochs, manyEpochs, smallPlane } from "#/core/lessons/small.ts";

export const prior = {
  id: "prior",
  minutes: 12,
  lanes: [
    { id: "vae", preset: "mnist-dense-2", patch: smallPlane },
    {
      id: "autoencoder",
      preset: "mnist-dense-2",
      patch: { ...smallPlane, objective: { sampling: false } },
    },
  ],
  steps: [
    {
      ...plain,
      id: "allCodesTogether",
      shows: { lanes: [0], views: ["plane", "klBars"] },
      formula: "aggregate",
      layers: ["density", "prior"],
      question: "sumOfEllipses",
      goal: { id: "trainForPrior", met: (facts) => laneTrained(facts, 0, manyEpochs) },
    },
    {
      ...plain,
      id: "drawFromPrior",
      shows: { lanes: [0], views: ["samples", "plane"] },
      question: "whyTrustTheDecoder",
      goal: { id: "drawTwice", met: ({ deeds }) => deeds.samples >= 2 },
    },
    {
      ...plain,
      id: "withoutPrior",
      shows: { lanes: [0, 1], views: ["plane", "samples"] },
      layers: ["density"],
      question: "fixAfterwards",
      goal: { id: "trainBoth", met: (facts) => trained(facts, fewEpochs) },
    },
    {
      ...plain,
      id: "uniformSquare",
      shows: { lanes: [0], views: ["plane", "image"] },
      question: "holesInTheSquare",
      goal: { id: "lookInPhi", met: ({ deeds }) => deeds.warped },
    },
    {
      ...plain,
      id: "whyThisOne",
      shows: { lanes: [0], views: ["plane"] },
      question: "anotherPrior",
    },
  ],
} as const satisfies Chapter;
