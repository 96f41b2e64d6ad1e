/** Where the focus goes in the comparison when what held it is gone. */
import type { Lane } from "#/state/lanes/types.ts";

/** The menu that adds a lane, or brings one back. */
export const addLaneId = "add-lane";

/** By its number: letters go by position. */
export const laneHeadId = ({ id }: Lane): string => `lane-head-${String(id)}`;
