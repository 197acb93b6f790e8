import { setTimeout as wait } from 'node:timers/promises';

/** What jest's own process holds open while it works. */
const ofJest = new Set(['PipeWrap', 'TTYWrap', 'FSReqPromise', 'FSReqCallback', 'CloseReq', 'Immediate', 'TickObject']);

const left = (): string[] => process.getActiveResourcesInfo().filter((resource) => !ofJest.has(resource));

/**
 * Once a run, when everything was closed: a timer, a socket, a server, a child process that is still alive is a leak of ours, and
 * jest would wait for it for ever. What is only slow to close gets some rounds.
 * @throws naming what is left, which fails the run
 */
export const expectEnded = async (rounds = 100): Promise<void> => {
  for (let round = 0; round < rounds && left().length > 0; round += 1) await wait(50);
  if (left().length > 0) throw new Error(`After the last test these are still open: ${left().join(', ')}`);
};

export default async function globalTeardown(): Promise<void> {
  await expectEnded();
}
