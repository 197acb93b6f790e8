import { GetSavedViews, SaveViews, type SavedView, type ViewedList } from '../../../../contract';
import { callerOf, handle, sql, type HandledEndpoint, type PanelCaller, type Strapi } from '../../kernel';
import { savedViewTable } from './table';

const keyOf = ({ documentId }: PanelCaller, list: ViewedList): string => `${documentId} ${list}`;

const find = async (strapi: Strapi, owner_list: string): Promise<SavedView[]> => {
  const row = await sql(strapi, (knex) =>
    knex(savedViewTable.name).where({ owner_list }).first<{ views: string } | undefined>('views')
  );
  return row === undefined ? [] : JSON.parse(row.views);
};

export const endpoints: HandledEndpoint[] = [
  handle(GetSavedViews, async ({ strapi, query, ctx }) => ({
    views: await find(strapi, keyOf(callerOf(ctx), query.list)),
  })),

  handle(SaveViews, async ({ strapi, body, ctx }) => {
    const row = { owner_list: keyOf(callerOf(ctx), body.list), views: JSON.stringify(body.views) };
    await sql(strapi, (knex) =>
      knex(savedViewTable.name).insert(row).onConflict('owner_list').merge({ views: row.views })
    );
    return { views: body.views };
  }),
];
