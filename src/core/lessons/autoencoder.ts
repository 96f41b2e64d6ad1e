/** Chapter 1: from autoencoder to VAE. Two lanes that differ in sampling and the KL term alone. */
import type { Chapter } from "#/core/lesson.ts";
import { farthest, laneTrained, plain, trained } from "#/core/lessons/goals.ts";
import { fewEpochs, smallPlane } from "#/core/lessons/small.ts";

export const autoencoder = {
  id: "autoencoder",
  minutes: 12,
  lanes: [
    {
      id: "autoencoder",
      preset: "mnist-dense-2",
      patch: { ...smallPlane, objective: { sampling: false } },
    },
    { id: "vae", preset: "mnist-dense-2", patch: smallPlane },
  ],
  steps: [
    {
      ...plain,
      id: "bottleneck",
      shows: { lanes: [0], views: ["strip", "curves"] },
      formula: "autoencoderLoss",
      question: "whatIsLost",
      goal: { id: "trainAutoencoder", met: (facts) => laneTrained(facts, 0, fewEpochs) },
    },
    {
      ...plain,
      id: "codes",
      shows: { lanes: [0], views: ["plane", "image"] },
      question: "whereToDraw",
      goal: { id: "leaveTheCodes", met: (facts) => farthest(facts) >= 2.5 },
    },
    {
      ...plain,
      id: "cloud",
      shows: { lanes: [1], views: ["plane", "image"] },
      question: "whyOverlap",
      goal: {
        id: "pinAPoint",
        met: (facts) => facts.deeds.pinned > 0 && laneTrained(facts, 1, fewEpochs),
      },
    },
    {
      ...plain,
      id: "twoTerms",
      shows: { lanes: [1], views: ["curves", "klBars"] },
      formula: "elbo",
      question: "klRises",
      goal: {
        id: "klAboveOne",
        met: (facts) => (facts.lanes[1]?.kl ?? 0) > 1,
      },
    },
    {
      ...plain,
      id: "sideBySide",
      shows: { lanes: [0, 1], views: ["samples"] },
      question: "lowerIsNotBetter",
      goal: {
        id: "drawSamples",
        met: (facts) => facts.deeds.samples > 0 && trained(facts, fewEpochs),
      },
    },
  ],
} as const satisfies Chapter;
