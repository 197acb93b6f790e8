import type { Rule } from '../../contract';
import { targetOf, type Row } from './dump';
import { declared, isComponent, model } from './models';
import type { Guest, World } from './world';

/** One way in which a guest comes to rows of a type: an access type, or rows that were granted to them one by one. */
interface Way {
  rule: Rule | { kind: 'granted' };
  actions: readonly string[];
  readFields: readonly string[] | null;
  drafts: boolean;
}

const isRow = <T>(row: T | undefined): row is T => row !== undefined;

/** What one guest of a world may see: the rules of access, read naively. */
export class Rights {
  private readonly visibleIds = new Map<string, ReadonlySet<number>>();
  private readonly byId = new Map<string, Map<number, Row>>();

  constructor(
    readonly world: World,
    readonly guest: Guest
  ) {
    for (const [uid, rows] of world.rows) this.byId.set(uid, new Map(rows.map((row) => [row.id, row])));
  }

  rowsOf(uid: string): readonly Row[] {
    return this.world.rows.get(uid) ?? [];
  }

  /** The rows that a relation leads to, whether visible or not, in the order of its links. */
  related(row: Row, name: string): Row[] {
    const rows = this.byId.get(targetOf(row.uid, name));
    return (row.links[name] ?? []).map((id) => rows?.get(id)).filter(isRow);
  }

  private granted(uid: string): readonly string[] {
    return this.guest.resources.get(uid) ?? [];
  }

  private ways(uid: string): Way[] {
    const { accessTypes, resourceTypes } = this.world.settings;
    const ways: Way[] = accessTypes
      .filter(({ contentType, key }) => contentType === uid && this.guest.accessTypes.includes(key))
      .map(({ rule, actions, readFields, drafts }) => ({ rule, actions, readFields: readFields ?? null, drafts }));
    const resourceType = resourceTypes.find(({ contentType }) => contentType === uid);
    if (resourceType && this.granted(uid).length > 0) {
      const readFields = resourceType.readFields ?? null;
      ways.push({ rule: { kind: 'granted' }, actions: ['find', 'findOne'], readFields, drafts: false });
    }
    return ways;
  }

  private reading(uid: string): Way[] {
    return this.ways(uid).filter(({ actions }) => actions.includes('find') || actions.includes('findOne'));
  }

  /** Whether the guest may call an action of a type at all. What belongs to a row (a component) is open with the row. */
  mayCall(uid: string, action: 'find' | 'findOne'): boolean {
    return isComponent(uid) || this.ways(uid).some(({ actions }) => actions.includes(action));
  }

  /** Whether the guest may read an attribute: every way that leads them to the type must allow it. */
  mayRead(uid: string, name: string): boolean {
    const attribute = declared(uid).find(([known]) => known === name)?.[1];
    if (attribute === undefined || attribute.private) return false;
    if (isComponent(uid)) return true;
    const ways = this.reading(uid);
    return ways.length > 0 && ways.every(({ readFields }) => readFields?.includes(name) ?? true);
  }

  isVisible(row: Row): boolean {
    if (isComponent(row.uid)) return true;
    const known = this.visibleIds.get(row.uid) ?? this.work(row.uid);
    return known.has(row.id);
  }

  /** The documents of which the guest may see no language and no version. */
  hiddenDocuments(): string[] {
    const rows = [...this.world.rows.values()].flat();
    const visible = new Set(rows.filter((row) => this.isVisible(row)).map(({ documentId }) => documentId));
    return [...new Set(rows.map(({ documentId }) => documentId))].filter((documentId) => !visible.has(documentId));
  }

  private work(uid: string): ReadonlySet<number> {
    const { drafts } = model(uid);
    const ids = new Set<number>();
    for (const way of this.reading(uid)) {
      for (const row of this.rowsOf(uid)) {
        if (drafts && row.publishedAt === null && !way.drafts) continue;
        if (this.reaches(row, way)) ids.add(row.id);
      }
    }
    this.visibleIds.set(uid, ids);
    return ids;
  }

  /** A path leads through rows that are published, unless the access type shows drafts. */
  private reaches(row: Row, { rule, drafts }: Way): boolean {
    if (rule.kind === 'all') return true;
    if (rule.kind === 'granted') return this.granted(row.uid).includes(row.documentId);
    const { kind, path, resourceType } = rule;
    const isEnd = (uid: string, id: number): boolean => {
      if (kind === 'guest') return id === this.guest.id;
      if (kind === 'contact') return this.contacts().has(id);
      const resource = this.byId.get(uid)?.get(id);
      if (uid !== resourceType || resource === undefined || !isPassable(resource)) return false;
      return this.granted(uid).includes(resource.documentId);
    };
    const isPassable = ({ uid, publishedAt }: Row): boolean => drafts || !model(uid).drafts || publishedAt !== null;
    const leads = (from: Row, [name = '', ...rest]: string[]): boolean => {
      const parts = from.parts[name];
      if (parts) return parts.some((part) => leads(part, rest));
      if (rest.length === 0) return (from.links[name] ?? []).some((id) => isEnd(targetOf(from.uid, name), id));
      return this.related(from, name).some((next) => isPassable(next) && leads(next, rest));
    };
    return leads(row, (path ?? '').split('.'));
  }

  /** Their contacts; with *company records* also those of the same companies. Nobody shares «no company». */
  private contacts(): ReadonlySet<number> {
    const { contacts, companyRecords } = this.guest;
    const companies = this.world.contacts.filter(({ id }) => contacts.includes(id)).map(({ company }) => company);
    const peers = this.world.contacts.filter(({ company }) => company !== null && companies.includes(company));
    return new Set([...contacts, ...(companyRecords ? peers.map(({ id }) => id) : [])]);
  }
}
