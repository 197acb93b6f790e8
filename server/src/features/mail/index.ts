import type { MessageKind } from '../../../../contract';
import { PLUGIN, type Feature, type Strapi } from '../../kernel';
import { provideMailTextCheck } from '../settings';
import { mailMessage } from './content-types/mail-message';
import { deliverDue } from './delivery';
import { endpoints } from './endpoints';
import { faultsOfTyped } from './own-words';
import { enqueue, lastMessageAbout, type MessageRequest } from './service';
import { checkTemplates } from './templates';
import { startWorker, stopWorker } from './worker';

export { registerMessage } from './messages';
export { enqueue, lastMessageAbout } from './service';
export { countRequest, mayMailStranger } from './strangers';

/** Strapi's default provider speaks to the receivers' servers itself, without TLS. */
const warnOfSendmail = (strapi: Strapi): void => {
  if (strapi.config.get('plugin::email.provider') !== 'sendmail') return;
  strapi.log.warn(
    `${PLUGIN}: mail goes out through the default provider "sendmail", unencrypted. Access keys travel in it: configure a provider with TLS.`
  );
};

export const mail: Feature = {
  name: 'mail',
  contentTypes: { 'mail-message': mailMessage },
  endpoints,
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
    provideMailTextCheck(({ kind, ...typed }) => faultsOfTyped(kind, typed));
  },
  bootstrap: (strapi) => {
    warnOfSendmail(strapi);
    startWorker(strapi);
  },
  destroy: stopWorker,
};
