import { request } from 'node:http';

/** Opens one stream. @param onEvent is told the name of each event as it comes */
const listen = (url, token, onEvent) =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers: { Authorization: `Bearer ${token}` }, agent: false });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url}: ${answer.statusCode}`));
      answer.setEncoding('utf8');
      answer.on('data', (text) => {
        for (const [, name] of text.matchAll(/^event: (.*)$/gm)) onEvent(name);
      });
      answer.on('error', () => undefined);
      resolve(asked);
    });
    asked.end();
  });

/**
 * Opens a guest's stream for each token, all at once, and waits until all have begun.
 * @returns `reached(work)`: how many milliseconds after some work was done the last of them was told that the access changed
 */
export const openListeners = async (site, tokens) => {
  let told = 0;
  let allTold = () => undefined;
  const untilAll = () =>
    new Promise((resolve) => {
      told = 0;
      allTold = resolve;
    });
  const onEvent = (name) => {
    if (name === 'access' && (told += 1) === tokens.length) allTold();
  };
  const begun = untilAll();
  const open = await Promise.all(
    tokens.map((token) => listen(`${site.url}/api/guest-access/me/stream`, token, onEvent))
  );
  await begun;
  return {
    reached: async (work) => {
      const all = untilAll();
      await work();
      const done = performance.now();
      await all;
      return performance.now() - done;
    },
    close: () => open.forEach((one) => one.destroy()),
  };
};
