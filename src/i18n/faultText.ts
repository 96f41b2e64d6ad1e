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
  const sentences = [fault, ...(fault.more ?? [])].map((told) => textOf(t, told, "what"));
  const keptKey: TextKey = `faults.${fault.code}.kept`;
  const between = shownLanguage() === "zh-CN" ? "" : " ";
  return {
    what: sentences.includes(null) ? fault.message : sentences.join(between),
    kept: placesOf(shownLanguage(), keptKey) === null ? "" : t(keptKey, fault.values ?? {}),
    todo: textOf(t, fault, "todo") ?? fault.hint,
  };
}

/** Null where the sentence is not there, or the fault lacks a value that it needs. */
function textOf(t: Translate, { code, values = {} }: Fault, part: keyof FaultText): string | null {
  const key: TextKey = `faults.${code}.${part}`;
  const places = placesOf(shownLanguage(), key);
  if (places === null) return null;
  return places.every((name) => Object.hasOwn(values, name)) ? t(key, values) : null;
}
