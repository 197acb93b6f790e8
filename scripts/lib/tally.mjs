import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, cache } from './paths.mjs';
import { run } from './run.mjs';

/** @typedef {{ passed: number, failed: number, failures?: string[] }} Tally `failures` say what failed, for people. */

/** @param {Tally[]} tallies */
export const sum = (tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  failures: tallies.flatMap(({ failures = [] }) => failures),
});

/**
 * Shows what failed, then the last line that a program which reads our output looks for. Answers the exit code.
 * @param {Tally} tally
 */
export const report = ({ passed, failed, failures = [] }) => {
  for (const failure of failures) process.stdout.write(`\n✗ ${failure}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

/** A suite that wrote no result, or ended badly without a failed test, has failed once. */
const tallyOf = (name, code, file, read) => {
  if (!existsSync(file)) return { passed: 0, failed: 1, failures: [`${name} wrote no result`] };
  const tally = read(JSON.parse(readFileSync(file, 'utf8')));
  if (code === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, failures: [`${name} ended with code ${code}`] };
};

const resultFile = (name) => {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${name}.json`);
  rmSync(file, { force: true });
  return file;
};

const show = (text) => process.stderr.write(text);

/** Runs jest; a file that cannot be run counts as one failure. `onOutput` gets what it says, piece by piece. */
export const runJest = async (name, args, { env = {}, onOutput = show } = {}) => {
  const file = resultFile(`jest-${name}`);
  const code = await run(bin('jest'), [...args, '--json', '--outputFile', file], {
    env,
    onOutput: (text) => onOutput(text.startsWith('{"num') ? '' : text),
  });
  return tallyOf(name, code, file, ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    failures: testResults.filter(({ status }) => status === 'failed').map((file) => `${file.name}\n${file.message}`),
  }));
};

/** Runs a suite that is a program of ours: its last line says how many passed and failed (`report`). */
export const runProgram = async (name, args, { onOutput = show } = {}) => {
  let said = '';
  const code = await run(process.execPath, args, {
    onOutput: (text) => {
      said += text;
      onOutput(text);
    },
  });
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(said) ?? [];
  if (passed === undefined)
    return { passed: 0, failed: 1, failures: [`${name} ended with code ${code}, without a result`] };
  const failures = said.split('\n').filter((line) => line.startsWith('✕'));
  return { passed: Number(passed), failed: Number(failed), failures: failures.map((line) => `${name}: ${line}`) };
};

/** What a suite of Playwright's, and those in it, did not pass. */
const unexpected = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) =>
      [`${file}:${line} ${title}`, ...tests.flatMap(({ results }) => results.map(({ error }) => error?.message))].join(
        '\n'
      )
    ),
  ...suites.flatMap(unexpected),
];

/** Runs the tests in the browser. `onOutput` gets what it says, piece by piece. */
export const runPlaywright = async (name, args, { onOutput = show } = {}) => {
  const file = resultFile(`playwright-${name}`);
  const code = await run(bin('playwright'), ['test', '--reporter=list,json', ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    onOutput,
  });
  return tallyOf(name, code, file, ({ stats, errors, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    failures: [...errors.map(({ message }) => message), ...suites.flatMap(unexpected)],
  }));
};
