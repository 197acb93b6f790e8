import { contacts } from './contacts.mjs';
import { guests } from './guests.mjs';
import { tasks } from './tasks.mjs';
import { tickets } from './tickets.mjs';

/** What a site can be filled with. Each is a function of the means of fill.mjs and of amounts. */
export const dataSets = { contacts, guests, tasks, tickets };
