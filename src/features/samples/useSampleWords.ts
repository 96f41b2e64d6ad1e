/** What a sample is, in words: its number, its first coordinates, its class. */
import { sampleLabels } from "#/core/latent/samples.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";

/** Coordinates told of a sample. */
const told = 4;

/** @param classes names of the rows' classes; null where the model is not conditional. */
export function useSampleWords(
  latent: number,
  classes: readonly string[] | null,
): (z: Float32Array, index: number) => string {
  const t = useText();
  const format = useNumberFormat();
  return (z, index) => {
    const numbers = [...z.subarray(index * latent, index * latent + Math.min(told, latent))];
    const cell = t(latent > told ? "tabs.samples.cellMore" : "tabs.samples.cell", {
      number: index + 1,
      numbers: numbers.map((value) => format(value, 2)).join(", "),
      more: latent - numbers.length,
    });
    if (classes === null) return cell;
    const name = classes[sampleLabels(classes.length)[index] ?? 0] ?? "";
    return t("tabs.samples.cellClass", { name, cell });
  };
}
