/**
 * Where the grid stands: the reader's choice fitted to the model's latent size, and the handle's
 * coordinates off the two chosen dimensions. Moving the handle within the grid changes neither.
 */
import { useState } from "react";
import type { GridChoice } from "#/features/samples/gridLatents.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

export interface GridOrigin {
  readonly choice: GridChoice;
  /** [latent], the two chosen dimensions at 0; the same object while nothing else moves. */
  readonly at: readonly number[];
}

const selectZ = (state: AppState) => state.z;

export function fittedChoice(choice: GridChoice, latent: number): GridChoice {
  const [first, second] = choice.dims;
  if (first < latent && second < latent) return choice;
  return { ...choice, dims: [0, Math.min(1, latent - 1)] };
}

export function offGrid(z: readonly number[], dims: GridChoice["dims"]): number[] {
  return z.map((value, d) => (dims.includes(d) ? 0 : value));
}

export function useGridOrigin(wanted: GridChoice): GridOrigin {
  const z = useAppState(selectZ);
  const choice = fittedChoice(wanted, z.length);
  const at = offGrid(z, choice.dims);
  const [kept, setKept] = useState<GridOrigin>({ choice, at });
  const { dims } = kept.choice;
  const same =
    kept.choice.n === choice.n &&
    kept.choice.p === choice.p &&
    dims[0] === choice.dims[0] &&
    dims[1] === choice.dims[1] &&
    kept.at.length === at.length &&
    kept.at.every((value, d) => value === at[d]);
  if (same) return kept;
  const next = { choice, at };
  setKept(next);
  return next;
}
