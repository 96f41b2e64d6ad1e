/** What an engine answers about images and codes, held to the reference. */
import { klTerm } from "#/core/objective/gaussianKl.ts";
import { pixelOf, rawOf } from "#/core/objective/output.ts";
import { displayedPixelLoss, writtenPixelLoss } from "#/core/objective/pixelLoss.ts";
import { referencePass } from "#/core/objective/reference.ts";
import { assertClose } from "#/engine/testing/check.ts";
import { toDouble } from "#/engine/testing/oracle.ts";
import { type Experiment, subject, valueTolerance } from "#/engine/testing/subject.ts";

export async function scores(of: Experiment): Promise<void> {
  using it = await subject(of);
  const { vae, objective, state, engine } = it;
  // Held against something else than the images, as with binarised pixels.
  const targets = it.batch.images.map((x) => (x > 0.5 ? 1 : 0));
  const batch = { ...it.batch, targets };
  const terms = await engine.score(batch);
  const weights = toDouble(state.weights);
  const mode = { training: false, dropout: null };
  const { mean, logVariance, output } = referencePass(it, weights, batch, mode);
  const [logSigma = 0] = Array.from(weights["output/logSigma"] ?? []);
  const sampled = logVariance.map((l) => (objective.sigma === "exp(λ)" ? 2 * l : l));
  const perImage = (term: (l: number, i: number) => number) =>
    Array.from({ length: batch.count }, (_, image) => {
      const start = image * vae.pixels;
      const values = output.subarray(start, start + vae.pixels);
      return values.reduce((sum, l, i) => sum + term(l, start + i), 0);
    });
  const close = (name: keyof typeof terms, expected: ArrayLike<number>) => {
    assertClose(terms[name], expected, valueTolerance, name);
  };
  close("mean", mean);
  close("logVariance", sampled);
  close(
    "reconstruction",
    perImage((l, i) => displayedPixelLoss(objective, l, targets[i] ?? 0)),
  );
  close(
    "klPerDimension",
    mean.map((mu, i) => klTerm(mu, sampled[i] ?? 0)),
  );
  close(
    "writtenReconstruction",
    perImage((l, i) => writtenPixelLoss(objective, l, batch.images[i] ?? 0, logSigma)),
  );
  close(
    "writtenKl",
    mean.map((mu, i) => klTerm(mu, logVariance[i] ?? 0)),
  );
  close(
    "output",
    output.map((l) => pixelOf(objective, l)),
  );
  close(
    "raw",
    output.map((l) => rawOf(objective, l)),
  );
}

export async function codes(of: Experiment): Promise<void> {
  using it = await subject(of);
  const { batch, engine } = it;
  const { count, images, labels } = batch;
  const epsilon = new Float32Array(batch.epsilon.length);
  const scored = await engine.score({ ...batch, targets: images, epsilon });
  const { mean, logVariance } = await engine.encode(images, count, labels);
  assertClose(mean, scored.mean, valueTolerance, "μ");
  assertClose(logVariance, scored.logVariance, valueTolerance, "log σ²");
  // At ε = 0 the decoder saw μ itself.
  const output = await engine.decode(mean, count, labels);
  assertClose(output, scored.output, valueTolerance, "output");
  const raw = await engine.decode(mean, count, labels, { raw: true });
  assertClose(raw, scored.raw, valueTolerance, "raw output");
  const reconstruction = await engine.scoreLatents(mean, images, count, labels);
  assertClose(reconstruction, scored.reconstruction, valueTolerance, "reconstruction of μ");
}
