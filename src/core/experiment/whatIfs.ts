/**
 * Quick questions a comparison can ask of an experiment, each a patch of it: "what if the sigmoid
 * stood in the loss?". Only those that change something; whether the result fits its data is checked
 * where it is started.
 */
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import { fields } from "#/core/experiment/fields.ts";
import { presets } from "#/core/experiment/presets.ts";
import { soundObjective } from "#/core/experiment/presets/base.ts";
import type { Block } from "#/core/model/spec.ts";

export const whatIfIds = [
  "same",
  "sigmoidOutput",
  "sigmoidLoss",
  "sigmoidStable",
  "beta",
  "latent",
  "silu",
  "autoencoder",
  "sampled",
  "repaired",
  "written",
] as const;
export type WhatIfId = (typeof whatIfIds)[number];

export interface WhatIf {
  readonly id: WhatIfId;
  readonly patch: ExperimentPatch;
  /** Numbers its words need. */
  readonly values: Readonly<Record<string, number>>;
}

/** In the order they are offered. `preset` is what the experiment grew from. */
export function whatIfs(config: ExperimentConfig, preset: PresetId): readonly WhatIf[] {
  const all: (WhatIf | null)[] = [
    { id: "same", patch: {}, values: {} },
    ...sigmoidPlaces(config),
    betaTimesFour(config),
    otherLatent(config),
    smooth(config),
    config.objective.sampling
      ? { id: "autoencoder", patch: { objective: { sampling: false } }, values: {} }
      : { id: "sampled", patch: { objective: { sampling: true } }, values: {} },
    counterpart(preset),
  ];
  return all.filter((one) => one !== null);
}

/** S5's three forms: as its authors wrote the first two, and stable. Those that are not there yet. */
function sigmoidPlaces({ objective }: ExperimentConfig): WhatIf[] {
  if (objective.likelihood !== "bernoulli") return [];
  const guard = { guard: "additive", guardEpsilon: 1e-10 } as const;
  const { sigmoid, display } = soundObjective;
  const forms: readonly WhatIf[] = [
    {
      id: "sigmoidOutput",
      patch: { objective: { sigmoid: "output", ...guard, display } },
      values: {},
    },
    {
      id: "sigmoidLoss",
      patch: { objective: { sigmoid: "loss", ...guard, display: "autoscaled" } },
      values: {},
    },
    {
      id: "sigmoidStable",
      patch: { objective: { sigmoid, guard: soundObjective.guard, display } },
      values: {},
    },
  ];
  return forms.filter(({ patch }) => patch.objective?.sigmoid !== objective.sigmoid);
}

function betaTimesFour({ objective }: ExperimentConfig): WhatIf | null {
  const { beta: from, sampling } = objective;
  const beta = from === 0 ? 1 : 4 * from;
  if (!sampling || beta > fields["objective.beta"].max) return null;
  return { id: "beta", patch: { objective: { beta } }, values: { from, to: beta } };
}

function otherLatent({ model }: ExperimentConfig): WhatIf {
  const to = model.latent === 2 ? 20 : 2;
  return { id: "latent", patch: { model: { latent: to } }, values: { from: model.latent, to } };
}

function smooth({ model }: ExperimentConfig): WhatIf | null {
  const isBent = ({ activation }: Block) => activation === "relu";
  if (![...model.encoder, ...model.decoder].some(isBent)) return null;
  const swapped = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block) => (isBent(block) ? { ...block, activation: "silu" } : block));
  const patch = { model: { encoder: swapped(model.encoder), decoder: swapped(model.decoder) } };
  return { id: "silu", patch, values: {} };
}

/** The preset's repair, or what it repairs: all that the two differ in. */
function counterpart(preset: PresetId): WhatIf | null {
  const { repairs } = presets[preset];
  const other = repairs ?? Object.values(presets).find((one) => one.repairs === preset)?.id ?? null;
  if (other === null) return null;
  const patch = patchBetween(presets[preset].config, presets[other].config);
  return { id: repairs === null ? "repaired" : "written", patch, values: {} };
}

/** What must be said to turn `a` into `b`. Lists of blocks are replaced whole. */
function patchBetween(a: ExperimentConfig, b: ExperimentConfig): ExperimentPatch {
  return {
    data: changed(a.data, b.data),
    model: changed(a.model, b.model),
    objective: changed(a.objective, b.objective),
    optimizer: changed(a.optimizer, b.optimizer),
    training: changed(a.training, b.training),
  };
}

function changed<T extends object>(a: T, b: T): Partial<T> {
  const out: Partial<T> = { ...b };
  for (const key in out) {
    if (JSON.stringify(a[key]) === JSON.stringify(b[key])) Reflect.deleteProperty(out, key);
  }
  return out;
}
