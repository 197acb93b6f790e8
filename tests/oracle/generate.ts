import type { Random } from '../../playground/src/seed/random';
import { targetOf, valueOf, type Scalar } from './dump';
import { word } from './fill';
import { attributeOf, declared, isComponent, isScalar, model, scalarsOf } from './models';
import { depthOf, print } from './print';
import {
  emptyNode,
  everyRow,
  type Api,
  type Filter,
  type Node,
  type Page,
  type Query,
  type Sort,
  type Test,
} from './query';
import type { Rights } from './rights';

/** How deep filters and answers go, in relations. */
const depthMax = 4;
/** Strapi's own parser of addresses gives up on brackets deeper than this many groups and relations. */
const nestingMax = 6;
/** The plugin bounds the depth of a guest's query; this is within. */
const levelsMax = 10;

/** The plugin bounds the fields of a GraphQL page times its rows; so many fields in all are within, wherever pages begin. */
const cellsMax = 10_000 / everyRow;
/** As the plugin counts: a relation as five fields. */
const cellsOf = ({ fields, below, zones }: Node): number =>
  [...Object.values(below), ...Object.values(zones).flatMap((on) => Object.values(on))].reduce(
    (sum, node) => sum + 5 + cellsOf(node),
    1 + (fields?.length ?? 0)
  );

/** Node takes no longer ones: 16 KiB of headers in all. */
const pathMax = 12_000;

const relational = new Set(['relation', 'component']);

/** Makes random questions of a guest: mostly such as they may ask, sometimes such as must be refused. */
export class Generator {
  constructor(
    private readonly random: Random,
    private readonly rights: Rights,
    private readonly api: Api
  ) {}

  private chance(share: number): boolean {
    return this.random.next() < share;
  }

  private some<T>(from: readonly T[], share: number): T[] {
    return from.filter(() => this.chance(share));
  }

  query(): Query {
    for (;;) {
      const query = this.anyQuery();
      const request = print(query);
      const isShort = request.method === 'POST' ? cellsOf(query.node) <= cellsMax : request.path.length <= pathMax;
      if (depthOf(query) <= levelsMax && isShort) return query;
    }
  }

  private anyQuery(): Query {
    const types = [...this.rights.world.rows.keys()];
    const open = types.filter((uid) => this.rights.mayCall(uid, 'find'));
    const type = this.random.pick(open.length > 0 && this.chance(0.96) ? open : types);
    const node = this.node(type, depthMax, true);
    const one = this.chance(0.12) ? this.someDocument(type) : null;
    return {
      api: this.api,
      type,
      one,
      status: this.chance(model(type).drafts ? 0.3 : 0.08) ? 'draft' : null,
      locale: model(type).localized && this.chance(0.5) ? this.random.pick(['fr', 'en', ...(one ? [] : ['*'])]) : null,
      search:
        one === null && this.api === 'rest' && this.chance(0.06) ? this.respelt(word(this.random).slice(0, 3)) : null,
      page: one === null ? this.page(node.sort) : null,
      node: one === null ? node : { ...node, filters: null, sort: [] },
    };
  }

  private someDocument(type: string): string {
    const rows = this.rights.rowsOf(type);
    const visible = rows.filter((row) => this.rights.isVisible(row));
    const from = visible.length > 0 && this.chance(0.6) ? visible : rows;
    return from.length > 0 ? this.random.pick(from).documentId : this.random.documentId();
  }

  /** Part of a list only where its order is determined. */
  private page(sort: readonly Sort[]): Page {
    const size = sort.length > 0 && this.chance(0.6) ? 1 + this.random.below(6) : everyRow;
    const number = size < everyRow ? this.random.below(3) : 0;
    return this.chance(0.6) ? { page: number + 1, pageSize: size } : { start: number, limit: size };
  }

  /** An attribute that the guest may name, or now and then any. */
  private pickName(names: readonly string[], mayName: (name: string) => boolean): string | null {
    const fine = names.filter(mayName);
    const from = fine.length > 0 && this.chance(0.97) ? fine : names;
    return from.length > 0 && (fine.length > 0 || this.chance(0.05)) ? this.random.pick(from) : null;
  }

  private mayFollow(uid: string, name: string): boolean {
    const isRelation = attributeOf(uid, name)?.type === 'relation';
    return this.rights.mayRead(uid, name) && (!isRelation || this.rights.mayCall(targetOf(uid, name), 'find'));
  }

  // --- populate

  private node(uid: string, depth: number, isRoot = false): Node {
    const many = isRoot || depth > 0;
    const node: Node = {
      ...emptyNode,
      fields: this.fields(uid),
      filters: many && this.chance(isRoot ? 0.75 : 0.35) ? this.filter(uid, isRoot ? depthMax : 2, nestingMax) : null,
      sort: this.chance(isRoot ? 0.6 : 0.4) ? this.sort(uid) : [],
      connection: this.api === 'graphql' && depth >= 3 && this.chance(0.4),
    };
    if (depth === 0) return node;
    if (this.api === 'rest' && this.chance(isRoot ? 0.12 : 0.05)) return { ...node, star: true };
    return { ...node, ...this.below(uid, depth) };
  }

  private fields(uid: string): Node['fields'] {
    const scalars = scalarsOf(uid);
    if (this.api === 'rest' && this.chance(0.6)) return null;
    const readable = scalars.filter((name) => this.rights.mayRead(uid, name));
    if (this.api === 'rest') {
      const hidden = this.chance(0.01) ? scalars.filter((name) => !readable.includes(name)) : [];
      const picked = [...this.some(readable, 0.5), ...this.some(hidden, 0.5)];
      return picked.length > 0 ? picked : null;
    }
    // GraphQL: a hidden field that is required would make the whole row an error; a private one is not in the schema.
    const nullable = scalars.filter((name) => !attributeOf(uid, name)?.required && !attributeOf(uid, name)?.private);
    const askable = [...new Set([...readable, ...nullable])];
    const picked = this.some(askable, 0.5);
    return picked.length > 0 || !isComponent(uid) ? picked : askable.slice(0, 1);
  }

  private below(uid: string, depth: number): Pick<Node, 'below' | 'zones' | 'counts'> {
    // Of a type with many relations a few: answers stay of a size.
    const few = 4 / declared(uid).filter(([_name, attribute]) => !isScalar(attribute)).length;
    const share = Math.min([0, 0.3, 0.3, 0.35, 0.4][depth] ?? 0.4, few);
    const below: Record<string, Node> = {};
    const zones: Record<string, Record<string, Node>> = {};
    const counts: string[] = [];
    for (const [name, attribute] of declared(uid)) {
      const isHidden = !this.mayFollow(uid, name);
      if (!this.chance(isHidden ? 0.08 : share)) continue;
      if (attribute.type === 'dynamiczone') {
        const components = attribute.components ?? [];
        const asked = this.api === 'graphql' ? components : this.some(components, 0.7);
        if (asked.length > 0) {
          zones[name] = Object.fromEntries(asked.map((one) => [one, this.part(one, depth - 1)]));
        }
      } else if (attribute.type === 'component') {
        below[name] = this.part(attribute.component ?? '', depth - 1);
      } else if (
        attribute.type === 'relation' &&
        attribute.target &&
        !(this.api === 'graphql' && isForeign(attribute.target))
      ) {
        const isMany = attribute.relation?.endsWith('Many') === true;
        if (this.api === 'rest' && isMany && this.chance(0.1)) counts.push(name);
        else below[name] = this.related(attribute.target, depth - 1, isMany);
      }
    }
    return { below, zones, counts };
  }

  private part(uid: string, depth: number): Node {
    return { ...this.node(uid, depth), filters: null, sort: [], connection: false };
  }

  private related(uid: string, depth: number, isMany: boolean): Node {
    if (isForeign(uid)) return emptyNode;
    const node = this.node(uid, depth);
    if (this.api === 'rest') return isMany ? node : { ...node, sort: [] };
    if (!isMany) return { ...node, filters: null, sort: [], connection: false };
    return { ...node, limit: node.sort.length > 0 && this.chance(0.4) ? 1 + this.random.below(3) : null };
  }

  /** Ends with the id, so that the order of equal rows is determined. */
  private sort(uid: string): Sort[] {
    const direction = () => this.random.pick(['asc', 'desc'] as const);
    const names = new Set<string>();
    for (let index = this.random.below(3); index > 0; index -= 1) {
      const candidates = this.chance(0.01) ? declared(uid).map(([name]) => name) : scalarsOf(uid);
      const name = this.pickName(candidates, (one) => this.rights.mayRead(uid, one));
      if (name !== null) names.add(name);
    }
    return [...[...names].map((name) => ({ name, direction: direction() })), { name: 'id', direction: direction() }];
  }

  // --- filters

  private filter(uid: string, depth: number, nesting: number): Filter {
    const roll = this.random.next();
    if (nesting > 1 && roll < 0.22) {
      const of = Array.from({ length: 2 + this.random.below(2) }, () => this.filter(uid, depth, nesting - 1));
      return { kind: this.random.pick(['and', 'or', 'or', 'all']), of };
    }
    if (nesting > 1 && roll < 0.34) return { kind: 'not', of: this.filter(uid, depth, nesting - 1) };
    if (nesting > 0 && depth > 0 && roll < 0.78) {
      const asked = this.aboutRelated(uid, depth, nesting);
      if (asked) return asked;
    }
    return this.compare(uid);
  }

  private aboutRelated(uid: string, depth: number, nesting: number): Filter | null {
    const names = declared(uid).flatMap(([name, { type, target }]) =>
      relational.has(type) && targetOf(uid, name) !== '' && !(this.api === 'graphql' && isForeign(target)) ? [name] : []
    );
    const name = this.pickName(names, (one) => this.mayFollow(uid, one));
    if (name === null) return null;
    const target = targetOf(uid, name);
    const isRelation = attributeOf(uid, name)?.type === 'relation';
    if (isRelation && this.chance(0.16)) {
      return {
        kind: 'presence',
        name,
        absent: this.chance(0.5),
        by: this.api === 'graphql' ? 'documentId' : this.random.pick(['itself', 'id', 'documentId']),
        operator: this.random.pick(['$null', '$notNull']),
      };
    }
    if (isForeign(target)) return { kind: 'through', name, of: this.ofId([1, 2, 3]), short: true };
    if (this.api === 'rest' && isRelation && this.chance(0.1)) {
      const ids = this.rights.rowsOf(target).map(({ id }) => id);
      return { kind: 'through', name, of: this.ofId(ids.length > 0 ? ids : [1]), short: true };
    }
    return { kind: 'through', name, of: this.filter(target, depth - 1, nesting - 1), short: false };
  }

  private ofId(ids: readonly number[]): Filter {
    const operator = this.random.pick(['$eq', '$in', '$ne', '$notIn']);
    const operand = operator.endsWith('n') ? [this.random.pick(ids), this.random.pick(ids)] : this.random.pick(ids);
    return { kind: 'compare', name: 'id', tests: [[operator, operand]], negated: false };
  }

  private compare(uid: string): Filter {
    if (!isComponent(uid) && this.chance(0.1)) {
      const ids = this.rights.rowsOf(uid).map((row) => row.documentId);
      const picked = [0, 1].map(() => (ids.length > 0 ? this.random.pick(ids) : 'a'));
      const test: Test = this.random.pick<Test>([
        ['$in', picked],
        ['$notIn', picked],
        ['$eq', picked[0] ?? ''],
        ['$ne', picked[0] ?? ''],
      ]);
      return { kind: 'compare', name: 'documentId', tests: [test], negated: false };
    }
    // A private attribute is not in GraphQL's schema.
    const names = scalarsOf(uid).filter((name) => this.api === 'rest' || !attributeOf(uid, name)?.private);
    const name = this.pickName(names, (one) => this.rights.mayRead(uid, one)) ?? 'documentId';
    const tests = [this.test(uid, name)];
    if (this.chance(0.15)) {
      const more = this.test(uid, name);
      if (more[0] !== tests[0]?.[0]) tests.push(more);
    }
    return { kind: 'compare', name, tests, negated: this.chance(0.12) };
  }

  private test(uid: string, name: string): Test {
    const type = attributeOf(uid, name)?.type ?? 'string';
    const value = () => this.value(uid, name);
    if (this.chance(0.12)) return [this.random.pick(['$null', '$notNull']), this.chance(0.6)];
    const text = ['$contains', '$notContains', '$containsi', '$notContainsi', '$startsWith', '$endsWith', '$eqi'];
    if (this.api === 'rest') text.push('$nei', '$startsWithi', '$endsWithi');
    const isText = ['string', 'text', 'richtext', 'enumeration'].includes(type);
    const any = ['$eq', '$ne', '$lt', '$lte', '$gt', '$gte'];
    // Strapi loses lists of instants on their way from GraphQL: it takes each Date for an object to walk into.
    if (this.api === 'rest' || type !== 'datetime') any.push('$in', '$notIn', '$between');
    const operator = this.random.pick(isText ? [...any, ...text, ...text] : any);
    if (operator === '$in' || operator === '$notIn') return [operator, [value(), value()]];
    if (operator === '$between') return [operator, [value(), value()].sort((a, b) => (a < b ? -1 : 1))];
    const whole = value();
    if (typeof whole !== 'string' || !isText) return [operator, whole];
    if (/start/i.test(operator)) return [operator, whole.slice(0, 1 + this.random.below(3))];
    if (/end/i.test(operator)) return [operator, whole.slice(-1 - this.random.below(2))];
    if (/containsi$/i.test(operator)) return [operator, this.respelt(whole.slice(this.random.below(2), 3))];
    if (/contain/i.test(operator)) return [operator, whole.slice(this.random.below(2), 3)];
    return [operator, whole];
  }

  /** As somebody else would type it. */
  private respelt(text: string): string {
    const spellings = { a: 'À', e: 'é', i: 'I\u0302', o: 'ｏ', u: 'Ü' };
    return this.chance(0.5) ? text : text.replace(/[aeiou]/g, (letter) => spellings[letter as keyof typeof spellings]);
  }

  /** A value that some row has, so that tests come true. */
  private value(uid: string, name: string): Exclude<Scalar, null> {
    if (name === 'documentId') return this.random.documentId();
    const rows = isComponent(uid)
      ? [...this.rights.world.rows.values()].flat().flatMap(({ parts }) => Object.values(parts).flat())
      : this.rights.rowsOf(uid);
    const known = rows.filter((row) => row.uid === uid).flatMap((row) => valueOf(row, name) ?? []);
    if (known.length > 0) return this.random.pick(known);
    const type = attributeOf(uid, name)?.type;
    if (type === 'datetime') return '2026-01-01T08:30:00.000Z';
    if (type === 'decimal') return 1;
    return type === 'date' ? '2026-01-01' : word(this.random);
  }
}

/** A type that no guest ever sees: contacts and guests themselves. */
const isForeign = (uid: string | undefined): boolean => uid?.startsWith('plugin::') === true;
