import { appendFileSync } from 'node:fs';
import { createRandom } from '../../playground/src/seed/random';
import { ask } from './ask';
import { Generator } from './generate';
import { disagreement } from './judge';
import { Oracle } from './oracle';
import { print } from './print';
import { Rights } from './rights';
import { clearContent, setContentAside } from './tables';
import { leaveWorld, makeWorld, readSettings, saveSettings, type World } from './world';

/** How many questions are asked, and the seed they come of: `ORACLE_SEED=<seed>` asks the same again. CI asks the same every time. */
const onSqlite = (process.env.DATABASE_CLIENT ?? 'sqlite') === 'sqlite';
const cases = Number(process.env.ORACLE_CASES ?? (onSqlite ? 2000 : 500));
const anySeed = process.env.CI === undefined ? Math.floor(Math.random() * 2 ** 31) : 4;
const seed = Number(process.env.ORACLE_SEED ?? anySeed);
/** `ORACLE_CASE=<number>` asks only that one; `ORACLE_REPORT=<file>` takes all that fail. */
const only = process.env.ORACLE_CASE === undefined ? null : Number(process.env.ORACLE_CASE);

const casesPerWorld = 250;
const worlds = Array.from({ length: Math.ceil(cases / casesPerWorld) }, (_none, number) => number);

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

  /** Asks one random question and says where site and oracle do not agree. */
  const askOne = async (number: number): Promise<string | null> => {
    if (world === null) throw new Error('no world');
    const random = createRandom(seed * 31 + number);
    const guest = random.pick(world.guests);
    const rights = new Rights(world, guest);
    const api = random.pick(['rest', 'rest', 'graphql'] as const);
    const query = new Generator(random, rights, api).query();
    const request = print(query);
    const nullsLast = site.strapi.db.dialect.client === 'postgres';
    const answer = new Oracle(rights, { nullsLast, defaultLocale }).answer(query);
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
    'are exactly the rows that he may see: world %i',
    async (number) => {
      const first = number * casesPerWorld;
      const numbers = Array.from({ length: Math.min(casesPerWorld, cases - first) }, (_none, index) => first + index);
      if (only !== null && !numbers.includes(only)) return;
      world = await makeWorld(createRandom(seed + number), `${seed}-${number}`);
      const failures: string[] = [];
      shown = 0;
      for (const one of only === null ? numbers : [only]) {
        const failure = await askOne(one);
        if (failure !== null) failures.push(failure);
      }
      if (failures.length > 0) {
        if (process.env.ORACLE_REPORT) appendFileSync(process.env.ORACLE_REPORT, `${failures.join('\n\n')}\n\n`);
        const first = failures.slice(0, 3).join('\n\n');
        throw new Error(`${failures.length} of ${numbers.length} answers are wrong. The first:\n\n${first}`);
      }
      // Questions that nobody gets an answer to would prove little.
      if (only === null) expect(shown).toBeGreaterThan(numbers.length / 3);
    },
    300_000
  );
});
