import process from 'node:process';
import { clearInterval, setInterval, setTimeout } from 'node:timers';

/**
 * Watches the event loop of this process. `stop` answers the longest time it was kept busy without a turn, in milliseconds of
 * the processor: on a machine with other work, the time by the clock says more about that work.
 */
export const watchLoop = () => {
  let longestMs = 0;
  let turn = performance.now();
  let used = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(used);
    longestMs = Math.max(longestMs, Math.min(performance.now() - turn, (user + system) / 1_000));
    turn = performance.now();
    used = process.cpuUsage();
  }, 1);
  return {
    stop: () => {
      clearInterval(timer);
      return longestMs;
    },
  };
};

/** Answers a parent process: told { stalls: 'begin' } it watches, told { stalls: 'end' } it says { longestMs }. */
export const answerStalls = () => {
  let watch;
  process.on('message', ({ stalls }) => {
    if (stalls === 'begin') {
      watch = watchLoop();
      process.send({ watching: true });
    } else if (stalls === 'end') {
      // The answer may be out before the clock has ticked: what kept it from ticking counts once it has.
      setTimeout(() => process.send({ longestMs: watch.stop() }), 5);
    }
  });
};
