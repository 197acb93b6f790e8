/** A node of Strapi's blocks editor. What is not known of a node is not looked at. */
export interface Block {
  readonly type: string;
  readonly text?: string;
  readonly children?: readonly Block[];
  readonly format?: unknown;
  readonly level?: unknown;
  readonly url?: unknown;
  readonly image?: unknown;
  readonly bold?: unknown;
  readonly italic?: unknown;
  readonly underline?: unknown;
  readonly strikethrough?: unknown;
  readonly code?: unknown;
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
