import type { InvitationLink, Settings } from '../../../contract';
import { pathTo } from '../../../contract/routes';
import type { Effect } from '../../../server/src/kernel/effects';
import { administrator, as } from '../../support';

interface GuestFacts {
  closed: boolean;
  waiting: boolean;
  email: string | null;
  companyContacts: boolean;
  companyRecords: boolean;
  contacts: { documentId: string }[];
}

/** What decides who comes in, what they see and who is written to: of everything that was made since `since`. */
export interface State {
  guests: ReadonlyMap<string, GuestFacts>;
  contacts: ReadonlyMap<string, { email: string | null; company: number | null }>;
  /** `<guest> <type> <subject>`. */
  grants: ReadonlySet<string>;
  /** Invitation links that are open, and whether they give something. */
  links: ReadonlyMap<string, boolean>;
  mails: ReadonlyMap<number, string>;
  /** Of the settings, what lets in or shows. */
  settings: string;
}

const rowsOf = <Row>(name: string, params: object): Promise<Row[]> =>
  site.strapi.db.query(`plugin::guest-access.${name}` as 'plugin::guest-access.contact').findMany(params) as Promise<
    Row[]
  >;

export const stateOf = async (since: Date): Promise<State> => {
  const admin = as(await administrator());
  const where = { createdAt: { $gte: since } };
  const guests = await rowsOf<GuestFacts & { documentId: string }>('guest', {
    where,
    populate: { contacts: { select: ['documentId'] } },
  });
  const contacts = await rowsOf<{ documentId: string; email: string | null; company: { id: number } | null }>(
    'contact',
    { where, populate: { company: { select: ['id'] } } }
  );
  const grants = await rowsOf<{ guest: string; subjectType: string; subject: string }>('grant', {});
  const mails = await rowsOf<{ id: number; kind: string }>('mail-message', { where });
  const links: InvitationLink[] = (await admin.get(pathTo('ListInvitationLinks')).expect(200)).body.data.links;
  const kept: Settings = (await admin.get(pathTo('GetSettings')).expect(200)).body.data.settings;
  return {
    guests: new Map(guests.map((guest) => [guest.documentId, guest])),
    contacts: new Map(
      contacts.map(({ documentId, email, company }) => [documentId, { email, company: company?.id ?? null }])
    ),
    grants: new Set(grants.map(({ guest, subjectType, subject }) => `${guest} ${subjectType} ${subject}`)),
    links: new Map(
      links
        .filter(({ state }) => state === 'open')
        .map(({ documentId, resources, accessTypes }) => [documentId, resources.length + accessTypes.length > 0])
    ),
    mails: new Map(mails.map(({ id, kind }) => [id, kind])),
    settings: JSON.stringify([kept.guests, kept.signInMethods, kept.resourceTypes, kept.accessTypes, kept.joining]),
  };
};

const guestEffects = (before: State, after: State): Effect[] =>
  [...after.guests].flatMap(([id, now]) => {
    const then = before.guests.get(id);
    const paired = now.contacts.some(
      ({ documentId }) =>
        before.contacts.has(documentId) && !then?.contacts.some((known) => known.documentId === documentId)
    );
    const reaches = (['companyContacts', 'companyRecords'] as const).some((one) => now[one] && !then?.[one]);
    const granted = [...after.grants].some((grant) => grant.startsWith(`${id} `) && !before.grants.has(grant));
    // Somebody new who holds nothing is let into an empty room.
    const holds = paired || reaches || granted;
    const opened = !now.closed && (then === undefined ? holds : then.closed);
    const effects: [Effect, boolean][] = [
      ['opensAccess', opened && !then?.waiting],
      ['approves', opened && then?.waiting === true],
      ['pairsContact', paired],
      ['changesWhatIsVisible', reaches || granted],
      ['changesWhoIsMeant', then !== undefined && now.email !== null && now.email !== then.email],
    ];
    return effects.flatMap(([effect, isSo]) => (isSo ? effect : []));
  });

const contactEffects = (before: State, after: State): Effect[] => {
  const behind = new Set([...before.guests.values()].flatMap(({ contacts }) => contacts.map((one) => one.documentId)));
  const moved = [...after.contacts].some(([id, now]) => {
    const then = before.contacts.get(id);
    return then && behind.has(id) && (then.email !== now.email || then.company !== now.company);
  });
  return moved ? ['changesWhoIsMeant'] : [];
};

const newLinkEffects = (before: State, after: State): Effect[] =>
  [...after.links].flatMap(([id, gives]): Effect[] => {
    if (before.links.has(id)) return [];
    return gives ? ['invites', 'changesWhatIsVisible'] : ['invites'];
  });

/** What has come of a call, by what is there before and after it. */
export const effectsBetween = (before: State, after: State): Set<Effect> => {
  const keysSent = [...after.mails].some(([id, kind]) => kind === 'access-key' && !before.mails.has(id));
  return new Set<Effect>([
    ...guestEffects(before, after),
    ...contactEffects(before, after),
    ...newLinkEffects(before, after),
    ...(keysSent ? (['sendsKey'] as const) : []),
    ...(before.settings === after.settings ? [] : (['changesWhatIsVisible'] as const)),
  ]);
};

/** Whether anything at all is different. */
export const sameState = (one: State, other: State): boolean => {
  const plain = ({ guests, contacts, grants, links, mails, settings }: State) =>
    JSON.stringify([[...guests], [...contacts], [...grants].sort(), [...links], [...mails], settings]);
  return plain(one) === plain(other);
};
