import type { Context } from 'koa';
import { ExportTrail, ListTrail } from '../../../../contract';
import { callerOf, handle, handleFile, rowReaderOf, type HandledEndpoint, type Strapi } from '../../kernel';
import { exportTrail } from './export';
import { listTrail } from './list';
import type { TrailReader } from './presenter';

const readerOf = (strapi: Strapi, ctx: Context): TrailReader => ({
  caller: callerOf(ctx),
  reads: rowReaderOf(strapi, ctx),
});

export const endpoints: HandledEndpoint[] = [
  handle(ListTrail, ({ strapi, query, ctx }) => listTrail(strapi, query, readerOf(strapi, ctx))),
  handleFile(ExportTrail, ({ strapi, query, ctx }) => exportTrail(strapi, query, readerOf(strapi, ctx))),
];
