import * as contract from '../../contract';
import { permissions, type Endpoint, type Permission, type Settings } from '../../contract';
import { fillIn, pathTo } from '../../contract/routes';
import { effects, type Effect } from '../../server/src/kernel/effects';
import { administrator, as, codeOf, editor, readRight, type Actor } from '../support';
import { calls, stopGoogle, type Call } from './rights/calls';
import { factsTold, type FactKind } from './rights/facts';
import { effectsBetween, sameState, stateOf } from './rights/state';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'audience' in value && 'method' in value && 'path' in value;

/** Every call of the panel’s, from the contract itself, with the permissions that open it. */
const endpoints = Object.entries(contract).flatMap(([name, value]) => {
  if (!isEndpoint(value) || value.audience === 'guest' || value.audience === 'public') return [];
  const held = value.audience === 'admin' ? [] : [value.audience.admin];
  return [{ name, endpoint: value, held, permission: held[0] ?? 'none' }];
});

const everything = Object.keys(effects) as Effect[];

/**
 * Which permissions tell what, beside the facts of the call itself. Whoever changes a guest or a contact is shown it. A row is
 * named by rights of the content manager only.
 */
const tells: Record<FactKind, readonly Permission[]> = {
  contact: [effects.showsContact, effects.showsAccess, 'contacts.update'],
  guest: [effects.showsGuest, 'guests.create', 'guests.update'],
  address: [effects.showsContact, effects.showsAccess, effects.showsGuest, 'guests.create', 'guests.update'],
  row: [],
  link: ['invitations.read', 'invitations.manage'],
};

/** Fields that tell who holds what, wherever they stand in an answer. */
const accessFields = [
  'accessState',
  'pairedContacts',
  'companyContacts',
  'companyRecords',
  'takesOver',
  'sendsKeyTo',
  'holds',
];

const tellsAccess = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([name, held]) => (accessFields.includes(name) && held !== null) || tellsAccess(held));

/** Secrets in an answer, by their prefix: a key, a link for many, a look as a guest. */
const secretsIn = (text: string): Effect[] => [
  ...(/gak_[0-9A-Za-z]{36}/.test(text) ? (['showsSecret'] as const) : []),
  ...(/gil_[0-9A-Za-z]{36}/.test(text) ? (['invites'] as const) : []),
  ...(/gpt_[0-9A-Za-z]{36}/.test(text) ? (['looksAsGuest'] as const) : []),
];

const send = async (actor: Actor, endpoint: Endpoint, { params = {}, query = {}, body }: Call) => {
  const search = new URLSearchParams(query).toString();
  const verb = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const address = `${fillIn(endpoint, params)}${search === '' ? '' : `?${search}`}`;
  if ('events' in endpoint) return as(actor).glance(address);
  return verb === 'get' || verb === 'delete' ? as(actor)[verb](address) : as(actor)[verb](address, body ?? {});
};

/** A call about what is the caller's own. */
const ownedBy = async (actor: Actor, call: Call): Promise<Call> => ({ ...call, ...(await call.own?.(actor)) });

/** Makes a call and says what has come of it. */
const cause = async (actor: Actor, endpoint: Endpoint, call: Call, since: Date) => {
  const before = await stateOf(since);
  const { status, body, text } = await send(actor, endpoint, call);
  const after = await stateOf(since);
  const seen = effectsBetween(before, after);
  for (const effect of secretsIn(text)) seen.add(effect);
  if (body?.data?.mustChangePassword === true) seen.add('showsSecret');
  if (tellsAccess(body?.data)) seen.add('showsAccess');
  const facts = factsTold(body, call);
  return { status, code: codeOf({ body }), seen, facts, isSame: sameState(before, after) };
};

const editors = new Map<string, Promise<Actor>>();
const editorWith = (permission: string, held: readonly Permission[], shown: readonly string[]): Promise<Actor> => {
  const name = [permission, ...shown].join(' ');
  const reads = shown.map((uid) => readRight({ uid }));
  const known = editors.get(name) ?? editor(held, reads);
  editors.set(name, known);
  return known;
};

describe('each permission alone', () => {
  const since = new Date(Date.now() - 1_000);
  const brought = new Set<Effect>();
  const note = ({ seen, facts }: Awaited<ReturnType<typeof cause>>) => {
    for (const effect of seen) brought.add(effect);
    if (facts.has('contact')) brought.add('showsContact');
    if (facts.has('guest')) brought.add('showsGuest');
  };
  let settings: Settings;
  beforeAll(async () => {
    settings = (
      await as(await administrator())
        .get(pathTo('GetSettings'))
        .expect(200)
    ).body.data.settings;
  });
  afterEach(async () => {
    await as(await administrator())
      .put(pathTo('SaveSettings'), settings)
      .expect(200);
  });

  afterAll(stopGoogle);

  it.each(endpoints)('X02, X05–X07 $permission causes no more by $name than the table of effects says', async (one) => {
    const { name, endpoint, held } = one;
    const known = calls[name];
    if (known === undefined) {
      throw new Error(
        `Nobody says how ${name} is called: add to tests/security/rights/calls.ts a call for each thing that it can bring about.`
      );
    }
    for (const make of known) {
      const made = await make();
      const alone = await editorWith(one.permission, held, made.shown ?? []);
      const call = await ownedBy(alone, made);
      const came = await cause(alone, endpoint, call, since);
      const allowed = everything.filter((effect) => held.some((permission) => effects[effect] === permission));
      expect({ name, call, beyond: [...came.seen].filter((effect) => !allowed.includes(effect)) }).toEqual({
        name,
        call,
        beyond: [],
      });
      const told = [...came.facts].filter((kind) => !held.some((permission) => tells[kind].includes(permission)));
      expect({ name, call, told }).toEqual({ name, call, told: [] });
      if (came.status !== 403) {
        expect([name, call, came.status < 300, came.status]).toEqual([name, call, true, came.status]);
        note(came);
        continue;
      }
      // Refused for what would come of it, or for another right that it takes: nothing has, and to whoever may do everything it goes through.
      expect([name, came.code]).toEqual([
        name,
        expect.stringMatching(/^(access_decides|grants_beyond_own|forbidden)$/),
      ]);
      expect([name, call, came.isSame]).toEqual([name, call, true]);
      const admin = await administrator();
      const whole = await cause(admin, endpoint, await ownedBy(admin, made), since);
      expect([name, call, whole.status < 300, whole.status]).toEqual([name, call, true, whole.status]);
      note(whole);
    }
  });

  it('of the effects in the table, the calls above bring about each', () => {
    expect(everything.filter((effect) => !brought.has(effect))).toEqual([]);
  });

  it('has no calls of endpoints that are not there', () => {
    expect(Object.keys(calls).filter((name) => !endpoints.some((one) => one.name === name))).toEqual([]);
    expect(permissions.filter((permission) => !endpoints.some(({ held }) => held.includes(permission)))).toEqual([]);
  });
});
