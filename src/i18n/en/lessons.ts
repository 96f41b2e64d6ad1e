/** English: lessons. The chapters' own words are in lessons/. */
import { chapter1 } from "./lessons/chapter1.ts";
import { chapter2 } from "./lessons/chapter2.ts";
import { chapter3 } from "./lessons/chapter3.ts";
import { chapter4 } from "./lessons/chapter4.ts";
import { chapter5 } from "./lessons/chapter5.ts";
import { chapter6 } from "./lessons/chapter6.ts";
import { chapter7 } from "./lessons/chapter7.ts";
import { slow } from "./lessons/slow.ts";
import { stage } from "./lessons/stage.ts";
import { widgets } from "./lessons/widgets.ts";

export const lessons = {
  title: "Lessons",
  intro:
    "Seven chapters on the variational autoencoder. Each trains small models of its own, in seconds, and leaves the experiment in Play as it is.",
  chapter: "Chapter {{index}}",
  begin: "Begin",
  minutes: "about {{minutes}} minutes",
  stepCount_one: "{{count}} step",
  stepCount_other: "{{count}} steps",
  goalsReached: "{{done}} of {{count}} goals reached",
  over: "Start over: forget reached goals",
  forgotten: "Reached goals are forgotten.",
  bringBack: "Bring them back",
  all: "All chapters",
  steps: {
    ...chapter1.steps,
    ...chapter2.steps,
    ...chapter3.steps,
    ...chapter4.steps,
    ...chapter5.steps,
    ...chapter6.steps,
    ...chapter7.steps,
  },
  questions: {
    ...chapter1.questions,
    ...chapter2.questions,
    ...chapter3.questions,
    ...chapter4.questions,
    ...chapter5.questions,
    ...chapter6.questions,
    ...chapter7.questions,
  },
  goals: {
    ...chapter1.goals,
    ...chapter2.goals,
    ...chapter3.goals,
    ...chapter4.goals,
    ...chapter5.goals,
    ...chapter6.goals,
    ...chapter7.goals,
  },
  chapters: {
    autoencoder: {
      title: "From autoencoder to VAE",
      aim: "What sampling and the KL term add to an autoencoder, and why its codes alone cannot be sampled from.",
    },
    reparameterisation: {
      title: "The reparameterisation trick",
      aim: "How a gradient passes through a random draw: noise from outside, drawn by hand, and one training step in slow motion.",
    },
    "log-variance": {
      title: "Why log-variance, and what the KL does to one point",
      aim: "The two parts of the KL term as one moves μ and σ, and the true posterior of one image as a landscape.",
    },
    prior: {
      title: "Why the prior is N(0, I): sampling",
      aim: "How the average of all posteriors comes to cover the prior, and what samples owe to it.",
    },
    beta: {
      title: "Reconstruct against regularise",
      aim: "What β trades, in three runs at once, and what blur is.",
    },
    grid: {
      title: "Walking the latent grid",
      aim: "What neighbouring codes have in common, what a figure of the manifold shows, and what lies beyond it.",
    },
    sigmoid: {
      title: "Where the sigmoid goes",
      aim: "One loss written in three places, what is drawn when it is not the output, and where single precision breaks.",
    },
  },
  lanes: {
    autoencoder: "Autoencoder",
    vae: "VAE",
    betaLow: "β = 0.1",
    betaOne: "β = 1",
    betaHigh: "β = 10",
    inOutput: "Sigmoid in the output",
    inLoss: "Sigmoid in the loss",
    stable: "Stable form",
  },
  text: {
    stepOf: "Step {{index}} of {{count}}",
    list: "Steps of this chapter",
    done: "done",
    goal: "To do",
    goalReached: "Done",
    goalEarlier: "Done before",
    question: "Question",
    showAnswer: "Show answer",
    hideAnswer: "Cover answer",
    previous: "Previous",
    next: "Next",
    nextChapter: "Next chapter",
    onwardPlay: "Go on in Play",
    onwardSigmoid: "Open the sigmoid bench",
  },
  run: {
    label: "The runs of this lesson",
    train: "Train",
    pause: "Pause",
    step: "Step",
    reset: "Reset",
    resetHelp: "Back to step 0 with the same seed",
    opening: "Setting up the runs of this chapter.",
    loading: "loading data",
    ready: "ready",
    training: "training",
    paused: "paused",
    done: "done",
    stopped: "stopped",
    epochs: "epoch {{epoch}} of {{epochs}}",
    atStep: "step {{step}}",
    reopen: "Try again",
  },
  views: {
    label: "What this step shows",
    figures: "Held-out images, nats per image, β = 1",
    lane: "Lane",
    reconstruction: "reconstruction",
    kl: "KL",
    sum: "sum",
    newZ: "New z",
    betaLabel: "β of this run",
    betaHelp: "Taken up at the next step.",
  },
  slow,
  stage,
  widgets,
} as const;
