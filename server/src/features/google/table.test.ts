import { readPeople, type RowResult } from '../importing/reading/people';
import { googleReading, toTable } from './table';

const readBack = async (people: Parameters<typeof toTable>[0]): Promise<RowResult['person'][]> => {
  const rows: RowResult['person'][] = [];
  for await (const { person } of readPeople([toTable(people)], googleReading)) rows.push(person);
  return rows;
};

describe('people of Google’s as a table', () => {
  it('are read back as they were', async () => {
    const names = [{ familyName: 'O’Brien, "Jr"', givenName: 'Zoé\nÉlodie' }];
    const [person] = await readBack([{ names, organizations: [{ name: 'Maison ; Fils' }, { name: 'Autre' }] }]);
    expect(person).toMatchObject({ lastName: 'O’Brien, "Jr"', firstName: 'Zoé Élodie', company: 'Maison ; Fils' });
  });

  it('have numbers by their kinds, whatever language the kind is named in, and no faxes', async () => {
    const phoneNumbers = [
      { value: '1', type: 'homeFax' },
      { value: '2', type: 'pager' },
      { value: '3', type: 'workMobile' },
      { value: '4', type: 'Portable' },
      { value: '5', type: 'main' },
      { value: '6' },
    ];
    const text = toTable([{ phoneNumbers }]).toString();
    expect(text).toBe(',,,,,"5 ::: 6",,"3 ::: 4"\r\n');
  });

  it('are none where nothing is known of anybody', () => {
    expect(toTable([{}, { names: [{ familyName: ' ' }] }, { emailAddresses: [{ value: null }] }])).toHaveLength(0);
  });
});
