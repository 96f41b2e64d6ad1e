/** A latent vector in a few words, for names that are read out. */
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

const MOST = 4;

export function zText(z: readonly number[], format: NumberFormat): string {
  const told = z.slice(0, MOST).map((value) => format(value, 2));
  return told.join(", ") + (z.length > MOST ? ", …" : "");
}
