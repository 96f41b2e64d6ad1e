/** Where in the page a link leads: `mode=lessons&topic=beta&step=2&stage=1`. Nothing of it on the front page. */
import { readNumber } from "#/core/experiment/field.ts";
import { readChoice, urlFault } from "#/core/experiment/linkFaults.ts";
import type { QueryPair } from "#/core/experiment/query.ts";
import type { Fault } from "#/core/fault.ts";
import { type Route, frontRoute, modes } from "#/core/route.ts";

const mostSteps = 999;

export function routePairs({ mode, topic, step, stage }: Route): [string, string][] {
  const pairs: [string, string][] = [];
  if (mode !== "play") pairs.push(["mode", mode]);
  if (topic !== null) pairs.push(["topic", topic]);
  if (step > 0) pairs.push(["step", String(step)]);
  if (stage) pairs.push(["stage", "1"]);
  return pairs;
}

/** `route` as a pair has it; null for a key that says nothing of it. */
export function readRoute(route: Route, pair: QueryPair, problems: Fault[]): Route | null {
  const { key, value } = pair;
  switch (key) {
    case "mode":
      return { ...route, mode: readChoice(modes, pair, problems) ?? frontRoute.mode };
    case "stage":
      return { ...route, stage: readChoice(["0", "1"] as const, pair, problems) === "1" };
    case "topic":
      if (value !== null && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value)) {
        return { ...route, topic: value };
      }
      break;
    case "step": {
      const step = readNumber(value ?? "");
      if (Number.isInteger(step) && step >= 0 && step <= mostSteps) return { ...route, step };
      break;
    }
    default:
      return null;
  }
  problems.push(urlFault(pair));
  return route;
}
