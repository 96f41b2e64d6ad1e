import { expect, it } from "vitest";
import { engineChoices, engineFor, engineInLink } from "#/core/backend/engine.ts";

it.each([
  ["auto", true, "compiled", "fastest"],
  ["compiled", true, "compiled", "asked-for"],
  ["reference", true, "reference", "asked-for"],
  ["auto", false, "reference", "needs-webgpu"],
  ["compiled", false, "reference", "needs-webgpu"],
  ["reference", false, "reference", "asked-for"],
] as const)("%s, where compiling is possible: %s", (choice, canCompile, kind, reason) => {
  expect(engineFor(choice, canCompile)).toEqual({ kind, reason, words: "" });
});

it("stands in a link where somebody chose", () => {
  expect(engineChoices.map(engineInLink)).toEqual([null, "compiled", "reference"]);
});
