/**
 * What an engine must do that makes its batches on the device: train as one that is given the same
 * batches, however many steps are sent off together. Run where there is a WebGPU device.
 */
import type { Engine, StepTerms } from "#/engine/engine.ts";
import { assert, assertClose } from "#/engine/testing/check.ts";
import type { ConformanceCheck } from "#/engine/testing/conformance.ts";
import { type FedCase, fedRun, type FedRun } from "#/engine/testing/fedRun.ts";
import { sharingChecks } from "#/engine/testing/sharingChecks.ts";
import { streamChecks } from "#/engine/testing/streamChecks.ts";

/** Rounding, grown over a few dozen steps of Adam. */
const tolerance = 5e-4;

const plain: FedCase = {
  ...{ model: "dense", pixels: "grey", residentBytes: 2 ** 20, side: 8, clip: 0 },
  ...{ from: 0, steps: 20, images: 21 },
};

export const feedChecks: readonly ConformanceCheck[] = [
  ...streamChecks,
  ...(["grey", "threshold", "standardise", "binarise"] as const).map((pixels) =>
    trainsAlike(`${pixels} pixels`, { pixels }),
  ),
  trainsAlike("dropout", { model: "dropout", pixels: "binarise" }),
  trainsAlike("labels", { model: "conditional dense" }),
  trainsAlike("labels in maps", { model: "conditional convolutional", pixels: "binarise" }),
  trainsAlike("shortened gradients", { clip: 0.5 }),
  trainsAlike("draws beyond 2³²", { model: "dropout", from: 2 ** 32 + 3, pixels: "binarise" }),
  trainsAlike("more steps than go off together", { steps: 150 }),
  trainsAlike("slabs of images", { residentBytes: 0, steps: 150, pixels: "binarise" }),
  trainsAlike("slabs of an odd number of bytes", {
    ...{ residentBytes: 0, side: 5, model: "conditional dense" },
  }),
  trainsAlike("part of a set", { images: 11 }),
  { name: "fed: whoever asks sees the queued steps", run: seesQueued },
  { name: "fed: takes turns with given batches", run: takesTurns },
  ...sharingChecks,
];

function trainsAlike(what: string, changes: Partial<FedCase>): ConformanceCheck {
  const it = { ...plain, ...changes };
  return {
    name: `fed: trains as with given batches: ${what}`,
    async run() {
      const run = fedRun(it);
      using fed = await run.engine();
      using given = await run.engine();
      const feed = await opened(fed, run);
      for (let step = it.from; step < it.from + it.steps; step++) {
        feed.step(step, run.indices(step), run.settings);
        given.step(run.given(step), run.settings);
      }
      await compare(fed, given, it.steps);
    },
  };
}

async function seesQueued(): Promise<void> {
  const run = fedRun(plain);
  using fed = await run.engine();
  using given = await run.engine();
  const feed = await opened(fed, run);
  const { images, count } = run.given(0);
  for (let step = 0; step < 3; step++) {
    feed.step(step, run.indices(step), run.settings);
    given.step(run.given(step), run.settings);
    const [codes, expected] = [
      await fed.encode(images, count, null),
      await given.encode(images, count, null),
    ];
    assertClose(codes.mean, expected.mean, tolerance, "codes");
  }
  feed.step(3, run.indices(3), run.settings);
  given.step(run.given(3), run.settings);
  const [probed, expected] = [
    await fed.probe(run.given(4), run.settings),
    await given.probe(run.given(4), run.settings),
  ];
  assertClose([probed.loss.total], [expected.loss.total], tolerance, "probed loss");
  feed.step(4, run.indices(4), run.settings);
  given.step(run.given(4), run.settings);
  await compare(fed, given, 5);
}

async function takesTurns(): Promise<void> {
  const run = fedRun(plain);
  using mixed = await run.engine();
  using given = await run.engine();
  const feed = await opened(mixed, run);
  for (let step = 0; step < 12; step++) {
    if (step % 3 === 1) mixed.step(run.given(step), run.settings);
    else feed.step(step, run.indices(step), run.settings);
    given.step(run.given(step), run.settings);
  }
  await compare(mixed, given, 12);
}

async function opened(engine: Engine, { plan }: FedRun) {
  const feed = await engine.openFeed?.(plan);
  if (feed === undefined) throw new Error("it cannot be fed");
  return feed;
}

async function compare(fed: Engine, given: Engine, steps: number): Promise<void> {
  const [terms, expected] = [await fed.readTerms(), await given.readTerms()];
  assert(terms.length === steps, `terms of ${String(terms.length)} steps`);
  const numbers = (all: readonly StepTerms[]) =>
    all.flatMap(({ loss, perImage }) => [
      ...[loss.total, loss.reconstruction, loss.kl],
      ...[perImage.total, perImage.reconstruction, perImage.kl],
    ]);
  assertClose(numbers(terms), numbers(expected), tolerance, "terms");
  const [state, wanted] = [await fed.exportState(), await given.exportState()];
  assert(state.optimizer.steps === wanted.optimizer.steps, "the optimiser's steps");
  for (const [name, { values }] of Object.entries(wanted.weights)) {
    assertClose(state.weights[name]?.values ?? [], values, tolerance, name);
  }
}
