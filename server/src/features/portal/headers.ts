/**
 * The origin of an image's address, as a policy may name it; null for a path on the site itself, and for whatever is no plain
 * https address: a host such as `*` or `a;script-src` is an address too, and would say more than it should.
 */
export const imageOrigin = (address: string | null): string | null => {
  if (address === null || !URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return protocol === 'https:' && /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/.test(origin) ? origin : null;
};

/**
 * The page takes everything from the site itself: no script or style in the HTML, no frame around it, no form that sends
 * elsewhere. `data:` is for small drawings in style sheets; `imageOrigins` for the site's logo and photos, where they lie elsewhere.
 */
export const contentSecurityPolicy = (imageOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data:", ...imageOrigins].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** On every answer of the portal, errors too. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy([]),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** A built file's name holds the digest of its content. */
export const immutable = 'public, max-age=31536000, immutable';
/** The icon: its name stays while it may change. */
export const anHour = 'public, max-age=3600';
