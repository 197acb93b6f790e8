import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { as, makeGuest, makeProject, makeTask, type Actor } from '../support';
import { restoreSettings, widenSettings } from './world';

interface Attack {
  results: { name: string; refused: boolean; status: number; text: string; stallMs: number }[];
  lines: string[];
  after: number;
}

/** Some of those of the benchmark of the same name, which asks a larger site. */
const amount = 90;

describe('a guest who means to keep the site busy', () => {
  let actor: Actor;
  let attack: Attack;

  beforeAll(async () => {
    await widenSettings();
    const project = await makeProject();
    const task = await makeTask({ project });
    for (let more = 0; more < 60; more += 1) await makeTask({ project, title: `%a_${more}`.repeat(20) });
    ({ actor } = await makeGuest({ projects: [project], accessTypes: ['wide-tasks', 'wide-tags'] }));
    const ids = { task: task.documentId, project: project.documentId };
    const child = fork(join(__dirname, '../support/attack.mjs'), {
      // What a site in development says of its errors is the most that a site says.
      env: {
        ...process.env,
        NODE_ENV: 'development',
        ATTACK: JSON.stringify({ headers: actor.headers, ids, amount }),
      },
      silent: true,
    });
    [attack] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Attack];
    for (const line of attack.lines) process.stdout.write(`${line}\n`);
  }, 240_000);
  afterAll(restoreSettings);

  it('X08 never keeps the event loop for half a second', () => {
    expect(attack.results).toHaveLength(amount);
    expect(attack.results.filter(({ stallMs }) => stallMs > 500).map(({ name, stallMs }) => [name, stallMs])).toEqual(
      []
    );
  });

  it('X08 is refused in our words, or answered; never by a fault of the site’s', () => {
    const wrong = attack.results.filter(({ status, refused }) => status >= 500 || (refused && status !== 400));
    expect(wrong.map(({ name, status, text }) => [name, status, text.slice(0, 200)])).toEqual([]);
    const wordless = attack.results.filter(
      ({ refused, text }) => refused && !/"code":"(invalid_query|invalid_body)"/.test(text)
    );
    expect(wordless.map(({ name, text }) => [name, text.slice(0, 200)])).toEqual([]);
    const telling = attack.results.filter(({ text }) => /sqlite|select .* from|node_modules|stacktrace/i.test(text));
    expect(telling.map(({ name, text }) => [name, text.slice(0, 200)])).toEqual([]);
  });

  it('X08 leaves the site answering', async () => {
    expect(attack.after).toBe(200);
    const { body } = await as(actor).get('/api/tasks?pagination[pageSize]=100').expect(200);
    expect(body.data.length).toBeGreaterThan(60);
  });
});
