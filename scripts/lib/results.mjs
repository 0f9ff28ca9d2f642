/** Counting tests from the JSON that vitest and Playwright write. */

const none = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A file that could not be loaded has no tests and counts as one failure. */
export function vitestCounts(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + broken,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/** A flaky test (passed when tried again) counts as failed: there are no retries to hide behind. */
export const playwrightCounts = ({ stats = {}, errors = [] }) => ({
  passed: stats.expected ?? 0,
  failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) + (stats.unexpected ? 0 : errors.length),
  skipped: stats.skipped ?? 0,
});

export const total = (counts) => counts.reduce(add, none);

/** The closing line, alone on its line. A failed step without tests of its own is one failure. */
export function closingLine({ passed, failed, skipped }, stepFailed) {
  const failures = stepFailed ? Math.max(failed, 1) : failed;
  return `${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
