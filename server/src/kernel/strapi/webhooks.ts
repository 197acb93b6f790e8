import type { Strapi } from './app';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
  findWebhooks(): Promise<{ events?: readonly string[]; isEnabled?: boolean }[]>;
}

const storeOf = (strapi: Strapi): WebhookStore => strapi.get('webhookStore') as unknown as WebhookStore;

/** Lets Strapi's webhooks be told of an event. Called at register. */
export const offerToWebhooks = (strapi: Strapi, event: string): void =>
  storeOf(strapi).addAllowedEvent(event.toUpperCase().replace(/\W/g, '_'), event);

/** Whether some webhook is told of an event. */
export const isToldToWebhooks = async (strapi: Strapi, event: string): Promise<boolean> =>
  (await storeOf(strapi).findWebhooks()).some(({ events, isEnabled }) => isEnabled === true && events?.includes(event));

/** Tells the webhooks of this instance an event, and the site's own code that listens to Strapi's events. */
export const tellWebhooks = async (strapi: Strapi, event: string, payload: object): Promise<void> => {
  await strapi.eventHub.emit(event, { ...payload });
};
