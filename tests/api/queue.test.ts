import { randomUUID } from 'node:crypto';
import { endWorkers, startWorker, type JobName } from '../support/queue';

interface JobRow {
  id: number;
  status: string;
  attempts: number;
  step: string | null;
  done: number | null;
  total: number | null;
  phase: string | null;
  result: string | null;
  last_error: string | null;
  lease_token: string | null;
}

const jobs = () => site.strapi.db.connection('guest_access_jobs');
const effects = () => site.strapi.db.connection('queue_test_effects');

/** Kinds of this name are done by the workers of one test alone. */
const newFamily = () => randomUUID().slice(0, 8);
const kindOf = (name: JobName, family: string) => `test.${name}.${family}`;

const rowsOf = (family: string): Promise<JobRow[]> => jobs().where('kind', 'like', `test.%.${family}`).orderBy('id');
const rowOf = async (family: string): Promise<JobRow> => {
  const [row] = await rowsOf(family);
  if (row === undefined) throw new Error('there is no such job');
  return row;
};

/** The effects of jobs, each as `<job>:<step>`. */
const effectsOf = async (...names: string[]): Promise<string[]> => {
  const found: { job: string; step: number }[] = await effects().whereIn('job', names).orderBy(['job', 'step']);
  return found.map(({ job, step }) => `${job}:${step}`);
};
const threeSteps = (name: string) => [0, 1, 2].map((step) => `${name}:${step}`);

/** As if the leases of the dead had run out. */
const endLeases = (family: string) =>
  jobs().where('kind', 'like', `test.%.${family}`).whereNotNull('lease_token').update({ lease_until: 1 });

const until = async (isReached: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 60_000; !(await isReached()); await new Promise((go) => setTimeout(go, 50)))
    if (Date.now() > deadline) throw new Error('it does not come to that');
};

beforeAll(async () => {
  await site.strapi.db.connection.schema.dropTableIfExists('queue_test_effects');
  await site.strapi.db.connection.schema.createTable('queue_test_effects', (table) => {
    table.increments('id');
    table.string('job').index();
    table.integer('step');
  });
});

afterAll(async () => {
  await endWorkers();
  await jobs().where('kind', 'like', 'test.%').del();
  await site.strapi.db.connection.schema.dropTable('queue_test_effects');
});

describe('a job', () => {
  it('is done step by step, with its progress and its result on its row', async () => {
    const family = newFamily();
    const worker = await startWorker({ family });
    const name = randomUUID();
    await worker.ask('enqueue', { kind: 'steps', input: name });
    await worker.ask('workOff');
    expect(await effectsOf(name)).toEqual(threeSteps(name));
    expect(await rowOf(family)).toMatchObject({
      status: 'done',
      phase: 'step 2',
      done: 3,
      total: 3,
      result: '{"steps":3}',
      last_error: null,
      lease_token: null,
    });
    worker.signal('SIGKILL');
  });
});

describe('kill -9', () => {
  it('between any two statements loses no step and repeats none', async () => {
    const family = newFamily();
    const survivor = await startWorker({ family });
    const measured = newFamily();
    const whole = await startWorker({ family: measured });
    await whole.ask('enqueue', { kind: 'steps', input: randomUUID() });
    const before = Number(await whole.ask('statements'));
    await whole.ask('workOff');
    const statements = Number(await whole.ask('statements')) - before;
    expect(statements).toBeGreaterThan(12);
    for (let dieBefore = 1; dieBefore <= statements; dieBefore += 1) {
      const name = randomUUID();
      await survivor.ask('enqueue', { kind: 'steps', input: name });
      const victim = await startWorker({ family, dieBefore });
      await victim.ask('workOff').catch(() => undefined);
      victim.signal('SIGKILL');
      await victim.gone;
      await endLeases(family);
      await survivor.ask('workOff');
      expect([dieBefore, await effectsOf(name)]).toEqual([dieBefore, threeSteps(name)]);
    }
    expect(new Set((await rowsOf(family)).map(({ status }) => status))).toEqual(new Set(['done']));
  });
});

describe.each([2, 4])('%d processes', (amount) => {
  it('share the jobs: each is done once', async () => {
    const family = newFamily();
    const workers = await Promise.all(Array.from({ length: amount }, () => startWorker({ family, claimMax: 5 })));
    const names = Array.from({ length: 60 }, () => randomUUID());
    const kinds = (index: number) => (index % 2 === 0 ? 'plain' : 'steps');
    await workers[0]?.ask(
      'fill',
      names.map((input, index) => ({ kind: kinds(index), input }))
    );
    await Promise.all(workers.map((worker) => worker.ask('workOff')));
    const wanted = names.flatMap((name, index) => (kinds(index) === 'plain' ? [`${name}:0`] : threeSteps(name)));
    expect(await effectsOf(...names)).toEqual(wanted.sort());
    for (const worker of workers) worker.signal('SIGKILL');
  });
});
