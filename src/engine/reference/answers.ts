/** What a model answers without being trained, whoever moves its weights. Leaves no tensor behind. */
import type { Engine, ImageTerms } from "#/engine/engine.ts";
import { present, readFloats } from "#/engine/readback.ts";
import { decoding, encoding, latentScores, scores } from "#/engine/reference/inspection.ts";
import type { Model } from "#/engine/reference/pass.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { tensorScope } from "#/engine/scope.ts";
import { keep, type Tensor } from "#/engine/tf.ts";

export type Answers = Pick<Engine, "encode" | "decode" | "score" | "scoreLatents">;

/** `weights`: parameters and running statistics as they are now. */
export function createAnswers(model: Model, weights: () => TensorsByName): Answers {
  return {
    async encode(images, count, labels) {
      const read = scoped(() => encoding(model, weights(), images, count, labels));
      const [mu, logVariance] = await readFloats(read);
      return { mean: present(mu), logVariance: present(logVariance) };
    },

    async decode(z, count, labels, options = {}) {
      const raw = options.raw === true;
      const read = scoped(() => [decoding(model, weights(), z, count, { labels, raw })]);
      const [images] = await readFloats(read);
      return present(images);
    },

    async score(batch): Promise<ImageTerms> {
      const [mu, logVariance, reconstruction, kl, written, writtenKl, output, raw] =
        await readFloats(scoped(() => scores(model, weights(), batch)));
      return {
        mean: present(mu),
        logVariance: present(logVariance),
        reconstruction: present(reconstruction),
        klPerDimension: present(kl),
        writtenReconstruction: present(written),
        writtenKl: present(writtenKl),
        output: present(output),
        raw: present(raw),
      };
    },

    async scoreLatents(z, targets, count, labels) {
      const batch = { z, targets, count, labels };
      const [values] = await readFloats(scoped(() => [latentScores(model, weights(), batch)]));
      return present(values);
    },
  };
}

/** Runs `make` in a scope of its own. @returns what it returns, kept: the caller's to dispose. */
function scoped(make: () => readonly Tensor[]): readonly Tensor[] {
  using _scope = tensorScope();
  return make().map((made) => keep(made));
}
