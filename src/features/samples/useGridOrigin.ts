/**
 * Where the grid stands: the reader's choice fitted to the model, and the handle's coordinates off
 * the two dimensions. Moving the handle within the grid changes neither.
 */
import { useState } from "react";
import type { GridChoice } from "#/features/samples/gridLatents.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

/** `dims` null until the reader chooses: the plane's two. */
export type WantedGrid = Omit<GridChoice, "dims"> & { readonly dims: GridChoice["dims"] | null };

export interface GridOrigin {
  readonly choice: GridChoice;
  /** [latent], the two chosen dimensions at 0; the same object while nothing else moves. */
  readonly at: readonly number[];
}

const selectZ = (state: AppState) => state.z;
const selectAxes = (state: AppState) => state.axes;

/** The dimensions wanted, else the plane's, where the model has them; else its first two. */
export function fittedChoice(
  wanted: WantedGrid,
  axes: AppState["axes"],
  latent: number,
): GridChoice {
  const followed: GridChoice["dims"] = axes.kind === "dimensions" ? axes.dims : [0, 1];
  const dims = wanted.dims ?? followed;
  const fits = dims[0] < latent && dims[1] < latent;
  return { ...wanted, dims: fits ? dims : [0, Math.min(1, latent - 1)] };
}

export function offGrid(z: readonly number[], dims: GridChoice["dims"]): number[] {
  return z.map((value, d) => (dims.includes(d) ? 0 : value));
}

function sameChoice(a: GridChoice, b: GridChoice): boolean {
  const [first, second] = a.dims;
  return (
    a.n === b.n && a.p === b.p && a.rows === b.rows && first === b.dims[0] && second === b.dims[1]
  );
}

export function useGridOrigin(wanted: WantedGrid): GridOrigin {
  const z = useAppState(selectZ);
  const choice = fittedChoice(wanted, useAppState(selectAxes), z.length);
  const at = offGrid(z, choice.dims);
  const [kept, setKept] = useState<GridOrigin>({ choice, at });
  const same =
    sameChoice(kept.choice, choice) &&
    kept.at.length === at.length &&
    kept.at.every((value, d) => value === at[d]);
  if (same) return kept;
  const next = { choice, at };
  setKept(next);
  return next;
}
