import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, editor, type Actor } from '../support';

const list = `${pathTo('GetSavedViews')}?list=guests`;
const views = [
  { name: 'Fermés de Belle-Île', search: '_q=Belle-%C3%8Ele&state=closed&sort=lastName%3AASC&page=1&pageSize=25' },
  { name: 'Tous', search: '' },
];
const save = (actor: Actor, kept: object) => as(actor).put(pathTo('SaveViews'), { list: 'guests', views: kept });
const viewsOf = async (actor: Actor) => (await as(actor).get(list).expect(200)).body.data.views;

describe('saved views', () => {
  it('are kept in their order, and are their owner’s alone', async () => {
    const [one, other] = [await editor(['guests.read']), await editor(['guests.read'])];
    expect(await viewsOf(one)).toEqual([]);
    expect((await save(one, views).expect(200)).body.data.views).toEqual(views);
    expect(await viewsOf(one)).toEqual(views);
    expect(await viewsOf(other)).toEqual([]);
    await save(one, [views[1]]).expect(200);
    expect(await viewsOf(one)).toEqual([views[1]]);
  });

  it('of two windows that save at once, the later ones count', async () => {
    const by = await editor([]);
    await Promise.all([1, 2, 3, 4].map((number) => save(by, [{ name: `${number}`, search: '' }]).expect(200)));
    expect(await viewsOf(by)).toHaveLength(1);
  });

  it.each<[string, object[]]>([
    ['without a name', [{ name: ' ', search: '' }]],
    ['that lead elsewhere', [{ name: 'x', search: '//evil.example/?a=b' }]],
    ['with a script', [{ name: 'x', search: '"><script>' }]],
    ['that are too many', Array.from({ length: 31 }, (_, index) => ({ name: `${index}`, search: '' }))],
    ['that are too long', [{ name: 'x', search: 'a'.repeat(1_001) }]],
  ])('are refused %s', async (_what, kept) => {
    const admin = await administrator();
    const before = await viewsOf(admin);
    expect(codeOf(await save(admin, kept).expect(400))).toBe('invalid_body');
    expect(await viewsOf(admin)).toEqual(before);
  });

  it('are for nobody outside of the panel', async () => {
    await as({ name: 'nobody', headers: {} }).get(list).expect(401);
  });
});
