import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end and answers its exit code.
 * `onOutput` gets every piece of output instead of the terminal.
 */
export const run = (command, args = [], { cwd = root, env = {}, onOutput } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
    });
    child.stdout?.on('data', (data) => onOutput(data.toString()));
    child.stderr?.on('data', (data) => onOutput(data.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });

/** The same quietly: what the program said is shown only where it fails, and then the error stops us. */
export const runQuietly = async (label, command, args, options = {}) => {
  let said = '';
  const startedAt = Date.now();
  process.stdout.write(`${label} … `);
  const code = await run(command, args, { ...options, onOutput: (text) => (said += text) });
  if (code !== 0) {
    process.stdout.write(`failed (exit code ${code})\n${said}\n`);
    throw new Error(`${label}: failed`);
  }
  process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return said;
};
