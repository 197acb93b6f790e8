import type { MessageKind } from '../../../../contract';
import { asSystem, now, type Feature, type Strapi } from '../../kernel';
import { provideMailBacklog } from '../jobs';
import { provideMailTextCheck } from '../settings';
import { mailMessage } from './content-types/mail-message';
import { deliverDue } from './delivery';
import { endpoints } from './endpoints';
import { faultsOfTyped } from './overrides';
import { warnOfProvider } from './provider';
import { countBacklog, deleteEnded } from './repository';
import { keptDays } from './rules';
import { enqueue, lastMessageAbout, type MessageRequest } from './service';
import { checkTemplates } from './templates';
import { startWorker, stopWorker } from './worker';

export { registerMessage } from './messages';
export { provideZoneOfReader } from './readers';
export { enqueue, lastMessageAbout } from './service';
export { countRequest, mayMailGuest, mayMailStranger, mayTellEditor } from './strangers';

const dayMs = 24 * 3_600_000;

/** Deletes messages that ended long ago. Every instance may do it at the same time. */
const purge = (strapi: Strapi) => asSystem(() => deleteEnded(strapi, new Date(now().getTime() - keptDays * dayMs)));

export const mail: Feature = {
  name: 'mail',
  contentTypes: { 'mail-message': mailMessage },
  endpoints,
  schedules: [
    { name: 'mail.purge', slots: { hour: 4, minute: 43 }, missed: 'catch-up', run: (strapi) => purge(strapi) },
  ],
  services: {
    mail: ({ strapi }) => ({
      enqueue: (request: MessageRequest) => enqueue(strapi, request),
      deliverDue: () => deliverDue(strapi),
      lastMessageAbout: (aboutType: string, aboutId: string, kind: MessageKind) =>
        lastMessageAbout(strapi, aboutType, aboutId, kind),
    }),
  },
  register: () => {
    checkTemplates();
    provideMailBacklog(countBacklog);
    provideMailTextCheck(({ kind, ...typed }) => faultsOfTyped(kind, typed));
  },
  bootstrap: (strapi) => {
    warnOfProvider(strapi);
    startWorker(strapi);
  },
  destroy: async (strapi) => {
    await stopWorker(strapi);
  },
};
