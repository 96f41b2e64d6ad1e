/**
 * A fault in the reader's language: what happened, what was kept, what to do. The sentences belong to
 * the fault's code; where they need a value the fault does not carry, its own English stands instead.
 */
import type { Fault } from "#/core/fault.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { placesOf, shownLanguage } from "#/i18n/translate.ts";

export interface FaultText {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

/** True when every {{place}} of a text has a value. */
function isComplete(key: TextKey, values: Fault["values"] = {}): boolean {
  return placesOf(shownLanguage(), key).every((name) => Object.hasOwn(values, name));
}

export function faultText(t: Translate, fault: Fault): FaultText {
  const { code, values } = fault;
  const what: TextKey = `faults.${code}.what`;
  const todo: TextKey = `faults.${code}.todo`;
  return {
    what: isComplete(what, values) ? t(what, values) : fault.message,
    kept: t(`faults.${code}.kept`, values),
    todo: isComplete(todo, values) ? t(todo, values) : fault.hint,
  };
}
