import { settings as settingsSchema, type AccessType, type Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import type { Random } from '../../playground/src/seed/random';
import { administrator, as, logInByKey, type Actor } from '../support';
import { dump, type Row } from './dump';
import { someFields } from './rules';

/** What worlds of one kind are made of. */
export interface Plan {
  name: string;
  contentTypes: readonly string[];
  /** What may be granted row by row, and the attribute it is shown by. Nearly everybody holds rows of the first. */
  labelFields: Readonly<Record<string, string>>;
  accessTypes(random: Random): AccessType[];
  fill(random: Random): Promise<void>;
  /** Makes what can be made only when there are guests. */
  finish?(random: Random, contacts: World['contacts'], guests: readonly Guest[]): Promise<void>;
}

export interface Guest {
  name: string;
  /** The id of their row, for the rule `guest`. */
  id: number;
  /** The contact whose guest they are. */
  contact: string;
  /** The ids of the contacts they are paired with. */
  contacts: readonly number[];
  companyRecords: boolean;
  accessTypes: readonly string[];
  /** documentIds by content type. */
  resources: ReadonlyMap<string, readonly string[]>;
  actor: Actor;
}

export interface World {
  plan: Plan;
  settings: Settings;
  /** Rows by content type, in the order of their ids. */
  rows: ReadonlyMap<string, readonly Row[]>;
  contacts: readonly { id: number; documentId: string; company: number | null }[];
  guests: readonly Guest[];
}

export const readSettings = async (): Promise<Settings> => {
  const { body } = await as(await administrator())
    .get(pathTo('GetSettings'))
    .expect(200);
  return body.data.settings;
};

export const saveSettings = async (settings: Settings): Promise<void> => {
  const { status, body } = await as(await administrator()).put(pathTo('SaveSettings'), settings);
  if (status !== 200 || body.data.warnings.length > 0) throw new Error(`settings: ${status} ${JSON.stringify(body)}`);
};

const labels = { fr: 'x', en: 'x', cs: 'x' };

const makeSettings = (random: Random, plan: Plan): Settings =>
  settingsSchema.cast({
    contacts: true,
    guests: true,
    resourceTypes: Object.entries(plan.labelFields).map(([contentType, labelField]) => ({
      contentType,
      labels,
      labelField,
      readFields: someFields(random, contentType, [labelField]),
    })),
    accessTypes: plan.accessTypes(random),
  });

const companies = ['one', 'two', null];

/** Nine contacts: four of a company, three of another, two of none. */
const makeContacts = async (mark: string): Promise<World['contacts']> => {
  const admin = as(await administrator());
  const made: { id: number; documentId: string; company: number | null }[] = [];
  for (let index = 0; index < 9; index += 1) {
    const company = companies[index < 4 ? 0 : index < 7 ? 1 : 2];
    const { body } = await admin
      .post(pathTo('CreateContact'), {
        lastName: `oracle ${mark} ${index}`,
        company: company ? { name: `oracle ${mark} ${company}` } : null,
      })
      .expect(200);
    const found = await site.strapi.db
      .query('plugin::guest-access.contact')
      .findOne({ where: { documentId: body.data.documentId }, populate: { company: { select: ['id'] } } });
    made.push({ id: found.id, documentId: found.documentId, company: found.company?.id ?? null });
  }
  return made;
};

const some = <T>(random: Random, from: readonly T[], share: number): T[] => from.filter(() => random.next() < share);

/** A guest, by the panel's own API, as an editor makes them. */
const makeGuest = async (
  random: Random,
  index: number,
  { plan, settings, contacts }: Pick<World, 'plan' | 'settings' | 'contacts'>,
  documentIds: ReadonlyMap<string, readonly string[]>
): Promise<Guest> => {
  const contact = random.pick(contacts.filter((_one, place) => place % 5 === index));
  const paired = [contact, ...some(random, contacts, 0.25).filter((one) => one !== contact)];
  const accessTypes = some(random, settings.accessTypes, 0.55).map(({ key }) => key);
  const resources = new Map<string, string[]>();
  for (const [place, type] of Object.keys(plan.labelFields).entries()) {
    const share = place === 0 ? 0.4 : random.next() < 0.5 ? 0.3 : 0;
    resources.set(type, some(random, documentIds.get(type) ?? [], share));
  }
  const admin = as(await administrator());
  const companyRecords = random.next() < 0.5;
  const saved = await admin
    .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
      version: 0,
      closed: false,
      resources: [...resources].map(([contentType, ids]) => ({ contentType, documentIds: ids })),
      accessTypes,
      companyRecords,
      pairedContactIds: paired.map(({ documentId }) => documentId),
    })
    .expect(200);
  const issued = await admin
    .post(pathTo('IssueKey', { contactId: contact.documentId }), { version: saved.body.data.version })
    .expect(200);
  const { link } = issued.body.data;
  const { actor } = await logInByKey(link.slice(link.indexOf('#') + 1));
  const row = await site.strapi.db
    .query('plugin::guest-access.guest')
    .findOne({ where: { documentId: saved.body.data.guestId } });
  return {
    name: `guest ${index}`,
    id: row.id,
    contact: contact.documentId,
    contacts: paired.map(({ id }) => id),
    companyRecords,
    accessTypes,
    resources,
    actor,
  };
};

/** Fills the (empty) site with random rows, and gives five guests random parts of it. */
export const makeWorld = async (random: Random, plan: Plan, mark: string): Promise<World> => {
  const settings = makeSettings(random, plan);
  await saveSettings(settings);
  const contacts = await makeContacts(mark);
  await plan.fill(random);
  const before = await dump(plan.contentTypes);
  const documentIds = new Map(
    [...before].map(([uid, rows]) => [uid, [...new Set(rows.map(({ documentId }) => documentId))]])
  );
  const guests: Guest[] = [];
  for (let index = 0; index < 5; index += 1) {
    guests.push(await makeGuest(random, index, { plan, settings, contacts }, documentIds));
  }
  await plan.finish?.(random, contacts, guests);
  return { plan, settings, contacts, guests, rows: await dump(plan.contentTypes) };
};

/** Takes contacts and guests of a world away. */
export const leaveWorld = async ({ contacts }: World): Promise<void> => {
  const admin = as(await administrator());
  for (const { documentId } of contacts) {
    await admin.delete(pathTo('DeleteContactAccess', { contactId: documentId }));
    await admin.delete(pathTo('DeleteContact', { contactId: documentId }));
  }
};
