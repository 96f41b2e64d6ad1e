/** What the one line under the plane says while training. Pure. */
import type { TextKey, TextValues } from "#/i18n/keys.ts";

export interface GuideInput {
  readonly imagesSeen: number;
  readonly latent: number;
  readonly digits: boolean;
  readonly touched: boolean;
  readonly format: (value: number, decimals?: number) => string;
}

/** The sentence before the end of training. */
export function guideSentence(input: GuideInput): {
  readonly key: TextKey;
  readonly values: TextValues;
} {
  const { imagesSeen, latent, digits, touched, format } = input;
  if (touched) {
    return latent === 2
      ? { key: "training.guide.two", values: {} }
      : { key: "training.guide.many", values: { count: latent } };
  }
  if (imagesSeen === 0) return { key: "training.guide.untrained", values: {} };
  return {
    key: digits ? "training.guide.digits" : "training.guide.images",
    values: { count: imagesSeen, shown: format(imagesSeen, 0) },
  };
}
