import { createServer } from 'node:net';

/**
 * The wanted port where it is free, else one that the system chooses.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export const freePort = (wanted = 0) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/**
 * Asks an address until it answers well.
 * @param {string} address
 * @param {{ seconds: number, alive: () => boolean }} options `alive` ends the wait when there is nothing left to wait for
 */
export const untilItAnswers = async (address, { seconds, alive }) => {
  const deadline = Date.now() + seconds * 1000;
  while (alive() && Date.now() < deadline) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
};
