/**
 * What earlier visits stored in version 1, as version 2 would have stored it. It knew one objective,
 * the ELBO with a weight β, so what was added since takes its default. Checks only what it touches;
 * the rest is for the parser of stored.ts.
 */
import * as v from "valibot";
import { applyPatch } from "#/core/experiment/parse.ts";
import { firstConfig } from "#/core/experiment/presets/base.ts";

const config = v.pipe(
  v.unknown(),
  v.transform((stored) => {
    const filled = applyPatch(firstConfig, stored);
    return filled.ok ? filled.value : stored;
  }),
);

const experiment = v.pipe(
  v.looseObject({ version: v.literal(1), built: config, draft: config }),
  v.transform((stored) => ({ ...stored, version: 2 })),
);

const checkpoint = v.pipe(
  v.looseObject({ version: v.literal(1), config }),
  v.transform((stored) => ({
    ...stored,
    version: 2,
    validation: null,
    best: null,
    stoppedEarly: false,
  })),
);

const column = v.instance(Float32Array);

/** The loss was written in nats per image, with β itself as the weight of KL. */
const metrics = v.pipe(
  v.looseObject({ reconstruction: column, kl: column, beta: column }),
  v.transform((stored) => {
    const { reconstruction, kl, beta } = stored;
    const total = reconstruction.map((nats, i) => nats + (beta[i] ?? 1) * (kl[i] ?? 0));
    return {
      ...stored,
      total,
      lossReconstruction: reconstruction,
      lossKl: kl,
      lossTotal: total,
      validation: [],
    };
  }),
);

const run = v.pipe(
  v.looseObject({ version: v.literal(1), checkpoint, metrics }),
  v.transform((stored) => ({ ...stored, version: 2 })),
);

function upgraded(schema: v.GenericSchema, input: unknown): unknown {
  const parsed = v.safeParse(schema, input);
  return parsed.success ? parsed.output : input;
}

/** Anything but version 1 comes back as it is. */
export function upgradeExperiment(input: unknown): unknown {
  return upgraded(experiment, input);
}

/** Anything but version 1 comes back as it is. */
export function upgradeRun(input: unknown): unknown {
  return upgraded(run, input);
}
