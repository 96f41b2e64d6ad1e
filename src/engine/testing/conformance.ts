/**
 * What every engine must do on every backend, as checks that throw. Run in Node by the unit tests
 * and in a browser's worker by the end-to-end tests, on whatever backend is active.
 */
import type { EngineChoice } from "#/core/backend/engine.ts";
import {
  type ObjectiveCase,
  objectiveCases,
  type OptimizerCase,
  optimizerCases,
} from "#/engine/testing/cases.ts";
import { codes, scores } from "#/engine/testing/forwardChecks.ts";
import { expectNoLeak } from "#/engine/testing/leaks.ts";
import { denseModel, type TestModel, testModels } from "#/engine/testing/models.ts";
import { experiment } from "#/engine/testing/subject.ts";
import {
  differentiates,
  followsStatistics,
  keepsNothing,
  learns,
  repeats,
  resumes,
  updates,
} from "#/engine/testing/trainingChecks.ts";

export interface ConformanceCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const dense: TestModel = { name: "dense", spec: denseModel, classes: 0 };
/** An optimiser sees one vector, whatever the layers: few shaders to compile for each. */
const shallow: TestModel = {
  name: "no hidden layers",
  spec: { ...denseModel, encoder: [], decoder: [] },
  classes: 0,
};

/**
 * "every": all checks on all models and objectives. "covering": each formula and each layer once, for
 * backends on which a step takes a hundred times as long; who owns which tensor is the same there.
 */
export type ConformanceScope = "every" | "covering";

/** Each check makes its own engine and disposes it. */
export function conformanceChecks(
  scope: ConformanceScope,
  choice: EngineChoice = "auto",
): readonly ConformanceCheck[] {
  const every = scope === "every";
  return [
    ...testModels.flatMap((model, i) => [
      ...forwardChecks(model, choice),
      // Dense, convolutional, batch normalisation.
      ...(every || i < 3 ? trainingChecks(model, choice) : []),
    ]),
    ...objectiveCases.flatMap((it) => objectiveChecks(it, every, choice)),
    ...optimizerCases.flatMap((it) => optimizerChecks(it, choice)),
  ];
}

function forwardChecks(model: TestModel, choice: EngineChoice): readonly ConformanceCheck[] {
  const it = experiment(model, {}, choice);
  return [
    check(model, "scores as the reference does", () => scores(it)),
    check(model, "encodes and decodes what it scores", () => codes(it)),
    check(model, "has the gradients of the reference", () => differentiates(it, 5)),
  ];
}

function trainingChecks(model: TestModel, choice: EngineChoice): readonly ConformanceCheck[] {
  const it = experiment(model, {}, choice);
  const blocks = [...model.spec.encoder, ...model.spec.decoder];
  const statistics = check(model, "keeps running statistics", () => followsStatistics(it));
  return [
    check(model, "steps as worked out in double precision", () => updates(it)),
    check(model, "lowers the loss", () => learns(it)),
    check(model, "gives the same curve twice", () => repeats(it)),
    check(model, "goes on from an exported state", () => resumes(it)),
    check(model, "leaves no tensor behind", () => expectNoLeak(() => keepsNothing(it))),
    ...(blocks.some(({ batchNorm }) => batchNorm !== undefined) ? [statistics] : []),
  ];
}

function objectiveChecks(
  of: ObjectiveCase,
  every: boolean,
  choice: EngineChoice,
): readonly ConformanceCheck[] {
  const it = experiment(dense, of, choice);
  const leaks = check(of, "leaves no tensor behind", () => expectNoLeak(() => keepsNothing(it)));
  return [
    check(of, "scores as the reference does", () => scores(it)),
    check(of, "has the gradients of the reference", () => differentiates(it, 6)),
    ...(every ? [leaks] : []),
  ];
}

function optimizerChecks(of: OptimizerCase, choice: EngineChoice): readonly ConformanceCheck[] {
  const it = experiment(shallow, of, choice);
  return [
    check(of, "steps as worked out in double precision", () => updates(it)),
    check(of, "goes on from an exported state", () => resumes(it)),
  ];
}

function check(
  { name }: { readonly name: string },
  what: string,
  run: () => Promise<void>,
): ConformanceCheck {
  return { name: `${name}: ${what}`, run };
}
