import { configOf, type Strapi } from '../../kernel';

/** https://developers.google.com/identity/protocols/oauth2/web-server, https://developers.google.com/people/api/rest */
const places = {
  authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revocation: 'https://oauth2.googleapis.com/revoke',
  people: 'https://people.googleapis.com/v1/people/me/connections',
} as const;

/** Where something is at Google; no address comes from the settings, or from an answer. */
export const placeOf = (strapi: Strapi, name: keyof typeof places): URL => {
  const { origin } = configOf(strapi).google;
  const place = new URL(places[name]);
  return origin === undefined ? place : new URL(place.pathname, origin);
};

/** To look at contacts, and to do nothing with them. */
export const scope = 'https://www.googleapis.com/auth/contacts.readonly';
