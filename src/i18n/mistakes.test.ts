/** The words of the mistakes bench fit what its verdicts and questions give them. */
import { describe, expect, it } from "vitest";
import { mistakeIds } from "#/core/bench/mistake.ts";
import { mistakes } from "#/core/bench/mistakes.ts";
import { madeEvidence } from "#/core/bench/testing/madeEvidence.ts";
import * as english from "#/i18n/en/benches/mistakes.ts";
import * as chinese from "#/i18n/zh-CN/benches/mistakes.ts";

const placesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

describe.each([
  ["English", english],
  ["Chinese", chinese],
])("%s", (_, { mistake, verdict }) => {
  it.each(mistakeIds)("offers as many answers to %s as there are", (id) => {
    const { options } = mistakes[id];
    const numbers = Array.from({ length: options.count }, (_answer, i) => String(i + 1));
    expect(Object.keys(mistake[id].option)).toEqual(numbers);
  });

  it.each(mistakeIds)("asks the verdict on %s for numbers it gives", (id) => {
    const evidence = { faulty: madeEvidence(), repaired: madeEvidence() };
    const given = Object.keys(mistakes[id].verdict(evidence).numbers);
    for (const text of Object.values(verdict[id])) {
      expect(placesIn(text)).not.toEqual([]);
      expect(given).toEqual(expect.arrayContaining(placesIn(text)));
    }
  });
});
