import { knownAttacks } from './known.mjs';
import { hostileSeed, madeAttacks } from './made.mjs';

/** How long a guest's request may keep the event loop of the site busy. */
export const stallMsMax = 500;

const send = async ({ url, headers }, { method, path, body }) => {
  const response = await fetch(url + path, {
    method,
    body,
    headers: { ...headers, 'Content-Type': 'application/json' },
  });
  return { status: response.status, text: await response.text() };
};

/**
 * Sends hostile requests to a site, one after the other, and measures in its process how long each keeps the event loop busy.
 * What seems too long is sent twice more, and the shortest counts: other work on the machine makes a stall longer, never shorter.
 * @param site { url, headers of the guest, longestStall: (work) => Promise<milliseconds> }
 * @param tell is given a line about each that takes long, and about the longest
 * @returns {Promise<{ name: string, refused: boolean, status: number, text: string, stallMs: number }[]>}
 */
export const attack = async (site, { amount, ids, tell }) => {
  const seed = hostileSeed();
  const known = knownAttacks(ids);
  const attacks = [...known, ...madeAttacks(seed, Math.max(0, amount - known.length), ids)];
  const results = [];
  for (const one of attacks) {
    let answer;
    const measure = () => site.longestStall(async () => (answer = await send(site, one)));
    let stallMs = await measure();
    for (let again = 0; again < 2 && stallMs > stallMsMax; again += 1) stallMs = Math.min(stallMs, await measure());
    if (stallMs > stallMsMax) tell(`${one.name}: ${Math.round(stallMs)} ms, ${answer.status}`);
    results.push({ name: one.name, refused: one.refused, ...answer, stallMs });
  }
  const longest = results.reduce((most, one) => (one.stallMs > most.stallMs ? one : most));
  tell(
    `${results.length} hostile requests, HOSTILE_SEED=${seed}: the longest stall is ${Math.round(longest.stallMs)} ms, by ${longest.name}`
  );
  return results;
};
