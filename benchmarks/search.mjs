import { get, timesAlternately } from './lib/load.mjs';
import { middleSite } from './lib/tasks.mjs';

const atMost = process.env.DATABASE_CLIENT === undefined || process.env.DATABASE_CLIENT === 'sqlite' ? 4.5 : 2;

export const description = `time of a guest’s search by folding among 100,000 tasks over Strapi’s own comparison of the same texts: ≤ ${atMost}`;

/** What is looked for, at the end of the text where it is found: Strapi’s `$endsWithi`, which stays its own, passes the same rows. */
const questions = [
  { name: 'search-title', fields: ['title'], typed: 'préparer le lot 99999' },
  { name: 'search-nothing', fields: ['description'], typed: 'bureau d’architectes.' },
  { name: 'search-portal', fields: ['title', 'description', 'state', 'comment'], typed: 'vu avec le client.' },
];

const path = (fields, operator, typed) =>
  `/api/tasks?pagination[pageSize]=25&${fields
    .map((field, index) => `filters[$or][${index}][${field}][${operator}]=${encodeURIComponent(typed)}`)
    .join('&')}`;

export const run = async () => {
  const site = await middleSite();
  const token = await site.allToken();
  const results = [];
  for (const { name, fields, typed } of questions) {
    const ours = get(site, path(fields, '$containsi', typed), token);
    const theirs = get(site, path(fields, '$endsWithi', typed), token);
    results.push({ name, ...(await timesAlternately(ours, theirs)), target: { atMost } });
  }
  return results;
};
