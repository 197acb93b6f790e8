import { pathTo } from '../../../contract/routes';
import { answerWith, dispatch, getState, sent, settled, type Sent } from '../../../tests/support/panel-store';
import { cache, callApi, own, readApi, refresh, replaceData } from './api';

jest.mock('./strapi/store', () => jest.requireActual('../../../tests/support/panel-store'));

const contactId = 'c'.repeat(24);
const guestId = 'g'.repeat(24);
const guest = { params: { guestId } };

/** Watches the answer of a call, as a component does. */
const watch = (name: 'ListGuests' | 'GetGuest' | 'ListInvitationLinks', given: object) => {
  const shown = dispatch(readApi.endpoints[own(name)].initiate(given));
  return { shown, data: () => getState().adminApi.queries[shown.queryCacheKey]?.data };
};

/** Each call answers how many there were of its address. */
const counting = () => {
  const counts = new Map<string, number>();
  return ({ url }: Sent) => {
    counts.set(url, (counts.get(url) ?? 0) + 1);
    return { data: { data: { count: counts.get(url) } } };
  };
};

const addresses = () => sent.map(({ method, url }) => `${method} ${url}`);

describe('the panel’s calls', () => {
  afterEach(() => dispatch(cache.util.resetApiState()));

  it('are sent as the contract has them, without query keys that say nothing', async () => {
    answerWith(() => ({ data: { data: { login: 'noa' } } }));
    await callApi('ListContacts', { query: { q: 'noa & fils', company: undefined, hasEmail: false } });
    await callApi('RevealKey', { params: { contactId } });
    await callApi('DeleteGuest', guest);
    expect(sent).toEqual([
      { method: 'GET', url: `${pathTo('ListContacts')}?q=noa+%26+fils&hasEmail=false` },
      { method: 'POST', url: pathTo('RevealKey', { contactId }), data: {} },
      { method: 'DELETE', url: pathTo('DeleteGuest', { guestId }), data: {} },
    ]);
  });

  it('answer the data, and fail with what the server refused', async () => {
    answerWith(() => ({ data: { data: { login: 'noa' } } }));
    await expect(callApi('ProposeLogin', { query: { title: 'Noa' } })).resolves.toEqual({ login: 'noa' });
    answerWith(() => ({ error: { status: 409, name: 'ConflictError', message: 'No', details: { code: 'conflict' } } }));
    await expect(callApi('DeleteGuest', guest)).rejects.toMatchObject({ status: 409, code: 'conflict' });
  });

  it('that read are asked anew each time, and nothing of them stays', async () => {
    answerWith(counting());
    await callApi('GetGuest', guest);
    await expect(callApi('GetGuest', guest)).resolves.toEqual({ count: 2 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(getState().adminApi.queries).toEqual({});
  });

  it('that change keep no answer: it may be a secret', async () => {
    answerWith(() => ({ data: { data: { link: 'https://maison.example/#gak_secret' } } }));
    await callApi('RevealKey', { params: { contactId } });
    expect(JSON.stringify(getState())).not.toContain('gak_secret');
  });

  it('that change have asked again what they changed, and nothing else', async () => {
    answerWith(counting());
    const views = [watch('ListGuests', {}), watch('GetGuest', guest), watch('ListInvitationLinks', {})];
    await settled();
    await callApi('ApproveGuest', guest);
    await settled();
    expect(views.map(({ data }) => data())).toEqual([{ count: 2 }, { count: 2 }, { count: 1 }]);
    views.forEach(({ shown }) => shown.unsubscribe());
  });

  it('that are refused have the lists asked again, and leave what a form holds', async () => {
    answerWith(counting());
    const views = [watch('ListGuests', {}), watch('GetGuest', guest)];
    await settled();
    const count = counting();
    answerWith((call) =>
      call.method === 'POST' ? { error: { status: 409, name: 'ConflictError', message: 'No' } } : count(call)
    );
    await callApi('ApproveGuest', guest).catch(() => undefined);
    await settled();
    expect(addresses()).toEqual([`POST ${pathTo('ApproveGuest', { guestId })}`, `GET ${pathTo('ListGuests')}`]);
    views.forEach(({ shown }) => shown.unsubscribe());
  });

  it('put what a change answered in the place of what is shown', async () => {
    answerWith(counting());
    const { shown, data } = watch('GetGuest', guest);
    await settled();
    const answer = { ...(await callApi('GetGuest', guest)), lastName: 'Noa' };
    replaceData('GetGuest', guest, answer);
    expect(data()).toEqual(answer);
    shown.unsubscribe();
  });

  it('are asked again as another window changed what they tell of', async () => {
    answerWith(counting());
    const { shown, data } = watch('ListGuests', {});
    await settled();
    refresh(['guests']);
    await settled();
    expect(data()).toEqual({ count: 2 });
    shown.unsubscribe();
  });

  it('let a late answer to an earlier question change nothing', async () => {
    const open: ((body: { data: unknown }) => void)[] = [];
    answerWith(() => new Promise((resolve) => open.push(resolve)));
    const first = watch('ListGuests', { query: { page: 1 } });
    const second = watch('ListGuests', { query: { page: 2 } });
    open[1]?.({ data: { data: 'second' } });
    open[0]?.({ data: { data: 'first' } });
    await settled();
    expect([first.data(), second.data()]).toEqual(['first', 'second']);
    [first, second].forEach(({ shown }) => shown.unsubscribe());
  });
});
