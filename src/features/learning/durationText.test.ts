import { expect, it } from "vitest";
import { durationText } from "#/features/learning/durationText.ts";

it("says seconds, minutes or hours, whichever is short", () => {
  expect([0.2, 8.4, 89, 150, 7200].map((seconds) => durationText("en", seconds))).toEqual([
    "1 sec",
    "8 sec",
    "89 sec",
    "3 min",
    "2 hr",
  ]);
  expect(durationText("zh-CN", 150)).toContain("分钟");
});
