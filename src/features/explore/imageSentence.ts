/** The one line under the large image: the pixel in hand, or how far its picture can be trusted. Pure. */
import { weightsAge } from "#/features/explore/weightsAge.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";
import type { LiveImage } from "#/state/partTypes.ts";
import type { RunProgress } from "#/worker/protocol/run.ts";

export interface ImageMoment {
  /** `pixels` as shown: mean, sample or spread. */
  readonly image: LiveImage;
  /** The pixel under pointer or cursor, row by row; null for none. */
  readonly at: number | null;
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly progress: RunProgress | null;
  readonly pace: number;
}

export function imageSentence(t: Translate, format: NumberFormat, moment: ImageMoment): string {
  const { image, at, shape, progress, pace } = moment;
  const [, width, channels] = shape;
  if (image.pixels === null) return t("views.image.missing");
  if (at !== null) {
    const values = [...image.pixels.subarray(at * channels, (at + 1) * channels)];
    return t("views.image.pixel", {
      row: Math.floor(at / width) + 1,
      column: (at % width) + 1,
      value: values.map((value) => format(value, 2)).join(" · "),
    });
  }
  if (image.stale && progress !== null) {
    const seconds = format(weightsAge(progress, image.step, pace), 1);
    return t("views.image.stale", { seconds });
  }
  if (image.figure !== null) {
    return t("views.image.ownRange", {
      low: format(image.figure.low, 1),
      high: format(image.figure.high, 1),
      step: format(image.step),
    });
  }
  if (image.step === 0) return t("views.image.untrained");
  return t("views.image.stepOf", { step: format(image.step) });
}
