/**
 * What scripts can ask of one application, the page or a lane beside it. Whatever it does shows on the
 * page; whatever it refuses changes nothing.
 */
import type { DatasetInfo } from "#/app/automation/api.ts";
import { metricPoints } from "#/app/automation/curves.ts";
import { imagesAnEpoch } from "#/app/automation/epoch.ts";
import { imageList, inputs, parseInput } from "#/app/automation/input.ts";
import { modelCalls } from "#/app/automation/model.ts";
import { parsePresetId } from "#/core/experiment/parse.ts";
import { EngineError } from "#/core/fault.ts";
import type { App } from "#/state/app.ts";
import { setEngine } from "#/state/engineChoice.ts";
import { notReady } from "#/state/shownModel.ts";

export function callsOn(app: App) {
  const { store, session, trainer, metrics } = app;

  /** Waits for a start under way, so that a script need not. */
  async function running(): Promise<void> {
    await session.settled();
    const { runId, fault } = store.getState();
    if (runId !== 0) return;
    throw fault === null ? notReady("No model is running yet.") : new EngineError(fault);
  }

  return {
    async configure(patch: unknown) {
      await running();
      if (typeof patch !== "string") return structuredClone(await session.configure(patch));
      const preset = parsePresetId(patch);
      if (!preset.ok) throw new EngineError(preset.error);
      await session.loadPreset(preset.value, { train: false });
      return { config: structuredClone(store.getState().config), restarted: true };
    },
    async train(more: unknown) {
      const { epochs, steps } = parseInput(inputs.train, more, "train");
      await running();
      return session.train({
        ...(epochs !== undefined && { epochs }),
        ...(steps !== undefined && { steps }),
      });
    },
    pause: () => session.pause(),
    async reset(options: unknown) {
      const { newSeed } = parseInput(inputs.reset, options, "reset");
      await running();
      await session.reset({ newSeed });
    },
    async history() {
      await running();
      return metricPoints(metrics.current, 0, imagesAnEpoch(app));
    },
    async dataset(): Promise<DatasetInfo> {
      await running();
      const { id, train, test, shape, classes, loadedChunks, totalChunks, failed } =
        await trainer.request("dataset", null);
      const [height, width, channels] = shape;
      return {
        id,
        train,
        test,
        shape: [height, width, channels],
        classes: [...classes],
        loadedChunks,
        totalChunks,
        failed: [...failed],
      };
    },
    async images(request: unknown) {
      const { split, indices } = parseInput(inputs.images, request, "images");
      await running();
      return modelCalls(app).images(split, indices);
    },
    async encode(images: unknown, options: unknown) {
      const list = parseInput(imageList, images, "images");
      const parsed = parseInput(inputs.encode, options, "encode");
      await running();
      return modelCalls(app).encode(list, parsed);
    },
    async decode(z: unknown, options: unknown) {
      const list = parseInput(inputs.z, z, "z");
      const parsed = parseInput(inputs.decode, options, "decode");
      await running();
      return modelCalls(app).decode(list, parsed);
    },
    async reconstruct(images: unknown, options: unknown) {
      const list = parseInput(imageList, images, "images");
      const parsed = parseInput(inputs.reconstruct, options, "reconstruct");
      await running();
      return modelCalls(app).reconstruct(list, parsed);
    },
    async sample(request: unknown) {
      const parsed = parseInput(inputs.sample, request, "sample");
      await running();
      return modelCalls(app).sample(parsed);
    },
    async latentGrid(request: unknown) {
      const grid = parseInput(inputs.latentGrid, request, "latentGrid");
      await running();
      return modelCalls(app).latentGrid(grid);
    },
    async evaluate(options: unknown) {
      const {
        split,
        limit = null,
        seed,
        iwae = null,
      } = parseInput(inputs.evaluate, options, "evaluate");
      await running();
      const asked = { split, limit, iwae, ...(seed !== undefined && { seed }) };
      return structuredClone(await store.getState().evaluate(asked));
    },
    async weights() {
      await running();
      return trainer.request("weights", null);
    },
    async setWeights(weights: unknown) {
      const parsed = parseInput(inputs.weights, weights, "weights");
      await running();
      await trainer.request("setWeights", { weights: parsed });
      await app.refresh();
    },
    async probe(request: unknown) {
      const batch = parseInput(inputs.batch, request, "probe");
      await running();
      return trainer.request("probe", modelCalls(app).batch(batch));
    },
    async applyStep(request: unknown) {
      const batch = parseInput(inputs.batch, request, "applyStep");
      await running();
      const summary = await trainer.request("applyStep", modelCalls(app).batch(batch));
      await app.refresh();
      return summary;
    },
    async setEngine(choice: unknown) {
      const parsed = parseInput(inputs.engine, choice, "engine");
      await running();
      await setEngine(app, parsed);
      const { engine } = store.getState();
      if (engine === null) throw notReady("No model is running yet.");
      return { ...engine };
    },
    async simulate(fault: unknown) {
      const parsed = parseInput(inputs.fault, fault, "fault");
      await running();
      await trainer.request("simulate", { fault: parsed });
    },
    async diagnostics() {
      await running();
      return trainer.request("diagnostics", null);
    },
  };
}
