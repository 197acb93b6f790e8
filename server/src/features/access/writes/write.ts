import { failure, type DocumentParams, type Model, type Strapi, type TransactionParts } from '../../../kernel';
import type { Profile } from '../policy/profile';

export interface Write {
  strapi: Strapi;
  profile: Profile;
  model: Model;
  params: DocumentParams;
  /** The language version that is written; null where the type has none. */
  locale: string | null;
  now: Date;
  transaction: TransactionParts;
  /** What the answer is to hold. */
  answer: Pick<DocumentParams, 'fields' | 'populate'>;
  next: () => Promise<unknown>;
}

export const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

export const dataOf = ({ params }: Write): Record<string, unknown> => {
  if (typeof params.data !== 'object' || params.data === null || Array.isArray(params.data)) {
    throw failure('invalid_body', 'data: an object');
  }
  return params.data;
};

export const forbidden = () => failure('write_not_allowed', 'Forbidden');
