/**
 * Chapter 7: where the sigmoid goes. The same model three times: sigmoid in the output with a guarded
 * logarithm, sigmoid in the loss with the raw output drawn, and the stable form.
 */
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import type { Chapter } from "#/core/lesson.ts";
import { plain, trained } from "#/core/lessons/goals.ts";
import { fewEpochs, smallPlane } from "#/core/lessons/small.ts";

const quick = {
  ...smallPlane,
  model: { ...smallPlane.model, latent: 2 },
  optimizer: { learningRate: 2e-3 },
  training: { epochs: 12 },
} as const satisfies ExperimentPatch;

export const sigmoid = {
  id: "sigmoid",
  minutes: 12,
  lanes: [
    { id: "inOutput", preset: "mnist-sigmoid-a", patch: quick },
    { id: "inLoss", preset: "mnist-sigmoid-b", patch: quick },
    { id: "stable", preset: "mnist-sigmoid-c", patch: quick },
  ],
  steps: [
    {
      ...plain,
      id: "threePlaces",
      shows: { lanes: "all", views: ["strip"] },
      formula: "threeForms",
      question: "willTheyDiffer",
      goal: { id: "trainForms", met: (facts) => trained(facts, fewEpochs) },
    },
    {
      ...plain,
      id: "rawIsNotProbability",
      shows: { lanes: [0, 1], views: ["image", "strip"] },
      question: "greyPictures",
      goal: null,
    },
    {
      ...plain,
      id: "logOfZero",
      shows: { lanes: [0], views: [] },
      drawing: "logit",
      formula: "stableForm",
      question: "whereItBreaks",
      goal: {
        id: "confidentAndWrong",
        met: ({ deeds: { logit } }) => logit !== null && logit.logit >= 17 && logit.target <= 0.5,
      },
    },
    {
      ...plain,
      id: "notTwice",
      shows: { lanes: [2], views: ["plane", "image"] },
      question: "narrowBand",
      onward: { mode: "benches", topic: "sigmoid" },
    },
  ],
} as const satisfies Chapter;
