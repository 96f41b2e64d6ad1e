/**
 * A fault in the reader's language: what happened, what was kept, what to do. The sentences belong to
 * the fault's code; where they need a value the fault does not carry, or have not arrived (they come
 * with the side columns), its own English stands instead.
 */
import type { Fault } from "#/core/fault.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { placesOf, shownLanguage } from "#/i18n/translate.ts";

export interface FaultText {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
}

export function faultText(t: Translate, fault: Fault): FaultText {
  const { code, values = {} } = fault;
  const text = (part: keyof FaultText, own: string | null): string => {
    const key: TextKey = `faults.${code}.${part}`;
    const places = placesOf(shownLanguage(), key);
    if (places === null) return own ?? "";
    const isComplete = places.every((name) => Object.hasOwn(values, name));
    return isComplete || own === null ? t(key, values) : own;
  };
  return {
    what: text("what", fault.message),
    kept: text("kept", null),
    todo: text("todo", fault.hint),
  };
}
