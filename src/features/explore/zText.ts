/** A latent vector in words: as many coordinates as a line holds. Pure. */
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

export interface ZText {
  /** "0.53, −1.20" */
  readonly numbers: string;
  /** Coordinates not told. */
  readonly more: number;
}

export function zText(z: readonly number[], format: NumberFormat, most: number): ZText {
  const told = z.length <= most ? z : z.slice(0, most);
  return {
    numbers: told.map((value) => format(value, 2)).join(", "),
    more: z.length - told.length,
  };
}
