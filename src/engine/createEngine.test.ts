import { beforeAll, describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import { EngineError } from "#/core/fault.ts";
import { createEngine, type CompileEngine } from "#/engine/createEngine.ts";
import { createReferenceEngine } from "#/engine/reference/referenceEngine.ts";
import { conformanceChecks } from "#/engine/testing/conformance.ts";
import { denseModel, freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";

const { objective, optimizer } = firstConfig;
const settings = { beta: 0, freeBits: 0, learningRate: 1e-3, clip: 0 };

describe.each(nodeBackends)("reference engine on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it.each(conformanceChecks("every"))("$name", ({ run }) => run());

  it("takes the widest latent space and one image", async () => {
    const vae = resolved({ ...denseModel, latent: 256 }, [4, 4, 1]);
    const state = freshState(vae, 1);
    using engine = await createEngine({ resolved: vae, state, objective, optimizer, batch: 3 });
    engine.step(testBatch(vae, 1, 1), settings);
    const [terms] = await engine.readTerms();
    expect(terms?.loss.total).toBe(terms?.loss.reconstruction);
    expect(await engine.readTerms()).toEqual([]);
  });

  it("refuses weights that do not fit, and keeps its own", async () => {
    const vae = resolved(denseModel, [4, 4, 1]);
    const state = freshState(vae, 1);
    using engine = await createEngine({ resolved: vae, state, objective, optimizer, batch: 3 });
    const { weights } = state;
    const kernel = weights["mean/kernel"];
    if (kernel === undefined) throw new Error("no kernel");
    const incomplete = Object.fromEntries(
      Object.entries(weights).filter(([tensor]) => tensor !== "output/bias"),
    );
    const wrong = [
      { ...weights, stranger: kernel },
      incomplete,
      { ...weights, "mean/kernel": { ...kernel, shape: [1, 21] } },
      { ...weights, "mean/kernel": { ...kernel, values: kernel.values.map(() => Number.NaN) } },
    ];
    for (const bad of wrong) {
      const load = () => {
        engine.importState({ ...state, weights: bad });
      };
      expect(load).toThrow(EngineError);
      expect(load).toThrow(expect.objectContaining({ code: "weights-invalid" }));
    }
    expect((await engine.exportState()).weights).toEqual(weights);
    await expect(
      createEngine({
        resolved: vae,
        state: { ...state, weights: incomplete },
        objective,
        optimizer,
        batch: 3,
      }),
    ).rejects.toThrow("output/bias");
  });
});

describe("the choice of an engine", () => {
  const vae = resolved(denseModel, [4, 4, 1]);
  const options = { resolved: vae, state: freshState(vae, 1), objective, optimizer, batch: 3 };

  /** Stands for the compiled one: as the reference, under its name. */
  const compile: CompileEngine = ({ report, ...asked }) =>
    Promise.resolve(createReferenceEngine({ ...asked, report }));
  const refuse: CompileEngine = () => Promise.reject(new Error("output: line 3: unresolved type"));

  beforeAll(() => startNodeBackend("cpu"));

  it.each([
    ["auto", compile, { kind: "compiled", reason: "fastest" }],
    ["compiled", compile, { kind: "compiled", reason: "asked-for" }],
    ["reference", compile, { kind: "reference", reason: "asked-for" }],
    ["auto", null, { kind: "reference", reason: "needs-webgpu" }],
    ["compiled", null, { kind: "reference", reason: "needs-webgpu" }],
  ] as const)("%s is said to be what it is", async (choice, compiler, report) => {
    using engine = await createEngine({ ...options, choice }, compiler);
    expect(engine.report).toEqual({ ...report, words: "" });
  });

  it("trains a model that does not compile all the same, and hands on why", async () => {
    using engine = await createEngine(options, refuse);
    expect(engine.report).toEqual({
      kind: "reference",
      reason: "does-not-compile",
      words: "output: line 3: unresolved type",
    });
    engine.step(testBatch(vae, 3, 1), settings);
    expect(await engine.readTerms()).toHaveLength(1);
  });

  it("refuses weights that do not fit, compiled or not", async () => {
    const state = { ...options.state, weights: {} };
    await expect(createEngine({ ...options, state }, compile)).rejects.toMatchObject({
      code: "weights-invalid",
    });
  });
});
