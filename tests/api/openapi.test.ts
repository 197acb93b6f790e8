import { pathTo, routes } from '../../contract/routes';
import { administrator, as, editor, makeGuest, nobody } from '../support';

const operationsIn = (body: { paths: Record<string, Record<string, { operationId: string }>> }): string[] =>
  Object.values(body.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
const namesOf = (isAdmin: boolean): string[] =>
  Object.entries(routes).flatMap(([name, { audience }]) =>
    isAdmin === (audience !== 'guest' && audience !== 'public') ? [name] : []
  );

describe('the OpenAPI document', () => {
  it('of guests comes to a guest as it stands, and has nothing of the panel', async () => {
    const { actor } = await makeGuest();
    const { body } = await as(actor).get(pathTo('GetOpenApi')).expect(200);
    expect(body.openapi).toBe('3.1.0');
    expect(operationsIn(body).sort()).toEqual(namesOf(false).sort());
    expect(JSON.stringify(body)).not.toMatch(/"\/guest-access|x-permission/);
  });

  it('of the panel comes to who may read the settings', async () => {
    for (const actor of [await administrator(), await editor(['settings.read'])]) {
      const { body } = await as(actor).get(pathTo('GetAdminOpenApi')).expect(200);
      expect(operationsIn(body).sort()).toEqual(namesOf(true).sort());
    }
  });

  it('comes to nobody else', async () => {
    const { actor } = await makeGuest();
    await as(nobody).get(pathTo('GetOpenApi')).expect(401);
    await as(await administrator())
      .get(pathTo('GetOpenApi'))
      .expect(401);
    await as(actor).get(pathTo('GetAdminOpenApi')).expect(401);
    await as(await editor(['contacts.read']))
      .get(pathTo('GetAdminOpenApi'))
      .expect(403);
  });
});
