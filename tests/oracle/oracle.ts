import { fold } from '../../contract';
import { and, compareScalars, holds, not, or, type Truth } from './compare';
import { targetOf, valueOf, type Row } from './dump';
import { attributeOf, declared, isComponent, isScalar, model, scalarsOf, systemFields } from './models';
import { emptyNode, type Filter, type Node, type Page, type Query, type Sort } from './query';
import type { Rights } from './rights';

/** A row of the answer: what is null or empty is left out. */
export type Tree = { [key: string]: string | number | boolean | Tree | Tree[] };

export type Answer =
  /** The request must be refused: it names what the guest may not name. */
  | { kind: 'refused' }
  /** `mayRefuse`: something below a row is asked that the guest may not ask; it may be left out or refused. */
  | { kind: 'rows'; rows: Tree[]; total: number; ordered: boolean; mayRefuse: boolean }
  | { kind: 'row'; row: Tree | null; mayRefuse: boolean };

class Refused extends Error {}

const searchable = new Set(['string', 'text', 'uid', 'email', 'enumeration', 'richtext']);

/** Answers a question from the dump, row by row, without any database. */
export class Oracle {
  private readonly order: ReturnType<typeof compareScalars>;
  private mayRefuse = false;
  private status: Query['status'] = null;
  private isRest = true;

  constructor(
    private readonly rights: Rights,
    private readonly site: { nullsLast: boolean; defaultLocale: string }
  ) {
    this.order = compareScalars(site.nullsLast);
  }

  answer(query: Query): Answer {
    this.mayRefuse = false;
    this.status = query.status;
    this.isRest = query.api === 'rest';
    try {
      return query.one === null ? this.list(query) : this.single(query, query.one);
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused' };
      throw error;
    }
  }

  private list(query: Query): Answer {
    const { type, node, search, page } = query;
    if (!this.rights.mayCall(type, 'find')) throw new Refused();
    this.checkNode(type, node);
    this.checkBelow(type, node);
    if (search !== null) this.checkSearch(type);
    const found = this.sorted(
      this.rights
        .rowsOf(type)
        .filter((row) => this.rights.isVisible(row) && this.isAskedFor(row, query))
        .filter((row) => search === null || this.contains(row, search))
        .filter((row) => node.filters === null || this.matches(row, node.filters) === true),
      node.sort
    );
    const rows = paged(found, page).map((row) => this.tree(row, node));
    return { kind: 'rows', rows, total: found.length, ordered: node.sort.length > 0, mayRefuse: this.mayRefuse };
  }

  private single(query: Query, documentId: string): Answer {
    const { type, node } = query;
    if (!this.rights.mayCall(type, 'findOne')) throw new Refused();
    this.checkNode(type, node);
    this.checkBelow(type, node);
    const row = this.rights
      .rowsOf(type)
      .find((one) => one.documentId === documentId && this.rights.isVisible(one) && this.isAskedFor(one, query));
    return { kind: 'row', row: row ? this.tree(row, node) : null, mayRefuse: this.mayRefuse };
  }

  /** The version and the language of a document that a request is about. */
  private isAskedFor(row: Row, { locale }: Query): boolean {
    const { drafts, localized } = model(row.uid);
    if (drafts && !this.hasStatus(row)) return false;
    return !localized || locale === '*' || row.locale === (locale ?? this.site.defaultLocale);
  }

  private hasStatus(row: Row): boolean {
    return !model(row.uid).drafts || (row.publishedAt === null) === (this.status === 'draft');
  }

  // --- what may be named

  private mayName(uid: string, name: string): boolean {
    return systemFields.includes(name) || this.rights.mayRead(uid, name);
  }

  /** A relation may be asked about where it may be read and where the rows it leads to may be listed. */
  private mayFollow(uid: string, name: string): boolean {
    if (!this.rights.mayRead(uid, name)) return false;
    const type = attributeOf(uid, name)?.type;
    return type === 'relation' ? this.rights.mayCall(targetOf(uid, name), 'find') : true;
  }

  private checkNode(uid: string, { fields, filters, sort }: Node): void {
    // GraphQL gives null for a field that may not be read.
    if (this.isRest) for (const name of fields ?? []) if (!this.mayName(uid, name)) throw new Refused();
    for (const { name } of sort) {
      const attribute = attributeOf(uid, name);
      if (!this.mayName(uid, name) || (attribute && !isScalar(attribute))) throw new Refused();
    }
    if (filters) this.checkFilter(uid, filters);
  }

  /** Whether anything below may be refused, even where no row is found to show it of. */
  private checkBelow(uid: string, node: Node): void {
    const names = [...Object.keys(zonesOf(uid, node)), ...node.counts];
    for (const name of names) this.tolerantly(() => this.requireFollow(uid, name));
    for (const [name, inner] of Object.entries(belowOf(uid, node))) {
      this.tolerantly(() => {
        this.requireFollow(uid, name);
        this.checkNode(targetOf(uid, name), inner);
        this.checkBelow(targetOf(uid, name), inner);
      });
    }
    for (const on of Object.values(zonesOf(uid, node))) {
      for (const [component, inner] of Object.entries(on)) this.checkBelow(component, inner);
    }
  }

  private checkFilter(uid: string, filter: Filter): void {
    switch (filter.kind) {
      case 'and':
      case 'or':
      case 'all':
        return filter.of.forEach((one) => this.checkFilter(uid, one));
      case 'not':
        return this.checkFilter(uid, filter.of);
      case 'compare':
        if (!this.mayName(uid, filter.name)) throw new Refused();
        return;
      case 'through':
      case 'presence':
        if (!this.mayFollow(uid, filter.name)) throw new Refused();
        if (filter.kind === 'through') this.checkFilter(targetOf(uid, filter.name), filter.of);
    }
  }

  /** A search looks in every text, so it is refused where one of them is hidden. */
  private checkSearch(uid: string): void {
    for (const [name, { type, searchable: isOpen }] of declared(uid)) {
      const isLooked = searchable.has(type) || ['integer', 'biginteger', 'decimal', 'float'].includes(type);
      if (isLooked && isOpen !== false && !this.mayName(uid, name)) throw new Refused();
    }
  }

  // --- which rows

  private contains(row: Row, search: string): boolean {
    const texts = declared(row.uid).flatMap(([name, { type }]) => (searchable.has(type) ? [row.values[name]] : []));
    return [row.documentId, row.locale, ...texts].some((text) => fold(String(text ?? '')).includes(fold(search)));
  }

  private matches(row: Row, filter: Filter): Truth {
    switch (filter.kind) {
      case 'and':
      case 'all':
        return and(filter.of.map((one) => this.matches(row, one)));
      case 'or':
        return or(filter.of.map((one) => this.matches(row, one)));
      case 'not':
        return not(this.matches(row, filter.of));
      case 'compare': {
        const truth = and(filter.tests.map((test) => holds(valueOf(row, filter.name), test)));
        return filter.negated ? not(truth) : truth;
      }
      case 'through': {
        const absent = asksForAbsence(filter.of);
        const seen = this.seen(row, filter.name);
        if (absent !== null) return (seen.length === 0) === absent;
        return seen.some((one) => this.matches(one, filter.of) === true);
      }
      case 'presence':
        return (this.seen(row, filter.name).length === 0) === filter.absent;
    }
  }

  /** The visible rows that a relation or component leads to. */
  private seen(row: Row, name: string): Row[] {
    const found = row.parts[name] ?? this.rights.related(row, name);
    return found.filter((one) => this.rights.isVisible(one));
  }

  private sorted(rows: readonly Row[], sort: readonly Sort[]): Row[] {
    return [...rows].sort((a, b) => {
      for (const { name, direction } of sort) {
        const order = this.order(valueOf(a, name), valueOf(b, name));
        if (order !== 0) return direction === 'asc' ? order : -order;
      }
      return 0;
    });
  }

  // --- what the answer shows of a row

  private tree(row: Row, node: Node): Tree {
    const { uid } = row;
    const tree: Tree = {};
    if (this.isRest) tree['id'] = row.id;
    if (!isComponent(uid)) tree['documentId'] = row.documentId;
    for (const name of node.fields?.filter((one) => one !== 'id') ?? scalarsOf(uid)) {
      const value = this.rights.mayRead(uid, name) ? valueOf(row, name) : null;
      if (value !== null) tree[name] = value;
    }
    for (const [name, inner] of Object.entries(belowOf(uid, node))) this.showBelow(tree, row, name, inner);
    for (const [name, on] of Object.entries(zonesOf(uid, node))) this.showZone(tree, row, name, on);
    for (const name of node.counts) this.showCount(tree, row, name);
    return tree;
  }

  /** What may not be asked below a row is left out of the answer, or the request is refused. */
  private tolerantly(show: () => void): void {
    try {
      show();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.mayRefuse = true;
    }
  }

  private requireFollow(uid: string, name: string): void {
    if (!this.mayFollow(uid, name)) throw new Refused();
  }

  private showBelow(tree: Tree, row: Row, name: string, node: Node): void {
    this.tolerantly(() => {
      this.requireFollow(row.uid, name);
      const target = targetOf(row.uid, name);
      this.checkNode(target, node);
      const found = this.sorted(
        this.seen(row, name).filter(
          (one) => this.hasStatus(one) && (node.filters === null || this.matches(one, node.filters) === true)
        ),
        node.sort
      );
      // Strapi selects distinct rows below the root, and with them the columns they are sorted by.
      const sorted =
        this.isRest && node.fields ? [...new Set([...node.fields, ...node.sort.map(nameOf)])] : node.fields;
      const shown = { ...node, fields: sorted };
      const rows = found.slice(0, node.limit ?? undefined).map((one) => this.tree(one, shown));
      const { relation = '', repeatable } = attributeOf(row.uid, name) ?? {};
      const [first] = rows;
      if (relation.endsWith('Many') || repeatable) {
        if (rows.length > 0) tree[name] = rows;
      } else if (first) tree[name] = first;
    });
  }

  private showZone(tree: Tree, row: Row, name: string, on: Readonly<Record<string, Node>>): void {
    this.tolerantly(() => {
      this.requireFollow(row.uid, name);
      const parts = (row.parts[name] ?? []).flatMap((part) => {
        const node = on[part.uid];
        return node ? [{ __component: part.uid, ...this.tree(part, node) }] : [];
      });
      if (parts.length > 0) tree[name] = parts;
    });
  }

  private showCount(tree: Tree, row: Row, name: string): void {
    this.tolerantly(() => {
      this.requireFollow(row.uid, name);
      tree[name] = { count: this.seen(row, name).filter((one) => this.hasStatus(one)).length };
    });
  }
}

const nameOf = ({ name }: Sort): string => name;

/** One page; Strapi's default is 25 rows. */
/** A lone test for null of a related row's id asks whether there is a related row; what else is asked is not that. */
const asksForAbsence = (filter: Filter): boolean | null => {
  if (filter.kind !== 'compare' || filter.negated || filter.tests.length !== 1) return null;
  if (filter.name !== 'id' && filter.name !== 'documentId') return null;
  const [[operator, operand] = ['', null]] = filter.tests;
  if (operator === '$null') return operand === true;
  if (operator === '$notNull') return operand !== true;
  return null;
};

const paged = (rows: readonly Row[], page: Page | null): Row[] => {
  if (page === null) return rows.slice(0, 25);
  const [start, length] = 'page' in page ? [(page.page - 1) * page.pageSize, page.pageSize] : [page.start, page.limit];
  return rows.slice(start, start + length);
};

/** With `populate=*` everything is asked for, one step deep. */
const belowOf = (uid: string, node: Node): Node['below'] => {
  if (!node.star) return node.below;
  const names = declared(uid).flatMap(([name, { type }]) =>
    (type === 'relation' || type === 'component') && targetOf(uid, name) !== '' ? [name] : []
  );
  return Object.fromEntries(names.map((name) => [name, emptyNode]));
};

const zonesOf = (uid: string, node: Node): Node['zones'] => {
  if (!node.star) return node.zones;
  return Object.fromEntries(
    declared(uid).flatMap(([name, { type, components = [] }]) =>
      type === 'dynamiczone' ? [[name, Object.fromEntries(components.map((one) => [one, emptyNode]))] as const] : []
    )
  );
};
