import { setTimeout as wait } from 'node:timers/promises';
import { array, object, string, type InferType } from 'yup';
import { failure, type Strapi } from '../../kernel';
import { denied, isOver, oauth, optionsOf, rejects } from './client';
import { tooLarge, unreachable, type Deadline } from './fetching';
import { placeOf } from './places';
import { refusalOf, waitSeconds } from './refusals';

const text = string().nullable().optional();

/** Somebody in Google's contacts, as far as it is read. https://developers.google.com/people/api/rest/v1/people#Person */
const person = object({
  names: array(object({ familyName: text, givenName: text, displayName: text }).required()).optional(),
  emailAddresses: array(object({ value: text }).required()).optional(),
  phoneNumbers: array(object({ value: text, type: text }).required()).optional(),
  organizations: array(object({ name: text }).required()).optional(),
});
export type GooglePerson = InferType<typeof person>;

const page = object({ connections: array(person.required()).optional(), nextPageToken: text });
type Page = InferType<typeof page>;

/** The most that the API gives at once. */
const pageSize = 1_000;
/** Four times what an account at Google can hold. */
const pagesMax = 100;
const personFields = 'names,emailAddresses,phoneNumbers,organizations';

const addressOf = (strapi: Strapi, pageToken: string | null): URL => {
  const address = placeOf(strapi, 'people');
  address.searchParams.set('personFields', personFields);
  address.searchParams.set('pageSize', String(pageSize));
  if (pageToken !== null) address.searchParams.set('pageToken', pageToken);
  return address;
};

const jsonOf = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json();
  } catch {
    return null;
  }
};

/** Asks once. An answer that refuses is one too. */
const ask = async (strapi: Strapi, token: string, address: URL, deadline: Deadline): Promise<Response> => {
  const library = await oauth();
  try {
    const options = optionsOf(strapi, library, deadline);
    return await library.protectedResourceRequest(token, 'GET', address, undefined, null, options);
  } catch (error) {
    if (error instanceof library.WWWAuthenticateChallengeError) return error.response;
    throw error;
  }
};

const pageIn = async (answer: Response): Promise<Page> => {
  const said = await jsonOf(answer);
  return page.validate(said, { strict: true }).catch(() => {
    throw unreachable();
  });
};

const busy = (seconds: number) =>
  failure('google_busy', 'Google wants to be asked again later', { retryAfterSeconds: Math.ceil(seconds) });

/** A page of people; asked again where Google is busy, as long as there is time for that. */
const askForPage = async (strapi: Strapi, token: string, address: URL, deadline: Deadline): Promise<Page> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask(strapi, token, address, deadline);
    if (answer.ok) return pageIn(answer);
    const refusal = refusalOf(answer.status, await jsonOf(answer));
    switch (refusal) {
      case 'api-off':
        throw failure('google_api_off', 'The People API is off in the project of this site at Google');
      case 'denied':
        throw denied();
      case 'over':
        throw isOver();
      case 'rejects':
        throw rejects(strapi, `the People API answers ${answer.status}`);
      case 'busy':
      case 'unreachable': {
        const seconds = waitSeconds(answer.headers.get('Retry-After'), tries, new Date());
        const isInTime = seconds !== null && Date.now() + seconds * 1_000 < deadline;
        if (!isInTime) throw refusal === 'busy' ? busy(seconds ?? 60) : unreachable();
        await wait(seconds * 1_000);
      }
    }
  }
};

/**
 * All contacts of whoever the token is of.
 * @throws `google_api_off`, `google_busy`, `google_denied`, `google_over`, `google_rejects`, `google_too_large`, `google_unreachable`
 */
export const readPeople = async (strapi: Strapi, token: string, deadline: Deadline): Promise<GooglePerson[]> => {
  const people: GooglePerson[] = [];
  let pageToken: string | null = null;
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const { connections = [], nextPageToken }: Page = await askForPage(
      strapi,
      token,
      addressOf(strapi, pageToken),
      deadline
    );
    people.push(...connections);
    if (!nextPageToken) return people;
    pageToken = nextPageToken;
  }
  throw tooLarge();
};
