import { expect, it } from "vitest";
import { mistakeIds, type MistakeId } from "#/core/bench/mistake.ts";
import { benchTopic, nextMistake } from "#/features/benches/topic.ts";

it("leads to the sigmoid bench, to each mistake, and else to the overview", () => {
  expect(benchTopic("sigmoid")).toEqual({ kind: "sigmoid" });
  for (const id of mistakeIds) expect(benchTopic(id)).toEqual({ kind: "mistake", id });
  expect(benchTopic(null)).toEqual({ kind: "overview", unknown: null });
  expect(benchTopic("sigmoids")).toEqual({ kind: "overview", unknown: "sigmoids" });
});

it("goes through all mistakes and ends", () => {
  const seen: MistakeId[] = [];
  for (let id: MistakeId | null = mistakeIds[0]; id !== null; id = nextMistake(id)) seen.push(id);
  expect(seen).toEqual([...mistakeIds]);
});
