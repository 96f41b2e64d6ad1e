/** What dropout multiplies an output by, as an expression (Srivastava et al., 2014, inverted). */
import { dropoutUnitsBefore } from "#/core/model/dropoutUnits.ts";
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { float, read, uint } from "#/engine/compiled/wgsl.ts";

export interface DropoutCode {
  readonly bindings: readonly Binding[];
  /** 1/(1 − rate) or 0 for output `index` of image `row`. */
  readonly kept: (row: string, index: string) => string;
}

/** Null where the layer drops nothing. */
export function dropoutOf(vae: ResolvedVae, layer: ResolvedLayer): DropoutCode | null {
  if (layer.dropout === 0) return null;
  const outputs = shapeSize(layer.output);
  const before = dropoutUnitsBefore(vae, layer);
  return {
    bindings: [read("noise", buffers.dropout)],
    kept(row, index) {
      const at = `settings.count * ${uint(before)} + ${row} * ${uint(outputs)} + ${index}`;
      return `select(0f, ${float(1 / (1 - layer.dropout))}, noise[${at}] >= ${float(layer.dropout)})`;
    },
  };
}
