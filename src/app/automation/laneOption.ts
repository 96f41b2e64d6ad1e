/** The lane a call means, taken out of its options; what is left is parsed as it would be without. */
import * as v from "valibot";
import { laneIndex, parseInput } from "#/app/automation/input.ts";

const withLane = v.looseObject({ lane: v.unknown() });

/** @throws EngineError "field-invalid" for what is no number of a lane. */
export function splitLane(options: unknown): { readonly lane: number; readonly rest: unknown } {
  if (!v.is(withLane, options) || !Object.hasOwn(options, "lane"))
    return { lane: 0, rest: options };
  const { lane, ...rest } = options;
  return { lane: parseInput(laneIndex, lane, "lane"), rest };
}
