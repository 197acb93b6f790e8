import { spawn } from 'node:child_process';

const patience = 8_000;

/**
 * A program that runs beside us until it is stopped; it does not outlive us.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export const startChild = (command, args, options) => {
  const child = spawn(command, args, options);
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  const alive = () => child.exitCode === null && child.signalCode === null;
  process.once('exit', () => alive() && child.kill('SIGKILL'));
  return {
    alive,
    /** Settles with the exit code when the program has ended. */
    ended,
    /** Asks it to end, and ends it where it does not. */
    stop: async () => {
      if (!alive()) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(timer);
    },
  };
};
