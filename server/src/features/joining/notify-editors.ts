import { defaultLocale, locales, type Locale } from '../../../../contract';
import {
  keyedDigest,
  findPanelUserRow,
  loginLink,
  now,
  panelLink,
  parseAddress,
  siteName,
  type Address,
  type PanelUser,
  type Strapi,
} from '../../kernel';
import { findContact, fullName } from '../contacts';
import { masked } from '../credentials';
import { findGuest, nameOf, nameTo, type GuestRow } from '../guests';
import { enqueue, mayTellEditor, registerMessage } from '../mail';
import { GUEST, reloadSettings } from '../settings';

/** Somebody who came: a guest, or a contact where one becomes no more than that. */
export interface Arrival {
  kind: 'guest-arrived' | 'guest-waiting';
  /** The content type of the arrival, `GUEST` or `CONTACT`. */
  type: string;
  documentId: string;
  linkName: string | null;
  /** The admin user who made the link, by documentId. */
  makerId: string | null;
}

/** An editor reads mails in the language of their panel, where it is one of ours. */
const languageOf = (user: PanelUser | null): Locale =>
  locales.find((one) => one === user?.preferedLanguage) ?? defaultLocale;

interface Editor {
  address: Address;
  locale: Locale;
}

/** Those of the settings and the maker of the link; each once. */
const editorsOf = async (strapi: Strapi, makerId: string | null): Promise<Editor[]> => {
  const { joining } = await reloadSettings(strapi);
  const maker = makerId === null ? null : await findPanelUserRow(strapi, { documentId: makerId });
  const editors = new Map<string, Editor>();
  for (const typed of [...joining.notify, ...(maker ? [maker.email] : [])]) {
    const address = parseAddress(typed);
    if (address.kind === 'refused') continue;
    const user = typed === maker?.email ? maker : await findPanelUserRow(strapi, { email: address.key });
    editors.set(address.key, { address, locale: languageOf(user) });
  }
  return [...editors.values()];
};

/** Tells the editors concerned, each by one mail, if the running transaction commits. */
export const notifyEditors = async (
  strapi: Strapi,
  { kind, type, documentId, linkName, makerId }: Arrival
): Promise<void> => {
  for (const { address, locale } of await editorsOf(strapi, makerId)) {
    await enqueue(strapi, {
      kind,
      to: address.address,
      locale,
      payload: { type, documentId, linkName, editor: address.key },
      dedupKey: `${kind}:${documentId}:${keyedDigest(strapi, address.key)}`,
    });
  }
};

/**
 * Tells the address that an access was given to, that somebody has joined by the address of its contact: they take the
 * access over, wait to, or, where the contact's address is another by now, come as themselves.
 */
export const notifyKnownAddress = async (
  strapi: Strapi,
  { documentId, knownEmail, language }: GuestRow,
  joined: string
): Promise<void> => {
  if (!knownEmail) return;
  const at = now().getTime();
  await enqueue(strapi, {
    kind: 'access-joined',
    to: knownEmail,
    locale: language,
    payload: { guestId: documentId, newAddress: masked(joined), at },
    dedupKey: `access-joined:${documentId}:${at}`,
  });
};

const personOf = async (strapi: Strapi, type: unknown, id: string): Promise<{ name: string; email: string } | null> => {
  const found = type === GUEST ? await findGuest(strapi, id) : await findContact(strapi, id);
  if (!found?.email) return null;
  const name = 'company' in found ? fullName(found) : nameOf(found);
  return { name, email: found.email };
};

export const registerArrivalMessages = (): void => {
  registerMessage('access-joined', {
    variables: async (strapi, { guestId, newAddress, at }, to) => {
      const guest = await findGuest(strapi, String(guestId));
      if (guest === null) return 'cancel';
      return {
        guestName: nameTo(guest, to),
        siteName: siteName(strapi),
        newAddress: String(newAddress),
        at: new Date(Number(at)),
        link: loginLink(strapi),
      };
    },
  });
  for (const kind of ['guest-arrived', 'guest-waiting'] as const) {
    registerMessage(kind, {
      variables: async (strapi, { type, documentId, linkName, editor }) => {
        if (!(await mayTellEditor(strapi, { key: String(editor) }))) return 'cancel';
        const person = await personOf(strapi, type, String(documentId));
        if (person === null) return 'cancel';
        return {
          guestName: person.name,
          guestAddress: person.email,
          siteName: siteName(strapi),
          link: panelLink(strapi),
          linkName: typeof linkName === 'string' ? linkName : null,
        };
      },
    });
  }
};
