import { randomUUID } from 'node:crypto';

/** What an answer may tell: of a contact and their company, of a guest, an address of either, of a row, of a link. */
export const factKinds = ['contact', 'guest', 'address', 'row', 'link'] as const;
export type FactKind = (typeof factKinds)[number];

/** A text that stands nowhere else and says what it is. */
export const fact = (kind: FactKind): string => `${kind}-fact-${randomUUID().slice(0, 8)}`;

const pattern = new RegExp(`(${factKinds.join('|')})-fact-[0-9a-f]{8}`, 'g');

const textsIn = (value: unknown): string[] => JSON.stringify(value ?? null).match(pattern) ?? [];

/** The kinds of facts that an answer tells, without those that the call itself has brought. */
export const factsTold = (answer: unknown, call: unknown): Set<FactKind> => {
  const brought = new Set(textsIn(call));
  const told = textsIn(answer).filter((text) => !brought.has(text));
  return new Set(factKinds.filter((kind) => told.some((text) => text.startsWith(kind))));
};
