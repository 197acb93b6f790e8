import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { startInstance } from '../support';
import { recordedRequests, type Recorded } from './recorded';

interface Answer {
  request: string;
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** A site in a process of its own, on a copy of this site's database as it is now. */
const startCopy = async (plugin: 'on' | 'off'): Promise<{ url: string; stop: () => void }> => {
  const file = join(tmpdir(), `unchanged-${process.pid}-${plugin}.db`);
  rmSync(file, { force: true });
  await site.strapi.db.connection.raw('VACUUM INTO ?', [file]);
  const instance = await startInstance({ GUEST_ACCESS: plugin, DATABASE_FILENAME: file });
  const stop = () => {
    instance.kill();
    rmSync(file, { force: true });
  };
  return { url: instance.url, stop };
};

/** What cannot be the same twice: the time, and the ids that a site invents for what is new. */
const timely = new Set(['date', 'etag', 'x-response-time', 'connection', 'keep-alive', 'set-cookie', 'content-length']);

const askAll = async (url: string, requests: readonly Recorded[], known: ReadonlySet<string>): Promise<Answer[]> => {
  const start = new Date().toISOString();
  const invented = new Map<string, string>();
  const settle = (text: string): string =>
    text
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => (instant >= start ? 'NOW' : instant))
      .replace(/\b[a-z][a-z0-9]{23}\b/g, (id) => {
        if (known.has(id)) return id;
        if (!invented.has(id)) invented.set(id, `NEW-${invented.size}`);
        return invented.get(id) ?? '';
      });
  const answers: Answer[] = [];
  for (const { actor, method, path, body } of requests) {
    const agent = supertest(url);
    const verb = { GET: agent.get, POST: agent.post, PUT: agent.put, DELETE: agent.delete }[method];
    const asked = verb(path).set(actor.headers);
    const { status, headers, text } = await (body ? asked.send(body) : asked);
    answers.push({
      request: `${actor.name}: ${method} ${decodeURI(path)} ${body ? JSON.stringify(body) : ''}`,
      status,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !timely.has(name))),
      text: settle(text),
    });
  }
  return answers;
};

/** documentIds that are in the database already. */
const knownIds = async (): Promise<Set<string>> => {
  const ids = new Set<string>();
  for (const { tableName, attributes } of site.strapi.db.metadata.values()) {
    if (!('documentId' in attributes)) continue;
    const rows: { document_id: string }[] = await site.strapi.db.connection(tableName).select('document_id');
    for (const { document_id: id } of rows) ids.add(id);
  }
  return ids;
};

// Copies of a database are a matter of one statement on SQLite only; what the plugin does here is the same on all.
const onSqlite = (process.env.DATABASE_CLIENT ?? 'sqlite') === 'sqlite' ? describe : describe.skip;

onSqlite('a site with the plugin', () => {
  it('answers administrators, API tokens, users and visitors byte by byte as without it', async () => {
    const requests = await recordedRequests();
    expect(requests.length).toBeGreaterThanOrEqual(60);
    const known = await knownIds();
    const answers: Answer[][] = [];
    for (const plugin of ['on', 'off'] as const) {
      const copy = await startCopy(plugin);
      try {
        answers.push(await askAll(copy.url, requests, known));
      } finally {
        copy.stop();
      }
    }
    const [withPlugin = [], without = []] = answers;
    // Nearly all are answered well: a list of errors would prove little.
    expect(without.filter(({ status }) => status < 300).length).toBeGreaterThan(60);
    expect(without.filter(({ status }) => status >= 500)).toEqual([]);
    for (const [index, answer] of without.entries()) expect(withPlugin[index]).toEqual(answer);
  }, 120_000);
});
