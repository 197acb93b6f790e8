import type { Field } from '../api/guestAccess';
import type { MessageKey } from '../language/translations';
import { wordsOf } from './words';

/** Attributes that Strapi gives every content type. */
const ownNames: Readonly<Record<string, MessageKey>> = {
  createdAt: 'field.createdAt',
  updatedAt: 'field.updatedAt',
  publishedAt: 'field.publishedAt',
  documentId: 'field.documentId',
};

/** What to call a field: the site's own label, else words made of its name. */
export const fieldLabel = ({ name, label }: Pick<Field, 'name' | 'label'>, t: (key: MessageKey) => string): string => {
  if (label !== undefined && label !== '' && label !== name) return label;
  const own = ownNames[name];
  return own === undefined ? wordsOf(name) : t(own);
};
