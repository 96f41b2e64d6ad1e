import { expect, it } from "vitest";
import { countPlaywright, countVitest } from "./testCounts.mjs";

it("counts tests, and a file that cannot be loaded as one failure", () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 2 };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1 });
  expect(countVitest({ ...report, numFailedTests: 3 })).toEqual({ passed: 5, failed: 3 });
});

it("takes a test that passed only at the second try for a failure", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 4 };
  expect(countPlaywright({ stats })).toEqual({ passed: 7, failed: 2 });
});
