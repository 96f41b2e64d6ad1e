/**
 * Where a value lies on its slider. Logarithmic sliders are even in the logarithm; where 0 is
 * allowed, it is their left end. Values are rounded to two digits, as one would type them.
 */
import type { NumberLimits } from "#/core/experiment/field.ts";

/** Positions run 0 … this. */
export const positions = 200;

export interface SliderScale {
  toPosition(value: number): number;
  toValue(position: number): number;
}

type Range = Pick<NumberLimits, "scale" | "min" | "minExcluded"> & {
  readonly slider: readonly [from: number, to: number];
};

export function sliderScale({ scale, min, minExcluded, slider: [from, to] }: Range): SliderScale {
  const log = scale === "log";
  const [low, high] = log ? [Math.log(from), Math.log(to)] : [from, to];
  const zeroIsLeft = log && (min < 0 || (min === 0 && !minExcluded));
  return {
    toPosition(value) {
      if (log && value <= 0) return 0;
      const share = ((log ? Math.log(value) : value) - low) / (high - low);
      const position = Math.round(share * positions);
      return Math.min(positions, Math.max(zeroIsLeft ? 1 : 0, position));
    },
    toValue(position) {
      if (zeroIsLeft && position <= 0) return 0;
      const at = low + ((high - low) * position) / positions;
      return Number((log ? Math.exp(at) : at).toPrecision(2));
    },
  };
}

/** What one press of an arrow adds in a number field: a tenth of the value where the scale is logarithmic. */
export function arrowStep({ scale, step }: Pick<NumberLimits, "scale" | "step">, value: number) {
  if (scale === "linear") return step;
  return value === 0 ? 0.1 : Number((Math.abs(value) / 10).toPrecision(1));
}
