import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end and answers its exit code.
 * `onOutput` gets every piece of output instead of the terminal.
 */
export const run = (command, args = [], { cwd = root, env = {}, onOutput } = {}) =>
  new Promise((resolve, reject) => {
    const output = onOutput ? 'pipe' : 'inherit';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', output, output] });
    child.stdout?.on('data', (data) => onOutput(data.toString()));
    child.stderr?.on('data', (data) => onOutput(data.toString()));
    // Who ends us ends it too.
    const endBoth = (signal) => {
      child.kill(signal);
      process.exit(1);
    };
    process.once('SIGINT', endBoth).once('SIGTERM', endBoth);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', endBoth).off('SIGTERM', endBoth);
      resolve(signal ? 1 : code);
    });
  });

/** Says what is done and how long it took. */
export const timed = async (label, work) => {
  const startedAt = Date.now();
  process.stdout.write(`${label} … `);
  try {
    const result = await work();
    process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
};

/** Runs a program quietly: what it said is shown only where it fails, and then an error stops us. */
export const runQuietly = (label, command, args, options = {}) =>
  timed(label, async () => {
    let said = '';
    const code = await run(command, args, { ...options, onOutput: (text) => (said += text) });
    if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${code}\n${said}`);
    return said;
  });
