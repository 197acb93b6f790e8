/** What to do with a request. `pass`: it is not the portal's. */
export type PortalDecision =
  | { readonly kind: 'pass' }
  | { readonly kind: 'page' }
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wrong-method' };

interface PortalRequest {
  readonly method: string;
  /** As it stands in the request line, without the query; not decoded. */
  readonly path: string;
}

interface Portal {
  /** Where the portal stands: `/guest`. */
  readonly path: string;
  readonly hasAsset: (name: string) => boolean;
}

const readMethods: readonly string[] = ['GET', 'HEAD'];

/**
 * Every path below the portal's is a page of its own router, but for the built files, which are known by name, and what
 * else is asked for below `assets/`: an old page that looks for a file of an older build must not get a page for a script.
 */
export const decidePortal = ({ method, path }: PortalRequest, portal: Portal): PortalDecision => {
  if (path !== portal.path && !path.startsWith(`${portal.path}/`)) return { kind: 'pass' };
  if (!readMethods.includes(method)) return { kind: 'wrong-method' };
  const name = path.slice(portal.path.length + 1);
  if (portal.hasAsset(name)) return { kind: 'asset', name };
  return name.startsWith('assets/') ? { kind: 'not-found' } : { kind: 'page' };
};
