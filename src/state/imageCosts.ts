/**
 * What places of latent space cost one test image: −log p(x|z) under the model as it is now, by the
 * likelihood of its own objective. Frames of the past do not answer: they give pictures, no outputs.
 */
import { prepareGivenInPlace } from "#/core/data/pixels.ts";
import { imageLandscape, prepareLandscape } from "#/core/latent/landscape.ts";
import { logSigmaParameter } from "#/core/model/parameters.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { labelsFor } from "#/state/shownModel.ts";

/** Nats at each z [count × latent]. [count] */
export async function imageCosts(
  store: AppStore,
  { deps: { trainer } }: Pick<Parts, "deps">,
  testIndex: number,
  z: Float32Array,
  count: number,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const options = signal === undefined ? {} : { signal };
  const indices = Uint32Array.of(testIndex);
  const asked = { split: "test", indices } as const;
  const { pixels, labels: own } = await trainer.request("images", asked, options);
  const state = store.getState();
  const { objective, data } = state.built;
  const labels = labelsFor(state, new Uint8Array(count).fill(own[0] ?? 0));
  const params = { z, count, raw: true, labels };
  const { images } = await trainer.request("decode", params, options);
  const learnt = objective.likelihood === "gaussian" && objective.noise === "learnt";
  const weights = learnt ? await trainer.request("weights", null, options) : {};
  const logSigma = weights[logSigmaParameter.name]?.values[0] ?? 0;
  const sheet = prepareLandscape(objective, images, count, logSigma);
  return imageLandscape(sheet, prepareGivenInPlace(data.pixels, pixels.slice()));
}
