import type { AccessType, Permission, Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, editor, makeProject, readRight, type Actor, type ReadRight } from '../support';

const task = 'api::task.task';
const project = 'api::project.project';
const absence = 'api::absence.absence';

const stored = async (): Promise<Settings> =>
  (
    await as(await administrator())
      .get(pathTo('GetSettings'))
      .expect(200)
  ).body.data.settings;

type Change = (settings: Settings) => Partial<Settings>;
const nothing: Change = () => ({});

/** Saves the settings with some of them changed, and puts them back where that went through. */
const save = async (
  actor: Actor,
  change: Change,
  before: Change = nothing
): Promise<{ status: number; refused: string[] }> => {
  const admin = as(await administrator());
  const first = await stored();
  const start = { ...first, ...before(first) };
  const put = (settings: Settings) => admin.put(pathTo('SaveSettings'), settings).expect(200);
  if (before !== nothing) await put(start);
  const { status, body } = await as(actor).put(pathTo('SaveSettings'), { ...start, ...change(start) });
  const kept = await stored();
  if (status === 200 || before !== nothing) await put(first);
  if (status === 200) return { status, refused: [] };
  expect(kept).toEqual(start);
  expect(codeOf({ body })).toBe('access_decides');
  const errors: { path: string[]; message: string }[] = body.error.details.errors;
  return { status, refused: errors.map(({ path, message }) => `${path.join('.')} ${message}`) };
};

const labels = { fr: 'Secret', en: 'Secret', cs: 'Tajné' };
const all = (contentType: string, more: Partial<AccessType> = {}): AccessType => ({
  key: 'all-of-it',
  labels,
  contentType,
  actions: ['find', 'findOne'],
  readFields: null,
  writeFields: null,
  drafts: false,
  rule: { kind: 'all' },
  ...more,
});
const changed =
  (key: string, more: Partial<AccessType>) =>
  ({ accessTypes }: Settings) => ({
    accessTypes: accessTypes.map((type) => (type.key === key ? { ...type, ...more } : type)),
  });
const joining = (more: Partial<Settings['joining']>) => (settings: Settings) => ({
  joining: { ...settings.joining, ...more },
});
const domain = (name: string, accessTypes: string[] = []) => ({ domain: name, accessTypes, resources: [] });

const opens: [string, string[], Change, Change?][] = [
  [
    'a new access type',
    ['accessTypes.6.contentType'],
    ({ accessTypes }) => ({ accessTypes: [...accessTypes, all(task)] }),
  ],
  ['another content type', ['accessTypes.0.contentType'], changed('tasks', all(absence, { key: 'tasks' }))],
  ['another rule', ['accessTypes.0.rule'], changed('tasks', { rule: { kind: 'all' } })],
  ['another action', ['accessTypes.0.actions'], changed('tasks', { actions: ['find', 'findOne', 'update', 'delete'] })],
  ['more fields to read', ['accessTypes.0.readFields'], changed('tasks', { readFields: null })],
  ['more fields to write', ['accessTypes.0.writeFields'], changed('tasks', { writeFields: ['state', 'title'] })],
  ['drafts', ['accessTypes.4.drafts'], changed('documents', { drafts: true })],
  [
    'a new resource type',
    ['resourceTypes.1.contentType'],
    ({ resourceTypes }) => ({
      resourceTypes: [...resourceTypes, { contentType: absence, labels, labelField: 'person', readFields: null }],
    }),
  ],
  [
    'more fields of a resource type',
    ['resourceTypes.0.readFields'],
    ({ resourceTypes }) => ({ resourceTypes: resourceTypes.map((type) => ({ ...type, readFields: null })) }),
  ],
  [
    'an access type less, whose fields held back those of another',
    ['accessTypes'],
    ({ accessTypes }) => ({ accessTypes: accessTypes.filter(({ key }) => key !== 'tasks') }),
    ({ accessTypes }) => ({ accessTypes: [...accessTypes, all(task)] }),
  ],
  ['joining for certain domains', ['joining.mode'], joining({ mode: 'domains' })],
  ['joining for everybody', ['joining.mode'], joining({ mode: 'any' })],
  [
    'joining for domains instead of everybody: what the domains give is given',
    ['joining.mode'],
    joining({ mode: 'domains' }),
    joining({ mode: 'any' }),
  ],
  ['a domain', ['joining.domains.0.domain'], joining({ domains: [domain('evil-example.com')] })],
  [
    'another domain in the place of one',
    ['joining.domains.0.domain'],
    joining({ domains: [domain('evil-example.com')] }),
    joining({ domains: [domain('good-example.com')] }),
  ],
  [
    'what a domain gives',
    ['joining.domains.0.accessTypes'],
    joining({ domains: [domain('good-example.com', ['tags'])] }),
    joining({ domains: [domain('good-example.com')] }),
  ],
  ['what joining gives', ['joining.accessTypes'], joining({ accessTypes: ['tags'] })],
  ['joining without approval', ['joining.approval'], joining({ approval: false }), joining({ approval: true })],
  ['joining as a guest', ['joining.addAs'], joining({ addAs: 'guest' }), joining({ addAs: 'contact' })],
  [
    'the door of keys',
    ['signInMethods.key'],
    ({ signInMethods }) => ({ signInMethods: { ...signInMethods, key: true } }),
    ({ signInMethods }) => ({ signInMethods: { ...signInMethods, key: false } }),
  ],
  [
    'the door of passwords',
    ['signInMethods.password'],
    ({ signInMethods }) => ({ signInMethods: { ...signInMethods, password: true } }),
    ({ signInMethods }) => ({ signInMethods: { ...signInMethods, password: false } }),
  ],
  ['guests', ['guests'], () => ({ guests: true }), () => ({ guests: false })],
  ['one more who is told of arrivals', ['joining.notify.0'], joining({ notify: ['spy@evil.example'] })],
];

const takesAway: [string, Change, Change?][] = [
  ['an access type', ({ accessTypes }) => ({ accessTypes: accessTypes.filter(({ key }) => key !== 'tasks') })],
  ['every type', () => ({ accessTypes: [], resourceTypes: [] })],
  ['an action', changed('tasks', { actions: ['find', 'findOne'] })],
  ['fields', changed('tasks', { readFields: ['title'], writeFields: [] })],
  ['drafts', changed('documents', { drafts: false }), changed('documents', { drafts: true })],
  [
    'joining',
    joining({ mode: 'nobody', domains: [], accessTypes: [] }),
    joining({ mode: 'any', domains: [domain('good-example.com', ['tags'])], accessTypes: ['tags'] }),
  ],
  ['joining without approval', joining({ approval: true })],
  ['joining as a guest', joining({ addAs: 'contact' })],
  ['who is told', joining({ notify: [] }), joining({ notify: ['desk@good.example'] })],
  ['the doors', () => ({ signInMethods: { key: false, password: false } })],
  ['guests', () => ({ guests: false })],
];

const words: [string, Change][] = [
  ['nothing', () => ({})],
  [
    'labels and their order',
    ({ accessTypes }) => ({ accessTypes: accessTypes.map((type) => ({ ...type, labels })).reverse() }),
  ],
  [
    'the field that names rows',
    ({ resourceTypes }) => ({ resourceTypes: resourceTypes.map((type) => ({ ...type, labelField: 'code' })) }),
  ],
  ['colours and words', ({ brand }) => ({ brand: { ...brand, colour: '#123456' } })],
  ['the rules of passwords', () => ({ passwordPolicy: 'usual' as const })],
];

const everyType: ReadRight[] = [task, project, absence, 'api::document.document'].map((uid) => ({ uid }));
const others: Permission[] = ['settings.read', 'access.read', 'keys.issue', 'invitations.manage'];

describe('X06 PUT /settings', () => {
  let [alone, without, manager]: Actor[] = [];
  const one = (actor: Actor | undefined): Actor => {
    if (actor === undefined) throw new Error('There is no such editor');
    return actor;
  };
  beforeAll(async () => {
    alone = await editor(['settings.update']);
    without = await editor(['settings.update', ...others], everyType.map(readRight));
    manager = await editor(['settings.update', 'access.manage', 'guests.read'], everyType.map(readRight));
  });

  it.each(opens.map(([what, refused, change, before = nothing]) => ({ what, refused, change, before })))(
    'takes access.manage to open $what',
    async ({ refused, change, before }) => {
      expect(await save(one(without), change, before)).toEqual({
        status: 403,
        refused: refused.map((path) => `${path} not-yours-to-open`),
      });
      expect(await save(one(manager), change, before)).toMatchObject({ status: 200 });
    }
  );

  it.each(takesAway.map(([what, change, before = nothing]) => ({ what, change, before })))(
    'takes no more than settings.update to take away $what',
    async ({ change, before }) => {
      expect(await save(one(alone), change, before)).toMatchObject({ status: 200 });
    }
  );

  it.each(words)('takes no more than settings.update to change %s', async (_what, change) => {
    expect(await save(one(alone), change)).toMatchObject({ status: 200 });
  });

  it('gives rows by joining to whoever manages accesses', async () => {
    const { documentId } = await makeProject();
    const change = joining({ resources: [{ contentType: project, documentIds: [documentId] }] });
    expect(await save(one(without), change)).toEqual({
      status: 403,
      refused: ['joining.resources not-yours-to-open'],
    });
    expect(await save(one(manager), change)).toMatchObject({ status: 200 });
  });

  it('names every field at once', async () => {
    const answer = await save(one(without), (settings) => ({
      ...changed('tasks', { rule: { kind: 'all' } })(settings),
      ...joining({ mode: 'any' })(settings),
    }));
    expect(answer.refused).toEqual(['accessTypes.0.rule not-yours-to-open', 'joining.mode not-yours-to-open']);
  });
});

describe('X06 an access type on what its editor may not read', () => {
  const manages: Permission[] = ['settings.update', 'access.manage'];
  const add: Change = ({ accessTypes }) => ({ accessTypes: [...accessTypes, all(task)] });
  const onlySome =
    (readFields: string[]): Change =>
    ({ accessTypes }) => ({
      accessTypes: [...accessTypes, all(task, { readFields })],
    });

  it.each<[string, ReadRight[]]>([
    ['no content', []],
    ['another type', [{ uid: absence }]],
    ['rows they made only', [{ uid: task, conditions: ['admin::is-creator'] }]],
  ])('is refused to whoever reads %s', async (_what, reads) => {
    expect(await save(await editor(manages, reads.map(readRight)), add)).toEqual({
      status: 403,
      refused: ['accessTypes.6.contentType not-yours-to-read'],
    });
  });

  it('gives no field that its editor may not read', async () => {
    const narrow = await editor(manages, [readRight({ uid: task, fields: ['title', 'state'] })]);
    const refused = ['accessTypes.6.readFields not-yours-to-read'];
    expect(await save(narrow, add)).toEqual({ status: 403, refused });
    expect(await save(narrow, onlySome(['title', 'comment']))).toEqual({ status: 403, refused });
    expect(await save(narrow, onlySome(['title', 'state']))).toMatchObject({ status: 200 });
  });

  it('is refused when it is widened, and left alone when something else changes', async () => {
    const blind = await editor(manages);
    const start: Change = ({ accessTypes }) => ({
      accessTypes: [...accessTypes, all(task, { readFields: ['title'] })],
    });
    expect(await save(blind, changed('all-of-it', { readFields: ['title', 'comment'] }), start)).toEqual({
      status: 403,
      refused: ['accessTypes.6.contentType not-yours-to-read'],
    });
    expect(await save(blind, joining({ approval: true }), start)).toMatchObject({ status: 200 });
    expect(await save(blind, changed('all-of-it', { actions: ['find'] }), start)).toMatchObject({ status: 200 });
  });

  it('is refused for resource types too', async () => {
    const change: Change = ({ resourceTypes }) => ({
      resourceTypes: [...resourceTypes, { contentType: absence, labels, labelField: 'person', readFields: null }],
    });
    expect(await save(await editor(manages), change)).toEqual({
      status: 403,
      refused: ['resourceTypes.1.contentType not-yours-to-read'],
    });
    expect(await save(await editor(manages, [readRight({ uid: absence })]), change)).toMatchObject({ status: 200 });
  });
});
