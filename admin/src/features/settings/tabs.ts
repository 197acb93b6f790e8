import type { Settings } from '../../../../contract';

/** The parts of the page below the two switches, in their order. */
export const tabs = ['content', 'signIn', 'joining', 'brand', 'mails', 'google', 'trail'] as const;
export type Tab = (typeof tabs)[number];

const tabOfField: Record<keyof Settings, Tab | null> = {
  contacts: null,
  guests: null,
  resourceTypes: 'content',
  accessTypes: 'content',
  signInMethods: 'signIn',
  passwordPolicy: 'signIn',
  joining: 'joining',
  brand: 'brand',
  timeZone: 'brand',
  mailTexts: 'mails',
  google: 'google',
  trail: 'trail',
};

const isField = (name: string): name is keyof Settings => Object.hasOwn(tabOfField, name);

/** The tab on which a path of the settings stands; null for the switches above them all. */
export const tabOf = (path: string): Tab | null => {
  const field = path.split(/[.[]/)[0] ?? '';
  return isField(field) ? tabOfField[field] : null;
};

/** The tab that the address names (`#joining`), else the first. */
export const tabIn = (hash: string): Tab => tabs.find((tab) => `#${tab}` === hash) ?? 'content';
