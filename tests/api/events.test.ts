import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import { record } from '../../server/src/features/activity';
import type { GuestAccess, GuestAccessHappening } from '../../server/src/features/public-api/types';
import { administrator, as, makeGuest, type MadeGuest } from '../support';

const access: GuestAccess = site.strapi.plugin('guest-access').service('access');
const jobs = () => site.strapi.db.connection('guest_access_jobs');

const eventually = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 60_000; !(await isTrue()); await new Promise((go) => setTimeout(go, 50)))
    if (Date.now() > deadline) throw new Error('it does not come to that');
};

/** What is heard, until as many of those that a test wrote have been. */
const listen = async (fails: (times: number) => boolean = () => false) => {
  const name = `test-${randomUUID().slice(0, 8)}`;
  const heard: GuestAccessHappening[] = [];
  let times = 0;
  await access.events.afterCommit(name, async (happening) => {
    times += 1;
    if (fails(times)) throw new Error('not yet');
    await Promise.resolve(heard.push(happening));
  });
  const names = () => heard.map(({ actor }) => actor.name).filter((one) => one?.startsWith('e:'));
  const until = async (amount: number): Promise<(string | null)[]> => {
    await eventually(() => names().length >= amount);
    return names();
  };
  return { kind: `events.${name}`, heard, until };
};

const write = (name: string, guest: string | null = null): Promise<void> =>
  record(site.strapi, { action: 'guest.updated', guest, actor: { kind: 'system', name: `e:${name}` } });

const kinds: string[] = [];
afterAll(() => jobs().whereIn('kind', kinds).del());
const listening = async (...of: Parameters<typeof listen>) => {
  const listener = await listen(...of);
  kinds.push(listener.kind);
  return listener;
};

describe('what happens, told after it is kept', () => {
  let guest: MadeGuest;
  const guestId = () => guest.access.guestId ?? '';
  beforeAll(async () => {
    guest = await makeGuest({});
  });

  it('is told as the log has it, and what was there before is not', async () => {
    await write('before');
    const { heard, until } = await listening();
    await write('after', guestId());
    expect(await until(1)).toEqual(['e:after']);
    expect(heard.at(-1)).toEqual({
      id: expect.any(Number),
      at: expect.any(Date),
      action: 'guest.updated',
      guest: guestId(),
      contact: null,
      row: null,
      actor: { kind: 'system', name: 'e:after', documentId: null },
      address: null,
    });
  });

  it('is not told where it was taken back, and only once its transaction is over', async () => {
    const { heard, until } = await listening();
    const undone = site.strapi.db.transaction(async () => {
      await write('taken back');
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    await site.strapi.db.transaction(async () => {
      await write('in the middle');
      await new Promise((go) => setTimeout(go, 600));
      expect(heard).toEqual([]);
    });
    expect(await until(1)).toEqual(['e:in the middle']);
  });

  it('is told in the order in which a guest’s changes were kept', async () => {
    const { until } = await listening();
    let begun = (): void => undefined;
    const first = new Promise<void>((go) => (begun = go));
    const slow = site.strapi.db.transaction(async () => {
      await write('first', guestId());
      begun();
      await new Promise((go) => setTimeout(go, 500));
    });
    await first;
    const quick = write('second', guestId());
    await Promise.all([slow, quick]);
    expect(await until(2)).toEqual(['e:first', 'e:second']);
  });

  it('is told though others with higher ids were kept before it', async () => {
    const { until } = await listening();
    let begun = (): void => undefined;
    const first = new Promise<void>((go) => (begun = go));
    const slow = site.strapi.db.transaction(async () => {
      await write('slow');
      begun();
      await new Promise((go) => setTimeout(go, 1_500));
    });
    await first;
    await Promise.all([write('quick'), slow]);
    expect((await until(2)).sort()).toEqual(['e:quick', 'e:slow']);
  });

  it('is told before the listener would have looked by itself', async () => {
    const { kind, heard } = await listening();
    const nextLook = async (): Promise<number> =>
      Number((await jobs().where({ kind, attempts: 0 }).first('next_at'))?.next_at);
    await eventually(async () => (await nextLook()) > Date.now() + 20_000);
    const wouldLook = await nextLook();
    const admin = as(await administrator());
    await admin.post(pathTo('RevealKey', { contactId: guest.contact.documentId })).expect(200);
    await eventually(() => heard.some(({ action, guest: of }) => action === 'key.revealed' && of === guestId()));
    expect(Date.now()).toBeLessThan(wouldLook);
  });

  it('is told again where a listener failed, before what comes after it; the job says why', async () => {
    const { kind, until } = await listening((times) => times === 1);
    await write('one');
    await write('two');
    let said: unknown = null;
    for (const deadline = Date.now() + 30_000; said === null && Date.now() < deadline;) {
      said = (await jobs().where({ kind }).first('last_error'))?.last_error ?? null;
      await new Promise((go) => setTimeout(go, 50));
    }
    expect(said).toBe('Error: not yet');
    expect(await until(2)).toEqual(['e:one', 'e:two']);
  });

  it.each(['', 'With Capitals', 'a.b', 'x'.repeat(61)])('takes no listener of the name «%s»', async (name) => {
    await expect(access.events.afterCommit(name, () => Promise.resolve())).rejects.toThrow('small letters');
  });

  it('takes no two listeners of a name', async () => {
    const { kind } = await listening();
    const again = access.events.afterCommit(kind.slice('events.'.length), () => Promise.resolve());
    await expect(again).rejects.toThrow('already');
  });
});
