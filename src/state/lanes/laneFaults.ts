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

/** Why the lane that a link calls `letter` did not open. */
export function leftOut(letter: string, fault: Fault): Fault[] {
  const { code, hint, values = {} } = fault;
  const { reason } = values;
  const what = `Lane ${letter} of this link was left out`;
  if (code !== "lane-data" || reason === undefined) {
    return [{ code: "lane-left-out", message: `${what}.`, hint, values: { letter } }, fault];
  }
  const message = `${what}: it cannot share lane A's images (${String(reason)}).`;
  return [{ code: "lane-refused", message, hint, values: { letter, reason } }];
}

/** Of a lane that the link calls `letter`, and that went on from weights that are not here. */
export function beginsAnew(letter: string, step: number): Fault {
  return {
    code: "lane-begins-anew",
    message:
      `Where this link was made, lane ${letter} went on from step ${String(step)} of a run. ` +
      "A link carries no weights, so here it starts at step 0.",
    hint: "Train lane A to that step, then go on from there in its history.",
    values: { letter, step },
  };
}

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
