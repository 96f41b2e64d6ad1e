/** Answers about the model as it is: decode, encode, score, gradients, images. Changes nothing. */
import { EngineError } from "#/core/fault.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { drawsRaw } from "#/core/objective/display.ts";
import type { Display } from "#/core/objective/spec.ts";
import type { Engine } from "#/engine/engine.ts";
import type { PieceRunner } from "#/worker/host/chunked.ts";
import { checkIndices, checkLabels, checkLength } from "#/worker/host/faults.ts";
import { asDrawn } from "#/worker/host/figures.ts";
import { givenBatch } from "#/worker/host/givenBatch.ts";
import { nextBatch } from "#/worker/host/nextBatch.ts";
import type { Preparer } from "#/worker/host/prepare.ts";
import type { Run } from "#/worker/host/run.ts";
import { inSlices, labelsOf, rowsOf } from "#/worker/host/slices.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";

/** What answers a question: the run's model, or one that was loaded to look at. */
export interface Model {
  readonly vae: ResolvedVae;
  readonly engine: Engine;
  readonly prepare: Preparer;
  readonly display: Display;
  readonly step: number;
}

export interface QuestionHost extends PieceRunner {
  /** @throws EngineError "not-ready". */
  model(): Model;
  /** @throws EngineError "not-ready". */
  run(): Run;
}

type Questions = Pick<Handlers, "decode" | "encode" | "score" | "probe" | "images" | "nextBatch">;

export function questionHandlers(host: QuestionHost): Questions {
  const { jobs } = host;
  return {
    async decode({ z, count, raw, labels }, signal) {
      const model = host.model();
      const { vae, display } = model;
      checkLength("z", z, count, vae.latent);
      const given = checkLabels(labels, count, vae);
      const how = { raw: raw || drawsRaw(display) };
      const answer = async () => {
        const { step } = model;
        const { images } = await inSlices(count, async (from, rows) => {
          const part = rowsOf(z, from, rows, count);
          return {
            images: await model.engine.decode(part, rows, labelsOf(given, from, rows), how),
          };
        });
        return raw ? { images, figure: null, step } : { ...asDrawn(display, images), step };
      };
      return jobs.run("answer", answer, signal);
    },

    async encode({ images, count, labels, asIs }, signal) {
      const model = host.model();
      checkLength("images", images, count, model.vae.pixels);
      const given = checkLabels(labels, count, model.vae);
      const prepared = asIs ? images : model.prepare.given(images).images;
      const answer = async () => ({
        step: model.step,
        ...(await inSlices<"mean" | "logVariance">(count, (from, rows) =>
          model.engine.encode(
            rowsOf(prepared, from, rows, count),
            rows,
            labelsOf(given, from, rows),
          ),
        )),
      });
      return jobs.run("answer", answer, signal);
    },

    async score({ images, count, epsilon, labels }, signal) {
      const model = host.model();
      const { latent, pixels } = model.vae;
      checkLength("images", images, count, pixels);
      const noise = epsilon ?? new Float32Array(count * latent);
      checkLength("epsilon", noise, count, latent);
      const given = checkLabels(labels, count, model.vae);
      const prepared = model.prepare.given(images);
      const answer = async () => {
        const { step } = model;
        const { output, ...terms } = await inSlices(count, async (from, rows) => {
          const {
            raw,
            output: p,
            ...of
          } = await model.engine.score({
            count: rows,
            images: rowsOf(prepared.images, from, rows, count),
            targets: rowsOf(prepared.targets, from, rows, count),
            epsilon: rowsOf(noise, from, rows, count),
            labels: labelsOf(given, from, rows),
          });
          const { mean, logVariance, reconstruction, klPerDimension } = of;
          const drawn = drawsRaw(model.display) ? raw : p;
          return { mean, logVariance, reconstruction, klPerDimension, output: drawn };
        });
        const { images: shown, figure } = asDrawn(model.display, output);
        return { ...terms, output: shown, figure, step };
      };
      return jobs.run("answer", answer, signal);
    },

    async probe(params, signal) {
      const run = host.run();
      const batch = givenBatch(run, params);
      return jobs.run("answer", () => run.engine.probe(batch, run.settings), signal);
    },

    nextBatch: (_, signal) => nextBatch(host.run(), jobs, signal),

    async images({ split, indices }, signal) {
      const run = host.run();
      checkIndices(indices, run.images.count(split));
      const fault = await run.images.settled(split, indices, signal);
      if (fault !== null) throw new EngineError(fault);
      const pixels = new Float32Array(indices.length * run.vae.pixels);
      run.images.read(split, indices, pixels);
      return { pixels, labels: run.images.labels(split, indices) };
    },
  };
}
