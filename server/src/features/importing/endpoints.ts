import {
  AddImportPiece,
  ApplyImport,
  CheckImport,
  CorrectImportRow,
  CreateImport,
  DecideImportRows,
  DeleteImport,
  ExportImportReport,
  GetImport,
  ListImportRows,
  ListImports,
  SampleImport,
  SteerImport,
  UndoImport,
  type BodyOf,
  type ImportPlan,
} from '../../../../contract';
import { callerOf, failure, guarded, handle, handleFile, type HandledEndpoint, type Strapi } from '../../kernel';
import type { Context } from 'koa';
import { requireContacts } from '../settings';
import { correctRow, decide } from './deciding';
import { importsOf, type ImportRecord } from './plan/repository';
import { listRows } from './plan/rows';
import { presentImport, presentRows } from './presenter';
import type { Reading } from './reading';
import { reportOf } from './report';
import { formatOf, sampleImport } from './sample';
import {
  addPiece,
  applyImport,
  checkImport,
  createImport,
  deleteImport,
  ownImport,
  steerImport,
  undoImport,
} from './service';

interface Asked {
  readonly strapi: Strapi;
  readonly ctx: Context;
  readonly params: { readonly importId: string };
}

const own = ({ strapi, ctx, params }: Asked): Promise<ImportRecord> =>
  ownImport(strapi, params.importId, callerOf(ctx));

const present = async (asked: Asked): Promise<ImportPlan> =>
  presentImport(asked.strapi, await own(asked), callerOf(asked.ctx));

/** @throws 400 `invalid_body` for a table without what its columns hold */
const readingOf = ({ format, mapping }: BodyOf<typeof CheckImport>): Reading => {
  const read = formatOf(format);
  if (read.kind === 'vcard') return read;
  if (!mapping) throw failure('invalid_body', 'A table takes a mapping of its columns');
  return { ...read, mapping };
};

export const endpoints: HandledEndpoint[] = guarded(requireContacts, [
  handle(SampleImport, ({ body }) => sampleImport(body)),

  handle(CreateImport, async ({ strapi, ctx, body }) =>
    present({ strapi, ctx, params: { importId: await createImport(strapi, body, callerOf(ctx)) } })
  ),

  handle(ListImports, async ({ strapi, ctx }) => {
    const caller = callerOf(ctx);
    const records = await importsOf(strapi, caller.documentId);
    return { imports: await Promise.all(records.map((record) => presentImport(strapi, record, caller))) };
  }),

  handle(GetImport, present),

  handle(DeleteImport, async (asked) => deleteImport(asked.strapi, await own(asked))),

  handle(AddImportPiece, async (asked) => ({
    received: await addPiece(asked.strapi, await own(asked), asked.body.at, asked.body.bytes),
  })),

  handle(CheckImport, async (asked) => {
    await checkImport(asked.strapi, await own(asked), readingOf(asked.body));
    return present(asked);
  }),

  handle(ListImportRows, async (asked) => {
    const { strapi, ctx, query } = asked;
    const { page, pageSize } = query;
    const { rows, total } = await listRows(strapi, (await own(asked)).id, query);
    return {
      rows: await presentRows(strapi, rows, callerOf(ctx)),
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
    };
  }),

  handle(CorrectImportRow, async (asked) => {
    const { strapi, ctx, params, body } = asked;
    const caller = callerOf(ctx);
    const row = await correctRow(strapi, await own(asked), params.rowId, body, caller);
    const [shown] = await presentRows(strapi, [row], caller);
    if (shown === undefined) throw new Error('A row that was corrected is not there');
    return shown;
  }),

  handle(DecideImportRows, async (asked) => {
    await decide(asked.strapi, await own(asked), asked.body, callerOf(asked.ctx));
    return present(asked);
  }),

  handle(ApplyImport, async (asked) => {
    await applyImport(asked.strapi, await own(asked), asked.body.guests, callerOf(asked.ctx));
    return present(asked);
  }),

  handle(UndoImport, async (asked) => {
    await undoImport(asked.strapi, await own(asked), callerOf(asked.ctx));
    return present(asked);
  }),

  handle(SteerImport, async (asked) => {
    await steerImport(asked.strapi, await own(asked), asked.body.wish);
    return present(asked);
  }),

  handleFile(ExportImportReport, async ({ strapi, ctx, query }) =>
    reportOf(strapi, await ownImport(strapi, query.importId, callerOf(ctx)), query.locale)
  ),
]);
