import autocannon from 'autocannon';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const connections = 10;
const warmUpSeconds = 3;

/**
 * Waits until a site has worked off what a round left behind: requests that were cut off still keep it busy, and would be
 * counted against the other side. Ten quick answers in a row say that it is idle.
 */
const settled = async (url) => {
  for (let quick = 0; quick < 10;) {
    const started = performance.now();
    // A connection that is kept may be closed while the site is busy.
    await (await fetch(`${url}/_health`, { headers: { Connection: 'close' } })).arrayBuffer();
    quick = performance.now() - started < 50 ? quick + 1 : 0;
  }
};

/**
 * Requests per second that a site answers to ten connections. Every answer must be a good one.
 * @param {{ url: string, requests: { method?: string, path: string, headers?: object, body?: string }[] }} load
 */
export const requestsPerSecond = async (load, length) => {
  const started = performance.now();
  const result = await autocannon({ ...load, connections, timeout: 60, ...length });
  const elapsedSeconds = (performance.now() - started) / 1000;
  await settled(load.url);
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${load.requests[0].path}: ${result.non2xx} bad answers, ${result.errors} errors`);
  }
  // So slow that no answer came in time: as long as each connection takes to get one.
  if (result['2xx'] === 0) return requestsPerSecond(load, { amount: connections });
  return result['2xx'] / (length.amount === undefined ? result.duration : elapsedSeconds);
};

/** Measures two loads by turns. Answers requests per second, one number a round. */
export const alternately = async (a, b) => {
  const measured = { a: [], b: [], unit: 'requests/s' };
  await requestsPerSecond(a, { duration: warmUpSeconds });
  await requestsPerSecond(b, { duration: warmUpSeconds });
  for (let round = 0; round < rounds; round += 1) {
    measured.a.push(await requestsPerSecond(a, { duration: seconds }));
    measured.b.push(await requestsPerSecond(b, { duration: seconds }));
    if (process.env.BENCH_VERBOSE)
      process.stdout.write(`  ${measured.a.at(-1).toFixed(1)} / ${measured.b.at(-1).toFixed(1)}\n`);
  }
  return measured;
};

/** The same in milliseconds a request. */
export const timesAlternately = async (a, b) => {
  const rates = await alternately(a, b);
  const times = (list) => list.map((rate) => 1000 / rate);
  return { a: times(rates.a), b: times(rates.b), unit: 'ms' };
};

/** The load of one path by one caller. */
export const get = (site, path, token, headers = {}) => ({
  url: site.url,
  requests: [{ path, headers: { authorization: `Bearer ${token}`, ...headers } }],
});

export const post = (site, path, body, headers = {}) => ({
  url: site.url,
  requests: [
    { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
  ],
});
