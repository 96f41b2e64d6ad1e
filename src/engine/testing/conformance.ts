/**
 * What every engine must do on every backend, as checks that throw. Run in Node by the unit tests
 * and in a browser's worker by the end-to-end tests, on whatever backend is active.
 */
import { objectiveCases, optimizerCases } from "#/engine/testing/cases.ts";
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

/** Each check makes its own engine and disposes it. */
export const conformanceChecks: readonly ConformanceCheck[] = [
  ...testModels.flatMap(modelChecks),
  ...objectiveCases.flatMap(({ name, ...changes }) => {
    const it = experiment(dense, changes);
    return [
      { name: `${name}: scores as the reference does`, run: () => scores(it) },
      { name: `${name}: has the gradients of the reference`, run: () => differentiates(it, 6) },
      { name: `${name}: leaves no tensor behind`, run: () => expectNoLeak(() => keepsNothing(it)) },
    ];
  }),
  ...optimizerCases.flatMap(({ name, ...changes }) => {
    const it = experiment(dense, changes);
    return [
      { name: `${name}: steps as worked out in double precision`, run: () => updates(it) },
      { name: `${name}: goes on from an exported state`, run: () => resumes(it) },
    ];
  }),
];

function modelChecks(model: TestModel): readonly ConformanceCheck[] {
  const it = experiment(model);
  const named = (what: string, run: () => Promise<void>) => ({
    name: `${model.name}: ${what}`,
    run,
  });
  const normalises = [...model.spec.encoder, ...model.spec.decoder].some(
    ({ batchNorm }) => batchNorm !== undefined,
  );
  const statistics = named("keeps running statistics", () => followsStatistics(it));
  return [
    named("scores as the reference does", () => scores(it)),
    named("encodes and decodes what it scores", () => codes(it)),
    named("has the gradients of the reference", () => differentiates(it, 5)),
    named("steps as worked out in double precision", () => updates(it)),
    named("lowers the loss", () => learns(it)),
    named("gives the same curve twice", () => repeats(it)),
    named("goes on from an exported state", () => resumes(it)),
    named("leaves no tensor behind", () => expectNoLeak(() => keepsNothing(it))),
    ...(normalises ? [statistics] : []),
  ];
}
