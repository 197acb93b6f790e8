import type { ResponseOf, SampleImport } from '../../contract';
import { importSampleBytesMax } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, editor, nobody } from '../support';

type Sampled = ResponseOf<typeof SampleImport>;

const path = pathTo('SampleImport');
const send = async (file: string | Buffer, more: object = {}, actor = administrator()) =>
  as(await actor).post(path, { beginning: Buffer.from(file).toString('base64'), isWhole: true, ...more });
const sample = async (file: string | Buffer, more: object = {}): Promise<Sampled> => {
  const { status, body } = await send(file, more);
  expect(status).toBe(200);
  return body.data;
};

const table =
  'Nom;Prénom;Adresse e-mail;Portable\r\nNoa;Arthur;arthur@maison.example;06 12 34 56 78\r\nBel;Zoé;zoe@;\r\n';

describe('POST /guest-access/import/sample', () => {
  it('says how a table is read, what its columns hold, and who is in it', async () => {
    const seen = await sample(table);
    expect(seen).toMatchObject({
      unreadable: null,
      format: { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: true },
      header: ['Nom', 'Prénom', 'Adresse e-mail', 'Portable'],
      mapping: { fields: ['lastName', 'firstName', 'email', 'mobile'] },
    });
    expect(seen.rows).toMatchObject([
      { line: 2, person: { lastName: 'Noa', firstName: 'Arthur', email: 'arthur@maison.example' }, problems: [] },
      { line: 3, person: { lastName: 'Bel', email: null }, problems: [{ code: 'bad-address', value: 'zoe@' }] },
    ]);
  });

  it('reads the same anew by what an editor says', async () => {
    const format = { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: false };
    const mapping = { fields: ['firstName', 'lastName', null, null], nameOrder: 'first-last' };
    const seen = await sample(table, { format, mapping });
    expect(seen.header).toBeNull();
    expect(seen.cells).toHaveLength(3);
    expect(seen.rows[1]?.person).toMatchObject({ firstName: 'Noa', lastName: 'Arthur', email: null });
  });

  it('guesses an encoding', async () => {
    const seen = await sample(Buffer.from('Nom;Pr\u00e9nom\r\nB\u00e9rard;Zo\u00e9\r\n', 'latin1'));
    expect([seen.format?.encoding, seen.rows[0]?.person?.lastName]).toEqual(['windows-1252', 'Bérard']);
  });

  it('reads cards, and leaves out what is cut', async () => {
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Noa;Arthur;;;\r\nEND:VCARD\r\n';
    const seen = await sample(`${card}${card}BEGIN:VCARD\r\nVERSION:3.0\r\nN:Cu`, { isWhole: false });
    expect(seen).toMatchObject({ format: { kind: 'vcard' }, header: null, cells: [], mapping: null });
    expect(seen.rows.map(({ person }) => person?.lastName)).toEqual(['Noa', 'Noa']);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['a workbook', Buffer.from('504b030414000600080000002100', 'hex'), 'binary'],
  ])('I06 says that %s is no file of people', async (_what, file, reason) => {
    expect(await sample(file)).toEqual({
      ...{ unreadable: reason, format: null, header: null, cells: [], mapping: null, rows: [] },
    });
  });

  it('I03 stands hostile headers and cells', async () => {
    const seen = await sample(
      `__proto__;constructor;Nom\r\n${'x'.repeat(50_000)};\u0000;Noa\r\n${'"'.repeat(999)}\r\n`
    );
    expect(seen.header).toEqual(['__proto__', 'constructor', 'Nom']);
    expect(seen.rows[0]?.person?.lastName).toBe('Noa');
  });

  it.each([
    ['more than a beginning', { beginning: 'A'.repeat(Math.ceil(importSampleBytesMax / 3) * 4 + 4) }],
    ['no base64', { beginning: 'é' }],
    ['a table without a separator', { format: { kind: 'csv', encoding: 'utf-8' } }],
    ['a field that no contact has', { mapping: { fields: ['password'], nameOrder: 'first-last' } }],
    ['an unknown key', { apply: true }],
  ])('refuses %s', async (_what, more) => {
    const refused = await send(table, more);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'invalid_body']);
  });

  it('is for who may create contacts', async () => {
    expect((await send(table, {}, editor(['contacts.read']))).status).toBe(403);
    expect((await as(nobody).post(path, {})).status).toBe(401);
    expect((await send(table, {}, editor(['contacts.create']))).status).toBe(200);
  });
});
