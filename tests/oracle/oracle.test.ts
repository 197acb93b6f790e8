import { appendFileSync } from 'node:fs';
import { createRandom } from '../../playground/src/seed/random';
import { ask } from './ask';
import { combinations } from './combinations';
import { atelier } from './fill';
import { Generator } from './generate';
import { foresee } from './foresee';
import { disagreement } from './judge';
import { Oracle } from './oracle';
import { print } from './print';
import { Rights } from './rights';
import { clearContent, setContentAside } from './tables';
import { askViewers } from './viewers';
import { walk } from './walk';
import { leaveWorld, makeWorld, readSettings, saveSettings, type Plan, type World } from './world';

/** How many questions are asked, and the seed they come of: `ORACLE_SEED=<seed>` asks the same again. CI asks others every day. */
const cases = Number(process.env.ORACLE_CASES ?? 350);
const today = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
const anySeed = process.env.CI === undefined ? Math.floor(Math.random() * 2 ** 31) : today;
const seed = Number(process.env.ORACLE_SEED ?? anySeed);
/** `ORACLE_CASE=<number>` asks only that one; `ORACLE_REPORT=<file>` takes all that fail. */
const only = process.env.ORACLE_CASE === undefined ? null : Number(process.env.ORACLE_CASE);

/** The plans take turns. A world of all combinations takes longer to make and to ask. */
const turns = [
  { plan: atelier, size: 250 },
  { plan: combinations, size: 100 },
] as const;
const worlds: { number: number; plan: Plan; first: number; size: number }[] = [];
for (let first = 0, number = 0; first < cases; number += 1) {
  const { plan, size } = turns[number % 2 === 0 ? 0 : 1];
  worlds.push({ number, plan, first, size: Math.min(size, cases - first) });
  first += size;
}

describe(`what guests are answered, against an oracle (ORACLE_SEED=${seed}, ORACLE_CASES=${cases})`, () => {
  let restoreContent: () => Promise<void>;
  let settings: Awaited<ReturnType<typeof readSettings>>;
  let world: World | null = null;
  let defaultLocale: string;
  /** How many answers show rows. */
  let shown = 0;

  beforeAll(async () => {
    process.stderr.write(`ORACLE_SEED=${seed} ORACLE_CASES=${cases}\n`);
    settings = await readSettings();
    defaultLocale = await site.strapi.plugin('i18n').service('locales').getDefaultLocale();
    restoreContent = await setContentAside();
  });
  afterEach(async () => {
    if (world) await leaveWorld(world);
    world = null;
    await clearContent();
  });
  afterAll(async () => {
    await saveSettings(settings);
    await restoreContent();
  });

  const oracleOf = (rights: Rights): Oracle =>
    new Oracle(rights, { nullsLast: site.strapi.db.dialect.client === 'postgres', defaultLocale });

  /** Turns pages and looks ahead, for each guest, and asks who sees each row. Answers what is wrong. */
  const lookThrough = async (number: number): Promise<string[]> => {
    if (world === null) throw new Error('no world');
    const random = createRandom(seed * 17 + number);
    const wrong: (string | null)[] = [await askViewers(world)];
    for (const guest of world.guests) {
      const rights = new Rights(world, guest);
      const open = world.plan.contentTypes.filter((uid) => rights.mayCall(uid, 'find'));
      for (const uid of open) wrong.push(await walk(random, rights, oracleOf(rights), uid));
      wrong.push(await foresee(random, world, guest));
    }
    return wrong.flatMap((one) => (one === null ? [] : [`ORACLE_SEED=${seed}: ${one}`]));
  };

  /** Asks one random question and says where site and oracle do not agree. */
  const askOne = async (number: number): Promise<string | null> => {
    if (world === null) throw new Error('no world');
    const random = createRandom(seed * 31 + number);
    const guest = random.pick(world.guests);
    const rights = new Rights(world, guest);
    const api = random.pick(['rest', 'rest', 'graphql'] as const);
    const query = new Generator(random, rights, api).query();
    const request = print(query);
    const answer = oracleOf(rights).answer(query);
    const got = await ask(guest.actor, request);
    const named = JSON.stringify(query);
    const hidden = rights.hiddenDocuments().filter((documentId) => !named.includes(documentId));
    const reason = disagreement(api, answer, got, hidden);
    if ((answer.kind === 'rows' && answer.rows.length > 0) || (answer.kind === 'row' && answer.row)) shown += 1;
    if (reason === null) return null;
    const { name, companyRecords, accessTypes, resources } = guest;
    return [
      `ORACLE_SEED=${seed} ORACLE_CASE=${number}: ${reason}`,
      `guest: ${JSON.stringify({ name, companyRecords, accessTypes, resources: [...resources] })}`,
      `access types: ${JSON.stringify(world.settings.accessTypes.filter(({ key }) => accessTypes.includes(key)).map(({ labels: _labels, ...type }) => type))}`,
      `request: ${request.method === 'GET' ? `GET ${decodeURIComponent(request.path)}` : request.query}`,
      `expected: ${JSON.stringify(answer)}`,
      `got: ${got.status} ${JSON.stringify({ errors: got.errors, total: got.total, data: got.data })}`,
    ].join('\n');
  };

  it.each(worlds)(
    'are exactly the rows that they may see: world $number, $plan.name',
    async ({ number, plan, first, size }) => {
      const numbers = Array.from({ length: size }, (_none, index) => first + index);
      if (only !== null && !numbers.includes(only)) return;
      world = await makeWorld(createRandom(seed + number), plan, `${seed}-${number}`);
      const failures: string[] = [];
      shown = 0;
      for (const one of only === null ? numbers : [only]) {
        const failure = await askOne(one);
        if (failure !== null) failures.push(failure);
      }
      if (only === null) failures.push(...(await lookThrough(number)));
      if (failures.length > 0) {
        if (process.env.ORACLE_REPORT) appendFileSync(process.env.ORACLE_REPORT, `${failures.join('\n\n')}\n\n`);
        const some = failures.slice(0, 3).join('\n\n');
        throw new Error(`${failures.length} of ${numbers.length} answers are wrong. The first:\n\n${some}`);
      }
      // Questions that nobody gets an answer to would prove little.
      if (only === null) expect(shown).toBeGreaterThan(numbers.length / 5);
    },
    600_000
  );
});
