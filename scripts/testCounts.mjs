/** How many tests passed and failed, from the JSON reports of the two runners. Skipped ones are neither. */

/** @param {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number }} report */
export function countVitest({ numPassedTests, numFailedTests, numFailedTestSuites }) {
  // A file that cannot be loaded is a failed suite without tests.
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
  };
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report */
export function countPlaywright({ stats: { expected, unexpected, flaky } }) {
  return { passed: expected, failed: unexpected + flaky };
}
