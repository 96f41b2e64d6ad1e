/**
 * The rules behind the findings, from facts to what may be said. A rule is silent until it is sure:
 * every threshold is wide enough that a sound run passes it by.
 */
import type { Facts, TestFacts } from "#/core/diagnosis/facts.ts";
import {
  type CauseId,
  type CureId,
  type Finding,
  type FindingId,
  type Severity,
  cures,
  findingIds,
} from "#/core/diagnosis/findings.ts";

interface Said {
  readonly severity: Severity;
  readonly values: Readonly<Record<string, number>>;
  readonly cause?: CauseId;
  readonly cure?: CureId;
}

/** Facts with a picture of the model. */
type Seen = Facts & { readonly test: TestFacts };
type Rule = (facts: Seen) => Said | null;

/** A weight of KL below and above which one term hardly counts beside the other. */
const LIGHT = 0.05;
const HEAVY = 20;
/** Spread of codes, where the prior's is 1, from which samples come from where no code lies. */
const WIDE = 1.75;
const NARROW = 0.6;
/** Before this step codes and units have not settled. */
const SETTLED = 300;

const wrong = (values: Said["values"], cure: CureId, cause?: CauseId): Said => ({
  severity: "wrong",
  values,
  cure,
  ...(cause !== undefined && { cause }),
});
const caution = (values: Said["values"], cure: CureId): Said => ({
  severity: "caution",
  values,
  cure,
});

const isBernoulli = ({ config }: Facts) => config.objective.likelihood === "bernoulli";
const isVae = ({ config }: Facts) => config.objective.sampling;

/** Which of the settings makes KL weigh too much, or too little. */
function weightCure({ config: { objective } }: Facts, heavy: boolean): CureId {
  if (heavy && objective.reconstructionReduction === "mean") return "sumPixels";
  if (objective.klReduction !== objective.reconstructionReduction) return "sumDimensions";
  return heavy ? "lowerBeta" : "raiseBeta";
}

function collapse(facts: Seen): { said: Said; toMean: boolean } | null {
  const { step, test, recent, landmarks, effectiveBeta, config } = facts;
  // Of many more images than the test points are.
  const { reconstruction } = recent;
  const mean = landmarks.meanImage;
  const silent = test.active === 0 && test.kl < 0.5;
  if (!isVae(facts) || step < 100 || !silent) return null;
  // Early in a run the units are silent too; at the mean image they stay so.
  if (mean === null ? step < SETTLED : reconstruction < 0.97 * mean) return null;
  const toMean = mean !== null && reconstruction <= 1.06 * mean;
  const heavy = effectiveBeta > 1.5;
  // A slow decoder is still on its way there; so heavy a KL term has silenced the code for good.
  if (mean !== null && !toMean && !(heavy && step >= SETTLED)) return null;
  const values = {
    reconstruction,
    latent: config.model.latent,
    beta: effectiveBeta,
    ...(mean !== null && { landmark: mean }),
  };
  const said = heavy ? wrong(values, weightCure(facts, true), "weight") : wrong(values, "anneal");
  return { said, toMean };
}

const table: Readonly<Record<FindingId, Rule>> = {
  diverging: ({ recent, before, lowest }) =>
    before !== null &&
    recent.total > lowest + Math.max(0.3 * Math.abs(lowest), 1) &&
    recent.total > 0.98 * before.total
      ? wrong({ total: recent.total, best: lowest }, "lowerRate")
      : null,
  standardised: (facts) =>
    isBernoulli(facts) && facts.config.data.pixels === "standardise"
      ? wrong({ loss: facts.recent.reconstruction }, "otherPixels")
      : null,
  sigmoidTwice: (facts) =>
    isBernoulli(facts) && facts.config.objective.sigmoid === "twice"
      ? wrong(shownRange(facts), "sigmoidOnce")
      : null,
  displayTwice: (facts) =>
    facts.config.objective.display === "sigmoidTwice"
      ? wrong(shownRange(facts), "showProbabilities")
      : null,
  displayAutoscaled: ({ config, test }) =>
    config.objective.display === "autoscaled" &&
    config.objective.sigmoid !== "output" &&
    test.figure !== null
      ? wrong({ low: test.figure.low, high: test.figure.high }, "showProbabilities")
      : null,
  displayClamped: (facts) =>
    isBernoulli(facts) &&
    facts.config.objective.display === "clamped" &&
    (facts.config.objective.sigmoid === "loss" || facts.config.objective.sigmoid === "stable")
      ? wrong({}, "showProbabilities")
      : null,
  collapsedToMean: (facts) => {
    const found = collapse(facts);
    return found?.toMean === true ? found.said : null;
  },
  collapsed: (facts) => {
    const found = collapse(facts);
    return found?.toMean === false ? found.said : null;
  },
  codesUnbound: (facts) =>
    !isVae(facts) && facts.step >= SETTLED && outside(facts.test.spread)
      ? wrong({ spread: facts.test.spread }, "sample")
      : null,
  sigmaNotBound: ({ config, recent, test }) =>
    config.objective.sampling && config.objective.sigma === "exp(λ)"
      ? wrong(
          { charged: recent.kl, kl: test.kl, elbo: test.reconstruction + test.kl },
          "halveExponent",
        )
      : null,
  reconstructionDominates: (facts) =>
    isVae(facts) && facts.fullBeta && facts.effectiveBeta < LIGHT
      ? caution({ beta: facts.effectiveBeta }, weightCure(facts, false))
      : null,
  klDominates: (facts) =>
    isVae(facts) && facts.effectiveBeta > HEAVY
      ? caution({ beta: facts.effectiveBeta, kl: facts.test.kl }, weightCure(facts, true))
      : null,
  spreadWide: (facts) =>
    isVae(facts) && facts.fullBeta && facts.step >= SETTLED && facts.test.spread > WIDE
      ? caution({ spread: facts.test.spread }, "raiseBeta")
      : null,
  spreadNarrow: (facts) =>
    isVae(facts) && facts.fullBeta && facts.step >= SETTLED && facts.test.spread < NARROW
      ? caution({ spread: facts.test.spread }, "raiseBeta")
      : null,
  overfitting: ({ epoch, recent, sinceBest }) =>
    epoch >= 2 &&
    sinceBest !== null &&
    sinceBest.testRise > Math.max(0.01 * Math.abs(recent.total), 0.5) &&
    sinceBest.trainFall > 0
      ? caution(
          { rise: sinceBest.testRise, fall: sinceBest.trainFall, step: sinceBest.bestStep },
          "stopEarlier",
        )
      : null,
  partlyCollapsed: (facts) => {
    const { latent } = facts.config.model;
    const { active } = facts.test;
    return isVae(facts) && facts.epoch >= 1 && active > 0 && active < 0.8 * latent
      ? caution({ active, latent, silent: latent - active }, "fewerDimensions")
      : null;
  },
  weightedLoss: (facts) =>
    isVae(facts) &&
    facts.effectiveBeta > 0 &&
    Math.abs(Math.log(facts.effectiveBeta)) > Math.log(1.2)
      ? caution(
          {
            beta: facts.effectiveBeta,
            loss: facts.recent.total,
            elbo: facts.test.reconstruction + facts.test.kl,
          },
          weightCure(facts, facts.effectiveBeta > 1),
        )
      : null,
  atFloor: ({ landmarks: { floor }, recent: { reconstruction } }) =>
    floor !== null && floor > 0 && reconstruction < 1.02 * floor
      ? { severity: "good", values: { reconstruction, floor } }
      : null,
  klRising: (facts) => {
    const { before, recent } = facts;
    const rising = before !== null && recent.kl > before.kl + Math.max(0.3, 0.03 * before.kl);
    return isVae(facts) && rising && recent.total < before.total
      ? { severity: "good", values: { from: before.kl, kl: recent.kl } }
      : null;
  },
};

function outside(spread: number): boolean {
  return spread > WIDE || spread < NARROW;
}

function shownRange({ test }: Seen): { low: number; high: number } {
  return { low: test.pixels[0], high: test.pixels[1] };
}

/** All that holds now, the most serious first. Nothing before there is a picture of the model. */
export function findingsOf(facts: Facts): readonly Finding[] {
  const { test } = facts;
  if (test === null) return [];
  const seen: Seen = { ...facts, test };
  return findingIds.flatMap((id) => {
    const said = table[id](seen);
    if (said === null) return [];
    const { severity, values, cause = null, cure = null } = said;
    return [{ id, severity, values, cause, cure, field: cure === null ? null : cures[cure] }];
  });
}
