/** Why a lane does not come, or is not there. */
import { EngineError, type Fault } from "#/core/fault.ts";
import { mostLanes } from "#/state/lanes/types.ts";

export const lanesFull: Fault = {
  code: "lanes-full",
  message: `There are ${String(mostLanes)} lanes already.`,
  hint: "Remove a lane first.",
  values: { count: mostLanes },
};

export const groupClosed: Fault = {
  code: "cancelled",
  message: "The group was closed meanwhile.",
  hint: "Nothing needs doing.",
};

/** `field` names no lane, or no frame: there are `count` of them, and the first that will do is `first`. */
export function missing(field: string, index: number, count: number, first = 0): EngineError {
  const range = `${String(first)} … ${String(count - 1)}`;
  return new EngineError({
    code: "field-invalid",
    message: `${field} cannot be ${String(index)}.`,
    hint: `Allowed: ${range}.`,
    values: { field, value: String(index), range },
  });
}
