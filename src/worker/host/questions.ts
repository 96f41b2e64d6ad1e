/** Answers about the model as it is: decode, encode, score, gradients, figures, images. Changes nothing. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, ImageTerms } from "#/engine/engine.ts";
import type { PieceRunner } from "#/worker/host/chunked.ts";
import { evaluate } from "#/worker/host/evaluation.ts";
import { checkCount, checkIndices, checkLength } from "#/worker/host/faults.ts";
import type { Run } from "#/worker/host/run.ts";
import { EngineError } from "#/core/fault.ts";
import { inSlices, rowsOf } from "#/worker/host/slices.ts";
import type { Handlers } from "#/worker/protocol/rpc.ts";

/** What answers a decode: the run's model, or one that was loaded to look at. */
export interface Model {
  readonly vae: ResolvedVae;
  readonly engine: Engine;
  readonly step: number;
}

export interface QuestionHost extends PieceRunner {
  /** @throws EngineError "not-ready". */
  model(): Model;
  /** @throws EngineError "not-ready". */
  run(): Run;
}

type Questions = Pick<Handlers, "decode" | "encode" | "score" | "probe" | "images" | "evaluate">;

export function questionHandlers(host: QuestionHost): Questions {
  const { jobs } = host;
  return {
    async decode({ z, count, raw }, signal) {
      const model = host.model();
      checkLength("z", z, count, model.vae.latent);
      return jobs.run(
        "answer",
        async () => ({
          step: model.step,
          ...(await inSlices(count, async (from, rows) => ({
            images: await model.engine.decode(rowsOf(z, from, rows, count), rows, { raw }),
          }))),
        }),
        signal,
      );
    },

    async encode({ images, count }, signal) {
      const model = host.model();
      checkLength("images", images, count, model.vae.pixels);
      return jobs.run(
        "answer",
        async () => ({
          step: model.step,
          ...(await inSlices<"mean" | "logVariance">(count, (from, rows) =>
            model.engine.encode(rowsOf(images, from, rows, count), rows),
          )),
        }),
        signal,
      );
    },

    async score({ images, count, epsilon }, signal) {
      const model = host.model();
      const { latent, pixels } = model.vae;
      checkLength("images", images, count, pixels);
      const noise = epsilon ?? new Float32Array(count * latent);
      checkLength("epsilon", noise, count, latent);
      return jobs.run(
        "answer",
        async () => ({
          step: model.step,
          ...(await inSlices<keyof ImageTerms>(count, (from, rows) =>
            model.engine.score({
              count: rows,
              images: rowsOf(images, from, rows, count),
              epsilon: rowsOf(noise, from, rows, count),
            }),
          )),
        }),
        signal,
      );
    },

    async probe(batch, signal) {
      const run = host.run();
      checkLength("images", batch.images, batch.count, run.vae.pixels);
      checkLength("epsilon", batch.epsilon, batch.count, run.vae.latent);
      return jobs.run("answer", () => run.engine.probe(batch, run.settings), signal);
    },

    async images({ split, indices }, signal) {
      const run = host.run();
      checkIndices(indices, run.images.count(split));
      const fault = await run.images.settled(split, indices, signal);
      if (fault !== null) throw new EngineError(fault);
      const pixels = new Float32Array(indices.length * run.vae.pixels);
      run.images.read(split, indices, pixels);
      return { pixels, labels: run.images.labels(split, indices) };
    },

    async evaluate({ split, limit, seed }, signal) {
      const run = host.run();
      if (limit !== null) checkCount("limit", limit);
      const either = AbortSignal.any([signal, run.ended.signal]);
      const most = Math.min(limit ?? Infinity, split === "train" ? run.order.images : Infinity);
      const wanted = run.images.first(split, most);
      const fault = await run.images.settled(split, wanted, either);
      const here = wanted.filter((index) => run.images.has(split, index));
      // What failed is left out, and `images` says how many remain; with none there is no figure.
      if (here.length === 0 && fault !== null) throw new EngineError(fault);
      const subject = {
        vae: run.vae,
        get engine() {
          return run.engine;
        },
        beta: run.settings.beta,
      };
      const read = (from: number, target: Float32Array) => {
        const rows = target.length / run.vae.pixels;
        run.images.read(split, here.subarray(from, from + rows), target);
      };
      return evaluate(host, subject, here.length, seed, read, either);
    },
  };
}
