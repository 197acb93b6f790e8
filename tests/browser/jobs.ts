import { dirname, join } from 'node:path';
import { knex } from 'knex';
import type { JobState } from '../../contract/jobs';

const far = Date.now() + 24 * 3_600_000;

interface NewJob {
  kind: string;
  state: JobState;
  /** Columns of the table. */
  more?: Record<string, unknown>;
}

/** Puts a job into the site's table, of a kind that the site cannot do: it stays as it is until somebody changes it. */
export const putJob = async ({ kind, state, more = {} }: NewJob): Promise<void> => {
  const filename = join(dirname(process.env.SITE_FILE ?? ''), 'data.db');
  const database = knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  const isRunning = state === 'running';
  const hasEnded = state === 'failed' || state === 'done' || state === 'cancelled';
  try {
    await database('guest_access_jobs').insert({
      ...{ document_id: `${Math.random().toString(36).slice(2)}${'0'.repeat(24)}`.slice(0, 24), kind, input: '{}' },
      ...{ status: isRunning || state === 'waiting' ? 'queued' : state, priority: 5, attempts: 1, asked_again: false },
      ...{ lease_token: isRunning ? 'another instance' : null, lease_until: isRunning ? far : null },
      ...{ created_at: Date.now(), next_at: far, ended_at: hasEnded ? Date.now() : null },
      ...more,
    });
  } finally {
    await database.destroy();
  }
};
