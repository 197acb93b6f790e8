import type * as Library from 'oauth4webapi';
import { failure, googleRedirectUri, keyedDigest, PLUGIN, reasonOf, type Strapi } from '../../kernel';
import { answerSignal, fetchWhole, unreachable, type Deadline } from './fetching';
import { placeOf, scope } from './places';

type OAuth = typeof Library;
/** A module that `require` does not take on every Node that Strapi runs on. */
let loading: Promise<OAuth> | null = null;
export const oauth = (): Promise<OAuth> => (loading ??= import('oauth4webapi'));

/** The site as Google knows it. */
export interface Site {
  readonly clientId: string;
  readonly clientSecret: string;
}

const serverOf = (strapi: Strapi): Library.AuthorizationServer => ({
  issuer: 'https://accounts.google.com',
  token_endpoint: placeOf(strapi, 'token').href,
  revocation_endpoint: placeOf(strapi, 'revocation').href,
});
const clientOf = ({ clientId }: Site): Library.Client => ({ client_id: clientId });

/** How a request of ours is sent. */
export const optionsOf = (strapi: Strapi, { allowInsecureRequests, customFetch }: OAuth, deadline: Deadline) => ({
  [customFetch]: fetchWhole(strapi),
  // Nothing but a test's server on this machine is asked without encryption: the configuration refuses all others.
  [allowInsecureRequests]: placeOf(strapi, 'token').protocol === 'http:',
  signal: answerSignal(deadline),
});

/** PKCE's verifier (RFC 7636), made again of the state and the site's own key as it is needed: it stands nowhere. */
const verifierOf = (strapi: Strapi, state: string): string => keyedDigest(strapi, `google-code-verifier ${state}`);

/** The page on which somebody consents. No token for later is asked for. */
export const consentAddress = async (strapi: Strapi, { clientId }: Site, state: string): Promise<string> => {
  const { calculatePKCECodeChallenge } = await oauth();
  const address = placeOf(strapi, 'authorization');
  const asked = {
    client_id: clientId,
    redirect_uri: googleRedirectUri(strapi),
    response_type: 'code',
    scope,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifierOf(strapi, state)),
    code_challenge_method: 'S256',
    access_type: 'online',
    // Whoever is logged in with several accounts says which.
    prompt: 'select_account',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
};

export const denied = () => failure('google_denied', 'Google was not allowed to show the contacts');
export const isOver = () => failure('google_over', 'This attempt is over: begin again');
export const rejects = (strapi: Strapi, reason: string): Error => {
  // A word of the protocol's, `invalid_client` or `redirect_uri_mismatch`: the owner looks for it in the log.
  strapi.log.warn(`${PLUGIN}: Google does not accept this site's client: ${reasonOf(reason)}`);
  return failure('google_rejects', 'Google does not accept how this site is set up there');
};

/** What Google has put into the address by which it led back. */
export interface Said {
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  readonly iss: string | null;
}

/** The parameters of a consent. @throws `google_denied`, `google_rejects`, `google_unreachable` */
const consentOf = (
  { AuthorizationResponseError, validateAuthResponse }: OAuth,
  strapi: Strapi,
  site: Site,
  said: Said
) => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value !== null) params.set(name, String(value));
  try {
    return validateAuthResponse(serverOf(strapi), clientOf(site), params, said.state);
  } catch (error) {
    if (!(error instanceof AuthorizationResponseError)) throw rejects(strapi, 'an answer that is none');
    if (error.error === 'access_denied') throw denied();
    if (['server_error', 'temporarily_unavailable'].includes(error.error)) throw unreachable();
    throw rejects(strapi, error.error);
  }
};

export interface Token {
  readonly accessToken: string;
  /** Whether the contacts are among what was consented to. */
  readonly isForContacts: boolean;
}

/**
 * The token that a consent is good for, for some minutes.
 * @throws `google_denied`, `google_over`, `google_rejects`, `google_unreachable`
 */
export const tokenOf = async (strapi: Strapi, site: Site, said: Said, deadline: Deadline): Promise<Token> => {
  const library = await oauth();
  const { authorizationCodeGrantRequest, ClientSecretPost, processAuthorizationCodeResponse } = library;
  const [server, client] = [serverOf(strapi), clientOf(site)];
  const params = consentOf(library, strapi, site, said);
  if (!params.has('code')) throw rejects(strapi, 'an answer without a code');
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    ClientSecretPost(site.clientSecret),
    params,
    googleRedirectUri(strapi),
    verifierOf(strapi, said.state),
    optionsOf(strapi, library, deadline)
  );
  if (response.status >= 500 || response.status === 429) throw unreachable();
  const token = await processAuthorizationCodeResponse(server, client, response).catch((error: unknown) => {
    const reason = error instanceof library.ResponseBodyError ? error.error : `an answer of ${response.status}`;
    throw reason === 'invalid_grant' ? isOver() : rejects(strapi, reason);
  });
  // The box before the contacts can be left empty on Google's page.
  const isForContacts = token.scope === undefined || token.scope.split(' ').includes(scope);
  return { accessToken: token.access_token, isForContacts };
};

const revokeMs = 5_000;

/** Ends a token before its time. Where that fails it ends by itself, within the hour. */
export const revokeToken = async (strapi: Strapi, site: Site, token: string): Promise<void> => {
  const library = await oauth();
  const { ClientSecretPost, revocationRequest } = library;
  const options = optionsOf(strapi, library, Date.now() + revokeMs);
  await revocationRequest(serverOf(strapi), clientOf(site), ClientSecretPost(site.clientSecret), token, options).catch(
    () => strapi.log.warn(`${PLUGIN}: a token of Google's could not be revoked; it ends by itself`)
  );
};
