import type { JoiningDomain } from '../../../../../contract';

/** A domain with labels of any letters; what of it really is one, the server says. */
const domainShape = /^(\*\.)?([^\s.,;:/\\@*<>"'()[\]]+\.)+[^\s.,;:/\\@*<>"'()[\]]{2,}\.?$/;

/** The domain in what somebody typed or pasted: `Anna@Example.com`, `https://example.com/x` and `@example.com` are `example.com`. */
const domainIn = (piece: string): string =>
  piece
    .replace(/^[a-z][a-z0-9+.-]*:(\/\/)?/i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** What came of a typed or pasted text: new domains, and the pieces that are none or stand there already. */
export interface Pasted {
  domains: string[];
  refused: string[];
  known: string[];
}

/** Splits a text of one or several domains, one a line or with commas, semicolons or spaces between. */
export const domainsIn = (text: string, taken: readonly string[]): Pasted => {
  const pasted: Pasted = { domains: [], refused: [], known: [] };
  for (const piece of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const domain = domainIn(piece);
    if (!domainShape.test(domain) || domain.length > 255) pasted.refused.push(piece);
    else if (taken.includes(domain) || pasted.domains.includes(domain)) pasted.known.push(domain);
    else pasted.domains.push(domain);
  }
  return pasted;
};

export const newDomain = (domain: string): JoiningDomain => ({ domain, resources: [], accessTypes: [] });
