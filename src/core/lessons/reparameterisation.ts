/** Chapter 2: the reparameterisation trick, with noise drawn by hand and one step taken slowly. */
import type { Chapter } from "#/core/lesson.ts";
import { plain, trained } from "#/core/lessons/goals.ts";
import { fewEpochs, smallPlane } from "#/core/lessons/small.ts";

const lane = { id: "vae", preset: "mnist-dense-2", patch: smallPlane } as const;

export const reparameterisation = {
  id: "reparameterisation",
  minutes: 12,
  lanes: [lane],
  steps: [
    {
      ...plain,
      id: "drawHasNoSlope",
      shows: { lanes: [0], views: ["plane", "curves"] },
      question: "whyNotJustDraw",
      goal: { id: "trainAWhile", met: (facts) => trained(facts, fewEpochs) },
    },
    {
      ...plain,
      id: "noiseByHand",
      shows: { lanes: [0], views: ["epsilon"] },
      formula: "reparameterisation",
      question: "whatStays",
      goal: { id: "drawThree", met: (facts) => facts.deeds.epsilonDraws >= 3 },
    },
    {
      ...plain,
      id: "slopes",
      shows: { lanes: [0], views: ["epsilon"] },
      formula: "pathGradient",
      question: "noiseZero",
      goal: { id: "moveWithNoiseHeld", met: (facts) => facts.deeds.gaussian !== null },
    },
    {
      ...plain,
      id: "oneStepSlowly",
      shows: { lanes: [0], views: ["slow"] },
      question: "whichPartsLearn",
      goal: { id: "sevenPhases", met: (facts) => facts.deeds.phase >= 7 },
    },
    {
      ...plain,
      id: "oneDrawIsEnough",
      shows: { lanes: [0], views: ["curves", "strip"] },
      question: "biasOrVariance",
    },
  ],
} as const satisfies Chapter;
