import { answerWith, sent, type Sent } from '../../../../tests/support/panel-store';
import { stateOf } from './states';

jest.mock('../../kernel/strapi/store', () => jest.requireActual('../../../../tests/support/panel-store'));

const idOf = (number: number): string => String(number).padStart(24, 'c');
const idsIn = ({ url }: Sent): string[] => (new URL(url, 'http://x').searchParams.get('contactIds') ?? '').split(',');
const openFor = (call: Sent) => ({
  data: { data: { states: idsIn(call).map((contactId) => ({ contactId, state: 'open' })) } },
});

describe('the states of a page of contacts', () => {
  it('are asked in one request for each hundred', async () => {
    answerWith(openFor);
    const states = await Promise.all(Array.from({ length: 130 }, (_, number) => stateOf(idOf(number))));
    expect(new Set(states)).toEqual(new Set(['open']));
    expect(sent.map((call) => idsIn(call).length)).toEqual([100, 30]);
    await stateOf(idOf(1));
    expect(sent).toHaveLength(3);
  });

  it('are "none" of a contact that the server does not name', async () => {
    answerWith(() => ({ data: { data: { states: [] } } }));
    await expect(stateOf(idOf(1))).resolves.toBe('none');
  });

  it('fail together, and are asked anew after that', async () => {
    answerWith(() => ({ error: { status: 403, name: 'ForbiddenError', message: 'No' } }));
    const both = await Promise.allSettled([stateOf(idOf(1)), stateOf(idOf(2))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    answerWith(openFor);
    await expect(stateOf(idOf(1))).resolves.toBe('open');
  });
});
