import type { Strapi } from '../../kernel';

/** How many messages of a kind wait, and how many were given up. */
export interface Backlog {
  kind: string;
  waiting: number;
  failed: number;
}

type Count = (strapi: Strapi) => Promise<Backlog[]>;

let count: Count = () => Promise.resolve([]);

/** Says how many mails wait. Called once, by the feature that sends them. */
export const provideMailBacklog = (counting: Count): void => {
  count = counting;
};

export const mailBacklog: Count = (strapi) => count(strapi);
