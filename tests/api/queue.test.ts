import { randomUUID } from 'node:crypto';
import { endWorkers, startWorker, type JobName, type QueueWorker } from '../support/queue';
import { startLine } from '../support/queue/line';

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
  lease_until: number | string | null;
}

const jobs = () => site.strapi.db.connection('guest_access_jobs');
const effects = () => site.strapi.db.connection('queue_test_effects');

/** Kinds of this name are done by the workers of one test alone. */
const newFamily = () => randomUUID().slice(0, 8);
const kindOf = (name: JobName, family: string) => `test.${name}.${family}`;

const ofFamily = (family: string) => jobs().where('kind', 'like', `test.%.${family}`);
const rowsOf = (family: string): Promise<JobRow[]> => ofFamily(family).orderBy('id');
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
const bothSteps = (name: string) => [`${name}:0`, `${name}:1`];

/** Kinds of the listeners of this file. */
const heard: string[] = [];
/** A family with a listener, which has heard nothing yet. */
const newListener = async (settings: { dieBefore?: number } = {}): Promise<{ family: string; worker: QueueWorker }> => {
  const family = newFamily();
  heard.push(`events.${family}`);
  const worker = await startWorker({ family, ...settings });
  await worker.ask('listen');
  return { family, worker };
};
/** Writes into the family's log. @returns the ids, in the order in which they were kept */
const write = async (family: string, amount: number): Promise<number[]> => {
  const log = () => site.strapi.db.connection('queue_test_log');
  await log().insert(Array.from({ length: amount }, () => ({ family })));
  return log().where({ family }).orderBy('id').pluck('id');
};
/** What a family's listener was told, in that order. */
const toldTo = (family: string): Promise<number[]> => effects().where({ job: family }).orderBy('id').pluck('step');

/** As if the leases of the dead had run out. */
const endLeases = (family: string) => ofFamily(family).whereNotNull('lease_token').update({ lease_until: 1 });

/** What a job has that waits, beside its kind and input. */
const queued = { status: 'queued', priority: 5, next_at: 1, attempts: 0, asked_again: false, created_at: 1 };

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
  await site.strapi.db.connection.schema.dropTableIfExists('queue_test_log');
  await site.strapi.db.connection.schema.createTable('queue_test_log', (table) => {
    table.increments('id');
    table.string('family').index();
  });
});

afterAll(async () => {
  await endWorkers();
  await jobs().where('kind', 'like', 'test.%').orWhereIn('kind', heard).del();
  await site.strapi.db.connection.schema.dropTable('queue_test_effects');
  await site.strapi.db.connection.schema.dropTable('queue_test_log');
});

describe('a job', () => {
  let family: string;
  let worker: QueueWorker;
  let name: string;
  beforeAll(async () => {
    worker = await startWorker({ family: 'one' });
  });
  afterAll(() => worker.signal('SIGKILL'));
  beforeEach(async () => {
    await ofFamily('one').del();
    name = randomUUID();
    family = 'one';
  });

  it('is done step by step, with its progress and its result on its row', async () => {
    await worker.ask('enqueue', { kind: 'steps', input: name });
    await worker.ask('workOff');
    expect(await effectsOf(name)).toEqual(bothSteps(name));
    expect(await rowOf(family)).toMatchObject({
      status: 'done',
      phase: 'step 1',
      done: 2,
      total: 2,
      result: '{"steps":2}',
      last_error: null,
      lease_token: null,
    });
  });

  it('that failed is tried again, and its error is kept without addresses and links', async () => {
    await worker.ask('enqueue', { kind: 'failing', input: name });
    await worker.ask('workOff');
    const row = await rowOf(family);
    expect(row).toMatchObject({ status: 'failed', attempts: 3 });
    expect(row.last_error).toBe('Mail to [address] failed: [link]');
    expect(await effectsOf(name)).toEqual([1, 2, 3].map((attempt) => `${name}:${attempt}`));
  });

  it('that cannot get better fails at once', async () => {
    await worker.ask('enqueue', { kind: 'failing', input: `hopeless ${name}` });
    await worker.ask('workOff');
    expect(await rowOf(family)).toMatchObject({ status: 'failed', attempts: 1, last_error: 'It is gone' });
  });

  it('that took every instance down with it is given up', async () => {
    await worker.ask('enqueue', { kind: 'steps', input: name });
    await jobs()
      .where({ kind: kindOf('steps', family) })
      .update({ attempts: 10, lease_token: 'of-the-dead', lease_until: 1 });
    await worker.ask('workOff');
    expect(await rowOf(family)).toMatchObject({ status: 'failed', last_error: 'No attempt came to an end' });
    expect(await effectsOf(name)).toEqual([]);
  });

  it('that goes on is not given up for the attempts that it took before', async () => {
    await worker.ask('enqueue', { kind: 'steps', input: name });
    await jobs()
      .where({ kind: kindOf('steps', family) })
      .update({ attempts: 9, step: '1' });
    await worker.ask('workOff');
    expect(await rowOf(family)).toMatchObject({ status: 'done', attempts: 1 });
    expect(await effectsOf(name)).toEqual([`${name}:1`]);
  });

  it('whose step cannot be read is given up', async () => {
    await worker.ask('enqueue', { kind: 'steps', input: name });
    await jobs()
      .where({ kind: kindOf('steps', family) })
      .update({ step: '"no number"' });
    await worker.ask('workOff');
    expect(await rowOf(family)).toMatchObject({ status: 'failed', attempts: 1 });
  });

  it('is undone with the transaction that asked for it', async () => {
    await expect(
      worker.ask('fill', [
        { kind: 'steps', input: name },
        { kind: 'of no kind', input: name },
      ])
    ).rejects.toThrow();
    expect(await rowsOf(family)).toEqual([]);
  });

  it('of lower priority waits until the others are done', async () => {
    await worker.ask('fill', [
      { kind: 'late', input: `late ${name}` },
      { kind: 'plain', input: `soon ${name}` },
    ]);
    await worker.ask('workOff');
    const order: { job: string }[] = await effects().where('job', 'like', `%${name}`).orderBy('id').select('job');
    expect(order.map(({ job }) => job)).toEqual([`soon ${name}`, `late ${name}`]);
  });

  it('is not done before its time, whatever the clock of the instance says', async () => {
    const fast = await startWorker({ family, skewMs: 600_000 });
    await worker.ask('enqueue', { kind: 'plain', input: name, inMs: 120_000 });
    await fast.ask('workOff');
    expect(await rowOf(family)).toMatchObject({ status: 'queued', attempts: 0 });
    fast.signal('SIGKILL');
  });
});

describe('a job that is being done', () => {
  it.each([
    ['cancel', 'cancelled'],
    ['pause', 'paused'],
  ])('stops at its next step where somebody wants it to %s', async (wanted, status) => {
    const family = newFamily();
    const worker = await startWorker({ family });
    await worker.ask('enqueue', { kind: 'endless', input: randomUUID() });
    const done = worker.ask('workOff');
    await worker.begun();
    await ofFamily(family).update({ wanted });
    await done;
    expect(await rowOf(family)).toMatchObject({ status, lease_token: null });
    worker.signal('SIGKILL');
  });

  it('is given back where its instance stops, and goes on elsewhere', async () => {
    const family = newFamily();
    const [first, second] = await Promise.all([startWorker({ family }), startWorker({ family })]);
    await first.ask('start', { pollMs: 50 });
    await first.ask('enqueue', { kind: 'endless', input: randomUUID() });
    await first.begun();
    await until(async () => (await rowOf(family)).step !== null);
    await first.ask('stop');
    const given = await rowOf(family);
    expect(given).toMatchObject({ status: 'queued', lease_token: null, attempts: 0 });
    await second.ask('start', { pollMs: 50 });
    await second.begun();
    await until(async () => Number((await rowOf(family)).step) > Number(given.step));
    for (const worker of [first, second]) worker.signal('SIGKILL');
  });
});

describe('a job with a key', () => {
  it('that is asked for many times at once is one job', async () => {
    const family = newFamily();
    const [one, other] = await Promise.all([startWorker({ family }), startWorker({ family })]);
    const [name, key] = [randomUUID(), randomUUID()];
    const ask = (worker: QueueWorker) => worker.ask('enqueue', { kind: 'plain', input: name, key });
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index % 2 === 0 ? one : other)));
    expect(new Set(ids).size).toBe(1);
    await one.ask('workOff');
    expect(await effectsOf(name)).toEqual([`${name}:0`]);
    await ask(one);
    expect(await rowOf(family)).toMatchObject({ status: 'queued', attempts: 0 });
    await one.ask('workOff');
    expect(await effectsOf(name)).toEqual([`${name}:0`, `${name}:0`]);
    for (const worker of [one, other]) worker.signal('SIGKILL');
  });

  it('that is asked for while it is done is done once more afterwards, and no more', async () => {
    const family = newFamily();
    const [one, other] = await Promise.all([startWorker({ family }), startWorker({ family })]);
    const [name, key] = [randomUUID(), randomUUID()];
    await one.ask('enqueue', { kind: 'waiting', input: name, key });
    const done = one.ask('workOff');
    await one.begun();
    for (let asked = 0; asked < 3; asked += 1) await other.ask('enqueue', { kind: 'waiting', input: name, key });
    await one.ask('goOn');
    await done;
    expect(await effectsOf(name)).toEqual([`${name}:0`, `${name}:0`]);
    expect(await rowOf(family)).toMatchObject({ status: 'done' });
    for (const worker of [one, other]) worker.signal('SIGKILL');
  });
});

describe('kill -9', () => {
  it('between any two statements loses no step and repeats none', async () => {
    const survivor = await startWorker({ family: 'kill' });
    await survivor.ask('enqueue', { kind: 'steps', input: randomUUID() });
    const before = Number(await survivor.ask('statements'));
    await survivor.ask('workOff');
    const statements = Number(await survivor.ask('statements')) - before;
    expect(statements).toBeGreaterThan(12);
    const dieAt = async (dieBefore: number): Promise<void> => {
      const [family, name] = [newFamily(), randomUUID()];
      const victim = await startWorker({ family, dieBefore });
      await jobs().insert({
        ...queued,
        document_id: name.slice(0, 24),
        kind: kindOf('steps', family),
        input: `"${name}"`,
      });
      await victim.ask('workOff').catch(() => undefined);
      victim.signal('SIGKILL');
      await victim.gone;
      await endLeases(family);
      await jobs()
        .where({ kind: kindOf('steps', family) })
        .update({ kind: kindOf('steps', 'kill') });
      await survivor.ask('workOff');
      // What another lane asked for may have taken this job too: its own finds nothing then, and is over before it.
      await until(async () => (await jobs().where({ input: `"${name}"`, status: 'done' })).length === 1);
      expect([dieBefore, await effectsOf(name)]).toEqual([dieBefore, bothSteps(name)]);
    };
    let next = 1;
    const lane = async () => {
      while (next <= statements) await dieAt(next++);
    };
    await Promise.all([lane(), lane(), lane()]);
    expect(new Set((await rowsOf('kill')).map(({ status }) => status))).toEqual(new Set(['done']));
    survivor.signal('SIGKILL');
  }, 300_000);
});

describe.each([2, 4])('%d processes', (amount) => {
  it('share the jobs: each is done once', async () => {
    const family = newFamily();
    const skews = [0, 300_000, -300_000, 60_000];
    const workers = await Promise.all(
      skews.slice(0, amount).map((skewMs) => startWorker({ family, claimMax: 5, skewMs }))
    );
    const names = Array.from({ length: 60 }, () => randomUUID());
    const kinds = (index: number) => (index % 2 === 0 ? 'plain' : 'steps');
    await workers[0]?.ask(
      'fill',
      names.map((input, index) => ({ kind: kinds(index), input }))
    );
    await Promise.all(workers.map((worker) => worker.ask('workOff')));
    const wanted = names.flatMap((name, index) => (kinds(index) === 'plain' ? [`${name}:0`] : bothSteps(name)));
    expect(await effectsOf(...names)).toEqual(wanted.sort());
    for (const worker of workers) worker.signal('SIGKILL');
  }, 180_000);
});

describe('a worker that sleeps past its lease', () => {
  it('keeps nothing of what it does afterwards; another has done it', async () => {
    const family = newFamily();
    const [sleeper, other] = await Promise.all([
      startWorker({ family, leaseSeconds: 2 }),
      startWorker({ family, leaseSeconds: 2 }),
    ]);
    const name = randomUUID();
    await sleeper.ask('enqueue', { kind: 'waiting', input: name });
    const slept = sleeper.ask('workOff');
    await sleeper.begun();
    sleeper.signal('SIGSTOP');
    await other.ask('goOn');
    await until(async () => {
      await other.ask('workOff');
      return (await rowOf(family)).status === 'done';
    });
    sleeper.signal('SIGCONT');
    await sleeper.ask('goOn');
    await slept;
    expect(await effectsOf(name)).toEqual([`${name}:0`]);
    expect(await rowOf(family)).toMatchObject({ status: 'done', attempts: 1 });
    for (const worker of [sleeper, other]) worker.signal('SIGKILL');
  }, 180_000);

  it('keeps the job while it works: its lease is renewed', async () => {
    const family = newFamily();
    const [slow, other] = await Promise.all([
      startWorker({ family, leaseSeconds: 3 }),
      startWorker({ family, leaseSeconds: 3 }),
    ]);
    const name = randomUUID();
    await slow.ask('enqueue', { kind: 'waiting', input: name });
    const done = slow.ask('workOff');
    await slow.begun();
    const { lease_until: first } = await rowOf(family);
    await until(async () => {
      await other.ask('workOff');
      return Number((await rowOf(family)).lease_until) > Number(first) + 3000;
    });
    await slow.ask('goOn');
    await done;
    expect(await effectsOf(name)).toEqual([`${name}:0`]);
    expect(await rowOf(family)).toMatchObject({ status: 'done', attempts: 1 });
    for (const worker of [slow, other]) worker.signal('SIGKILL');
  }, 180_000);
});

describe('the database', () => {
  const { client, connection } = site.strapi.db.config.connection as {
    client: string;
    connection: { host: string; port: number };
  };

  (client === 'sqlite' ? it.skip : it)(
    'may be restarted in the middle: all is done, each step once',
    async () => {
      const family = newFamily();
      const line = await startLine(connection.host, connection.port);
      const over = {
        client,
        connection: { ...connection, host: '127.0.0.1', port: line.port },
        pool: { min: 0, max: 4 },
      };
      const [far, near] = await Promise.all([
        startWorker({ family, leaseSeconds: 2, connection: over }),
        startWorker({ family }),
      ]);
      const names = Array.from({ length: 40 }, () => randomUUID());
      await near.ask(
        'fill',
        names.map((input) => ({ kind: 'steps', input }))
      );
      await far.ask('start', { pollMs: 100 });
      const doneSoFar = async () => (await rowsOf(family)).filter(({ status }) => status === 'done').length;
      for (const amount of [1, 10, 20]) {
        await until(async () => (await doneSoFar()) >= amount);
        line.cut();
      }
      await until(async () => (await doneSoFar()) === names.length);
      expect(await effectsOf(...names)).toEqual(names.flatMap(bothSteps).sort());
      await line.stop();
      for (const worker of [far, near]) worker.signal('SIGKILL');
    },
    180_000
  );
});

describe('a listener of what was kept', () => {
  const isDue = (family: string) =>
    jobs()
      .where({ kind: `events.${family}` })
      .update({ next_at: 1 });

  it('hears what is written from then on, once and in order, on whichever instance', async () => {
    const family = newFamily();
    heard.push(`events.${family}`);
    await write(family, 3);
    const workers = await Promise.all([startWorker({ family }), startWorker({ family })]);
    for (const worker of workers) await worker.ask('listen');
    const ids = (await write(family, 250)).slice(3);
    await isDue(family);
    await Promise.all(workers.map((worker) => worker.ask('workOff')));
    expect(await toldTo(family)).toEqual(ids);
    const later = (await write(family, 2)).slice(-2);
    await isDue(family);
    await workers[1]?.ask('workOff');
    expect(await toldTo(family)).toEqual([...ids, ...later]);
    for (const worker of workers) worker.signal('SIGKILL');
  });

  it('hears soon, and not only when it looks by itself', async () => {
    const { family, worker } = await newListener();
    await worker.ask('workOff');
    await worker.ask('start', { pollMs: 60_000 });
    const ids = await write(family, 1);
    await worker.ask('hasNew');
    await until(async () => (await toldTo(family)).length === 1);
    expect(await toldTo(family)).toEqual(ids);
    const [job] = await jobs().where({ kind: `events.${family}` });
    expect(job).toMatchObject({ status: 'queued', last_error: null });
    worker.signal('SIGKILL');
  });

  it('misses nothing by kill -9 between any two statements, and hears nothing twice but what it was in', async () => {
    const { family: first, worker } = await newListener();
    await write(first, 3);
    const before = Number(await worker.ask('statements'));
    await worker.ask('workOff');
    const statements = Number(await worker.ask('statements')) - before;
    worker.signal('SIGKILL');
    const began = before + 1;
    const dieAt = async (dieBefore: number): Promise<void> => {
      const { family, worker: victim } = await newListener({ dieBefore });
      const ids = await write(family, 3);
      await victim.ask('workOff').catch(() => undefined);
      victim.signal('SIGKILL');
      await victim.gone;
      await jobs()
        .where({ kind: `events.${family}` })
        .update({ lease_until: 1, next_at: 1 });
      const other = await startWorker({ family });
      await other.ask('listen');
      await other.ask('workOff');
      const told = await toldTo(family);
      other.signal('SIGKILL');
      expect([dieBefore, [...new Set(told)]]).toEqual([dieBefore, ids]);
      expect(told.length).toBeLessThanOrEqual(ids.length + 1);
      expect(told).toEqual([...told].sort((a, b) => a - b));
    };
    let next = began;
    const lane = async () => {
      while (next < began + statements) await dieAt(next++);
    };
    await Promise.all([lane(), lane()]);
  }, 300_000);
});
