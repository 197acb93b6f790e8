import { sql, tableOf, type Strapi } from '../../../kernel';
import { GUEST } from '../../settings';
import { rowTable } from '../tables';

/** Whether one of the guests that an import made has come in. */
export const hasComeIn = (strapi: Strapi, importId: number): Promise<boolean> =>
  sql(strapi, async (knex) => {
    const guest = tableOf(strapi, GUEST);
    const found = await knex({ r: rowTable.name })
      .join({ g: guest }, 'g.document_id', 'r.guest')
      .where({ 'r.import_id': importId, 'r.guest_result': 'created' })
      .whereNotNull('g.last_seen_at')
      .first<{ id: number } | undefined>('g.id');
    return found !== undefined;
  });
