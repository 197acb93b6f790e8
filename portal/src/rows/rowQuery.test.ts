import type { Field, Section } from '../api/guestAccess';
import { columnsOf } from './columns';
import { nextSort, readListState, writeListState } from './listState';
import { fieldsQuery, listQuery, rowQuery, type Sort } from './rowQuery';

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  required: false,
  writable: false,
  ...more,
});
const target = { path: '/api/projects', labelField: 'name', many: false };
const section: Section = {
  kind: 'access',
  key: 'tasks',
  labels: { fr: 'Tâches', en: '', cs: '' },
  contentType: 'api::task.task',
  path: '/api/tasks',
  actions: ['find', 'findOne'],
  labelField: 'subject',
  localized: true,
  contentLocales: [
    { code: 'en', name: 'English' },
    { code: 'fr', name: 'Français' },
  ],
  fields: [
    field('description', 'longtext'),
    field('subject', 'text'),
    field('status', 'enumeration', { options: ['open', 'done'] }),
    field('project', 'relation', { target }),
    field('watchers', 'relation', { target: { ...target, many: true } }),
    field('secret', 'relation'),
    field('files', 'media'),
    field('seo', 'component'),
    field('body', 'json'),
    ...['a', 'b', 'c', 'd'].map((name) => field(name, 'number')),
    field('urgent', 'boolean'),
  ],
};
const names = (fields: readonly Field[]) => fields.map(({ name }) => name);

describe('the columns of a section', () => {
  it('begin with what names the row, then the short fields, six in all', () => {
    expect(names(columnsOf(section))).toEqual(['subject', 'status', 'project', 'a', 'b', 'c']);
  });
  it('begin with the id where no readable field names the row', () => {
    expect(names(columnsOf({ ...section, labelField: 'documentId' }))[0]).toBe('documentId');
  });
});

describe('the query of a list', () => {
  const list = { locale: null, page: 2, search: 'pa', sort: null, only: {} };

  it('asks for the shown columns, the names of related rows, and one page', () => {
    expect(listQuery(section, columnsOf(section), { ...list, search: '' })).toEqual({
      fields: ['subject', 'status', 'a', 'b', 'c'],
      populate: { project: { fields: ['name'] } },
      sort: ['subject:asc'],
      pagination: { page: 2, pageSize: 25 },
    });
  });
  it('searches the texts of the row, never through a relation', () => {
    expect(listQuery(section, [], list)['filters']).toEqual({
      $or: [{ description: { $containsi: 'pa' } }, { subject: { $containsi: 'pa' } }, { status: { $containsi: 'pa' } }],
    });
  });
  it('narrows to chosen values, beside the search', () => {
    const only = { status: 'done', urgent: 'true' };
    expect(listQuery(section, [], { ...list, search: '', only })['filters']).toEqual({
      status: { $eq: 'done' },
      urgent: { $eq: 'true' },
    });
    expect(Object.keys(listQuery(section, [], { ...list, only })['filters'] ?? {})).toEqual([
      '$or',
      'status',
      'urgent',
    ]);
  });
  it('does not ask for a relation that the guest may not follow', () => {
    expect(fieldsQuery(section.fields)['populate']).toEqual({
      project: { fields: ['name'] },
      watchers: { fields: ['name'] },
      files: { fields: ['name', 'url'] },
      seo: true,
    });
  });
  it('asks for what hangs on components, each by its name, through each other', () => {
    const components = [
      { uid: 'a.box', label: 'Box', fields: [field('lines', 'component', { components: ['a.line'] })] },
      { uid: 'a.line', label: 'Line', fields: [field('text', 'text'), field('topic', 'relation', { target })] },
      { uid: 'a.note', label: 'Note', fields: [field('text', 'text'), field('hidden', 'relation')] },
    ];
    const populate = (asked: Partial<Field>) =>
      fieldsQuery([field('x', 'component', asked)], components)['populate'] as { x: unknown };
    const line = { populate: { topic: { fields: ['name'] } } };
    const box = { populate: { lines: line } };
    expect(populate({ components: ['a.line'] })).toEqual({ x: line });
    expect(populate({ components: ['a.box'] })).toEqual({ x: box });
    expect(populate({ components: ['a.note'] })).toEqual({ x: true });
    expect(populate({ components: ['a.note', 'a.box'], zone: true })).toEqual({
      x: { on: { 'a.note': true, 'a.box': box } },
    });
    expect(populate({ components: ['a.note'], zone: true })).toEqual({ x: true });
  });
  it('ends where components hold themselves, and asks no more than one question may hold', () => {
    const self = { uid: 'a.self', label: 'Self', fields: [field('me', 'component', { components: ['a.self'] })] };
    expect(fieldsQuery(self.fields, [self])['populate']).toEqual({
      me: { populate: { me: { populate: { me: { populate: { me: true } } } } } },
    });
    const many = Array.from({ length: 30 }, (_, index) => `a.wide${index}`);
    const wide = many.map((uid) => ({
      uid,
      label: uid,
      fields: ['a', 'b', 'c', 'd'].map((name) => field(name, 'media')),
    }));
    expect(fieldsQuery([field('x', 'component', { components: many, zone: true })], wide)['populate']).toEqual({
      x: true,
    });
  });
  it('asks for one language of the content, or for the default one by saying nothing', () => {
    expect(rowQuery(section, 'fr')['locale']).toBe('fr');
    expect(rowQuery(section, null)).not.toHaveProperty('locale');
  });
  it('asks for the id alone where nothing else is readable', () => {
    expect(fieldsQuery([])).toEqual({ fields: ['documentId'] });
  });
});

describe('the address of a list', () => {
  const read = (text: string) => readListState(new URLSearchParams(text), section);

  it('comes back as it was written', () => {
    const sort: Sort = { field: 'status', direction: 'desc' };
    const only = { status: 'done', urgent: 'true' };
    const state = { locale: 'fr', page: 3, search: 'é & [x]', sort, only };
    expect(read(writeListState(state).toString())).toEqual(state);
  });
  it('leaves out what is usual', () => {
    expect(writeListState({ locale: null, page: 1, search: '', sort: null, only: {} }).toString()).toBe('');
  });
  it.each([
    'page=0',
    'page=-1',
    'page=x',
    'page=1e99',
    'sort=project:asc',
    'sort=status:up',
    'sort=secret:asc',
    'sort=nope',
    'locale=en',
    'locale=xx',
    'locale=*',
    'only.status=nope',
    'only.urgent=1',
    'only.secret=true',
    'only.subject=x',
    'only.__proto__=x',
  ])('does not believe %s', (text) => {
    expect(read(text)).toEqual({ locale: null, page: 1, search: '', sort: null, only: {} });
  });
  it('turns a column up, down, and off', () => {
    const up = nextSort(null, 'status');
    const down = nextSort(up, 'status');
    expect([up, down, nextSort(down, 'status')]).toEqual([
      { field: 'status', direction: 'asc' },
      { field: 'status', direction: 'desc' },
      null,
    ]);
  });
});
