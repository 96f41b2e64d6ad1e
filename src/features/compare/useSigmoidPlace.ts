/** Where a lane's sigmoid sits, while the lanes differ in that; null where it is not in question. */
import type { SigmoidPlace } from "#/core/objective/spec.ts";
import { useEveryLane, useLanes } from "#/features/compare/useEveryLane.ts";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

const selectPlace = ({ config: { objective } }: AppState): SigmoidPlace | null =>
  objective.likelihood === "bernoulli" ? objective.sigmoid : null;

export function useSigmoidPlace(lane: Lane): SigmoidPlace | null {
  const places = useEveryLane(selectPlace);
  const own = places[useLanes().indexOf(lane)] ?? null;
  return places.some((place) => place !== null && place !== own) ? own : null;
}
