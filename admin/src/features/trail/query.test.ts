import { askedOf, isFiltered, noFilter, readQuery, writeQuery } from './query';

const id = 'a'.repeat(24);
const read = (text: string) => readQuery(new URLSearchParams(text));

describe('the trail’s query in the address', () => {
  it('comes back as it was written', () => {
    const query = { ...noFilter, topic: 'key', by: 'editor', period: 'week', guestId: id, before: '12-3' } as const;
    expect(readQuery(writeQuery(query))).toEqual(query);
    const ofRow = { ...noFilter, row: { contentType: 'api::task.task', rowId: id } };
    expect(readQuery(writeQuery(ofRow))).toEqual(ofRow);
  });

  it.each([
    'topic=all',
    'by=me',
    'period=9',
    'guest=1',
    `row=${id}`,
    'type=api::task.task',
    `type='&row=${id}`,
    'before=x',
  ])('leaves out %s', (text) => expect(read(text)).toEqual(noFilter));

  it('asks for what the filter says, from the beginning of a minute', () => {
    const now = Date.parse('2026-11-27T10:20:30.400Z');
    expect(askedOf(read(`period=day&type=api::task.task&row=${id}&before=1-1`), now)).toEqual({
      ...{ topic: undefined, by: undefined, guestId: undefined, contactId: undefined },
      ...{ contentType: 'api::task.task', rowId: id },
      from: '2026-11-26T10:20:00.000Z',
    });
    expect(isFiltered(read('before=1-1'))).toBe(false);
    expect(isFiltered(read('period=day'))).toBe(true);
  });
});
