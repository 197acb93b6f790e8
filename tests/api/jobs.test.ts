import { randomUUID } from 'node:crypto';
import type { Job } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, runSchedule, scheduleJob, type Actor } from '../support';

const table = () => site.strapi.db.connection('guest_access_jobs');

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});
afterAll(() => table().where({ kind: 'test.listed' }).del());

/** A job of a kind that no instance can do, so that it stays as it is. */
const put = async (fields: object = {}): Promise<string> => {
  const documentId = randomUUID().replaceAll('-', '').slice(0, 24);
  const filled = { status: 'queued', priority: 5, next_at: 1, attempts: 0, asked_again: false, created_at: 1 };
  await table().insert({
    ...filled,
    document_id: documentId,
    kind: 'test.listed',
    input: '{"secret":"no"}',
    ...fields,
  });
  return documentId;
};
const held = { lease_token: 'of-a-worker', lease_until: Date.now() + 3_600_000 };

const listed = async (query: string): Promise<Job[]> =>
  (
    await as(admin)
      .get(`${pathTo('ListJobs')}?pageSize=100${query}`)
      .expect(200)
  ).body.data.jobs;
type Steering = 'RetryJob' | 'CancelJob' | 'PauseJob' | 'ResumeJob';
const steer = (name: Steering, jobId: string) => as(admin).post(pathTo(name, { jobId }));
const rowOf = (documentId: string) => table().where({ document_id: documentId }).first();

describe('GET /jobs', () => {
  it('shows how jobs stand, by state, and nothing of what they are about', async () => {
    const ids = {
      waiting: await put(),
      running: await put(held),
      paused: await put({ status: 'paused' }),
      failed: await put({ status: 'failed', last_error: 'Why', ended_at: 2 }),
      done: await put({ status: 'done', ended_at: 2 }),
      cancelled: await put({ status: 'cancelled', ended_at: 2 }),
    };
    for (const [state, documentId] of Object.entries(ids)) {
      const jobs = await listed(`&state=${state}`);
      expect(new Set(jobs.map((job) => job.state))).toEqual(new Set([state]));
      expect(jobs.map((job) => job.documentId)).toContain(documentId);
    }
    expect(JSON.stringify(await listed(''))).not.toContain('secret');
  });

  it('counts the mails that wait and those that were given up', async () => {
    const mails = () => site.strapi.db.connection('guest_access_mail_messages');
    const mail = (name: string, status: string) => ({
      ...{
        document_id: randomUUID().slice(0, 24),
        kind: 'of-a-later-version',
        to_address: 'a@b.example',
        language: 'fr',
      },
      ...{ payload: '{}', dedup_key: `${name}:${randomUUID()}`, status, attempts: 0, next_at: 1, message_id: name },
    });
    for (const status of ['queued', 'queued', 'failed', 'sent']) await mails().insert(mail('backlog', status));
    const { body } = await as(admin).get(pathTo('ListJobs')).expect(200);
    expect(body.data.mails).toContainEqual({ kind: 'of-a-later-version', waiting: 2, failed: 1 });
    await mails().where({ message_id: 'backlog' }).del();
  });
});

describe('POST /jobs/:jobId/…', () => {
  it('cancels, and begins again, a job that waits', async () => {
    const id = await put();
    expect((await steer('CancelJob', id).expect(200)).body.data.state).toBe('cancelled');
    expect(codeOf(await steer('CancelJob', id).expect(409))).toBe('conflict');
    expect((await steer('RetryJob', id).expect(200)).body.data.state).toBe('waiting');
  });

  it('pauses and resumes', async () => {
    const id = await put();
    expect((await steer('PauseJob', id).expect(200)).body.data.state).toBe('paused');
    expect((await steer('ResumeJob', id).expect(200)).body.data.state).toBe('waiting');
    expect(codeOf(await steer('ResumeJob', id).expect(409))).toBe('conflict');
  });

  it('asks one that is running to stop, and takes a pause back', async () => {
    const id = await put(held);
    await steer('PauseJob', id).expect(200);
    expect(await rowOf(id)).toMatchObject({ status: 'queued', wanted: 'pause', lease_token: held.lease_token });
    await steer('ResumeJob', id).expect(200);
    expect(await rowOf(id)).toMatchObject({ status: 'queued', wanted: null });
    await steer('CancelJob', id).expect(200);
    expect(await rowOf(id)).toMatchObject({ status: 'queued', wanted: 'cancel' });
    expect(codeOf(await steer('RetryJob', id).expect(409))).toBe('conflict');
  });

  it('knows no job that is not there', async () => {
    for (const name of ['RetryJob', 'CancelJob', 'PauseJob', 'ResumeJob'] as const)
      expect(codeOf(await steer(name, 'a'.repeat(24)).expect(404))).toBe('not_found');
  });
});

describe('schedules', () => {
  it.each(['credentials.purge', 'jobs.purge', 'joining.purge', 'mail.purge', 'sessions.purge'])(
    '%s has one job, which waits for its time and cannot be cancelled',
    async (name) => {
      const job = await scheduleJob(name);
      expect(job).toMatchObject({ state: 'waiting', recurs: true });
      expect(await table().where({ kind: `schedule.${name}` })).toHaveLength(1);
      expect(codeOf(await steer('CancelJob', job.documentId).expect(409))).toBe('conflict');
    }
  );

  it('is done at once where somebody asks for it, and then again at its time', async () => {
    const { dueAt } = await scheduleJob('sessions.purge');
    await runSchedule('sessions.purge');
    const again = await scheduleJob('sessions.purge');
    expect(new Date(again.dueAt).getTime()).toBeGreaterThanOrEqual(new Date(dueAt).getTime());
    expect(new Date(again.dueAt).getUTCMinutes()).toBe(17);
    expect(again.lastError).toBeNull();
  });

  it('deletes jobs thirty days after their end, and none that waits', async () => {
    const daysAgo = (days: number) => Date.now() - days * 24 * 3_600_000;
    const old = [
      await put({ status: 'done', ended_at: daysAgo(31) }),
      await put({ status: 'failed', ended_at: daysAgo(31) }),
    ];
    const kept = [await put({ status: 'done', ended_at: daysAgo(29) }), await put({ ended_at: daysAgo(31) })];
    await runSchedule('jobs.purge');
    const left: { document_id: string }[] = await table().whereIn('document_id', [...old, ...kept]);
    expect(left.map(({ document_id }) => document_id).sort()).toEqual(kept.sort());
  });
});
