import { errorBody } from '../../contract/errorBody';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, editor, guestWith, nobody, type Actor } from '../support';

const withHeaders = (actor: Actor, headers: Record<string, string>): Actor => ({
  ...actor,
  headers: { ...actor.headers, ...headers },
});
const bodyNotJson = () => as(withHeaders(nobody, { 'Content-Type': 'application/json' }));

/** Beside these, `as` holds whatever a test is refused at our routes to the same schema. */
describe('a refusal', () => {
  it.each([
    ['a body that is no JSON', 400, null, () => bodyNotJson().post(pathTo('LogInByKey'), '{')],
    ['a body of another form', 400, 'invalid_body', () => as(nobody).post(pathTo('LogInByKey'), { key: 7 })],
    ['nobody, in the panel', 401, null, () => as(nobody).get(pathTo('GetSettings'))],
    ['nobody, where guests are', 401, null, () => as(nobody).get(pathTo('GetMe'))],
    ['a session that is over', 401, 'invalid_session', () => as(guestWith('gst_over')).get(pathTo('GetMe'))],
    ['an editor without the right', 403, null, async () => as(await editor([])).get(pathTo('GetSettings'))],
    ['a path that there is not', 404, null, async () => as(await administrator()).get('/guest-access/none')],
    ['a guest who is not there', 404, 'not_found', async () => as(await administrator()).get(nowhere)],
  ] as const)('of %s is %i %s in the one form', async (_what, status, code, ask) => {
    const answer = await ask();
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('of a site that failed has the same form, and tells nothing', async () => {
    const actor = await administrator();
    const failing = jest.spyOn(site.strapi.db, 'query').mockImplementation(() => {
      throw new Error('a fault of the site’s own');
    });
    try {
      const { status, body } = await as(actor).get(pathTo('GetSettings'));
      expect([status, body.error?.message]).toEqual([500, 'Internal Server Error']);
    } finally {
      failing.mockRestore();
    }
  });

  it('of any other form is noticed by the tests', () => {
    const error = { status: 400, name: 'ValidationError', message: '' };
    expect(errorBody.isValidSync({ data: null, error }, { strict: true })).toBe(true);
    for (const body of [
      { error },
      { data: {}, error },
      { data: null, error: { ...error, details: { code: 'new' } } },
    ]) {
      expect(errorBody.isValidSync(body, { strict: true })).toBe(false);
    }
  });
});

const nowhere = pathTo('GetGuest', { guestId: 'a'.repeat(24) });
