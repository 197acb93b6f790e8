import { guestHeader } from '../constants';
import type { Audience } from '../routes';

type Requirement = Readonly<Record<string, readonly string[]>>;

/** How a caller says who they are: all schemes of one entry, of any entry. Nothing for what is for everybody. */
export const securityOf = ({ audience }: { readonly audience: Audience }): Requirement[] => {
  if (audience === 'public') return [];
  return audience === 'guest' ? [{ session: [] }, { cookie: [], page: [] }] : [{ administrator: [] }];
};

const retryAfter = {
  description: 'With 429, and at times with 503: in how many seconds to come back.',
  schema: { type: 'integer', minimum: 0 },
};

const responses = {
  Refusal: {
    description: 'Refused; `error.details.code` says why.',
    headers: { 'Retry-After': retryAfter },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
};

const guestComponents = {
  securitySchemes: {
    session: { type: 'http', scheme: 'bearer', description: 'The `token` of a login with the carrier `token`.' },
    cookie: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-guest-access',
      description: 'Of a login with the carrier `cookie`; `guest-access` on a site without https.',
    },
    page: {
      type: 'apiKey',
      in: 'header',
      name: 'Guest-Access',
      description: 'With the value `cookie`: a page of the site itself means its cookie.',
    },
  },
  parameters: {
    [guestHeader]: {
      name: guestHeader,
      in: 'header',
      required: false,
      description:
        'For whom a page was drawn, the `documentId` of `GetMe`. Where the session is another guest’s: 409 `other_guest`.',
      schema: { type: 'string' },
    },
  },
};

const adminComponents = {
  securitySchemes: {
    administrator: { type: 'http', scheme: 'bearer', description: 'The token of a login at Strapi’s admin panel.' },
  },
};

/** What the operations of a document point at, beside its schemas. */
export const componentsFor = (side: 'guest' | 'admin') => ({
  responses,
  ...(side === 'guest' ? guestComponents : adminComponents),
});
