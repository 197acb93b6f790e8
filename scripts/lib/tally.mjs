import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, cache } from './paths.mjs';
import { run } from './run.mjs';

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {Tally[]} tallies */
export const sum = (tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** Shows the last line that a program which reads our output looks for, and answers the exit code. */
export const report = ({ passed, failed }) => {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

/** A suite that wrote no result, or ended badly without a failed test, has failed once. */
const tallyOf = (code, file, read) => {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const tally = read(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
};

const resultFile = (name) => {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${name}.json`);
  rmSync(file, { force: true });
  return file;
};

/** Runs jest; a file that cannot be run counts as one failure. */
export const runJest = async (name, args, env = {}) => {
  const file = resultFile(`jest-${name}`);
  const code = await run(bin('jest'), [...args, '--json', '--outputFile', file, '--forceExit'], {
    env,
    onOutput: (text) => process.stderr.write(text.startsWith('{"num') ? '' : text),
  });
  return tallyOf(code, file, ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
  }));
};

/** Runs the tests in the browser. */
export const runPlaywright = async (name, args = []) => {
  const file = resultFile(`playwright-${name}`);
  const code = await run(bin('playwright'), ['test', '--reporter=list,json', ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return tallyOf(code, file, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
};
