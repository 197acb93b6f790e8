import type { ImportPlan, ImportRow } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, type Actor } from './actors';
import { as } from './as';
import { googleClient, type GoogleServer } from './google-server';
import { importer } from './imports';

/** Sets the id of the client at Google in the settings; null: none. */
export const setGoogleClient = async (clientId: string | null = googleClient): Promise<void> => {
  const admin = as(await administrator());
  const { body } = await admin.get(pathTo('GetSettings')).expect(200);
  await admin.put(pathTo('SaveSettings'), { ...body.data.settings, google: { clientId } }).expect(200);
};

/** What the panel sends once Google has led back. */
export interface Back {
  state: string | null;
  secret: string;
  code: string | null;
  error: string | null;
}

/** Contacts out of Google, as a person of the panel takes them. */
export const googleImporter = (actor: Actor, google: GoogleServer) => {
  const client = as(actor);
  const { settled, rows } = importer(actor);
  const start = async (): Promise<{ address: string; secret: string }> =>
    (await client.post(pathTo('StartGoogleImport')).expect(200)).body.data;
  const back = async (options?: { isDenied: boolean }): Promise<Back> => {
    const { address, secret } = await start();
    const params = await google.consent(address, options);
    return { state: params.get('state'), secret, code: params.get('code'), error: params.get('error') };
  };
  const finish = (body: object) => client.post(pathTo('FinishGoogleImport'), body);
  /** All of it, to the rows that an editor checks. */
  const take = async (): Promise<{ plan: ImportPlan; rows: ImportRow[] }> => {
    const { body } = await finish(await back()).expect(200);
    const plan = await settled(body.data.documentId, 'checked', 'refused');
    return { plan, rows: await rows(plan.documentId) };
  };
  return { client, start, back, finish, take };
};
