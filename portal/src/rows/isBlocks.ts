/** A node of Strapi's blocks editor, as far as it is text. */
export interface Block {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly Block[];
  readonly format?: string;
  readonly url?: string;
}

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  (!('text' in value) || typeof value.text === 'string') &&
  (!('children' in value) || (Array.isArray(value.children) && value.children.every(isBlock)));

/** Whether a JSON value is what Strapi's blocks editor writes; every node of it is looked at. */
export const isBlocks = (value: unknown): value is readonly Block[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => isBlock(each) && each.children !== undefined);
