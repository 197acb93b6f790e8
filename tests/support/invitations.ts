import { administrator, nobody, type Actor } from './actors';
import { as } from './as';
import { secretIn } from './joining';
import { mailsTo, waitForMailTo } from './mail';
import type { InvitationLink } from '../../contract';
import { pathTo } from '../../contract/routes';

export interface MadeLink {
  link: InvitationLink;
  url: string;
  /** The secret of the link, `gil_…`. */
  secret: string;
}

/** Makes an invitation link in somebody's name, the administrator's where the test names none. */
export const makeLink = async (fields: object = {}, maker?: Actor): Promise<MadeLink> => {
  const { body } = await as(maker ?? (await administrator()))
    .post(pathTo('CreateInvitationLink'), { name: 'Équipe', resources: [], accessTypes: [], ...fields })
    .expect(200);
  const { link, url } = body.data;
  return { link, url, secret: url.slice(url.indexOf('#') + 1) };
};

export const revokeLink = async ({ link }: MadeLink) =>
  as(await administrator()).delete(pathTo('RevokeInvitationLink', { linkId: link.documentId }));

/** A link as the panel lists it now. */
export const readLink = async ({ link }: MadeLink): Promise<InvitationLink> => {
  const { body } = await as(await administrator())
    .get(pathTo('ListInvitationLinks'))
    .expect(200);
  return body.data.links.find(({ documentId }: InvitationLink) => documentId === link.documentId);
};

export const previewInvitation = (token: unknown) => as(nobody).post(pathTo('PreviewInvitation'), { token } as object);

export const acceptInvitation = (token: unknown, email: unknown, more: object = {}) =>
  as(nobody).post(pathTo('AcceptInvitation'), { token, email, ...more } as object);

/** Accepts and waits for the mail; answers the secret of its link. */
export const proofByLink = async (token: string, email: string): Promise<string> => {
  const before = (await mailsTo(email)).length;
  await acceptInvitation(token, email).expect(202);
  return secretIn((await waitForMailTo(email, before + 1)).at(-1));
};
