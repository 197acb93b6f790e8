import { errorCodes, type ErrorCode } from '../errors';

/** What the comment before an endpoint says of it. */
export interface EndpointComment {
  /** The file of the contract that it stands in: `sessions`. */
  readonly feature: string;
  /** Its method and path, `GET /me/sessions`. */
  readonly call: string;
  /** The rest, on one line; its codes stand between back quotes. */
  readonly text: string;
}

const beforeEndpoint = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const (\w+) = (?:endpoint|eventStream|file)\(/g;
const startOfLine = /\s*\n\s*\* ?/g;
/** Of the catalogue that the product was built by. */
const requirement = / ?\([A-Z]\d+\)/g;

/** The comments of the endpoints of one file of the contract, by the endpoints' names. */
export const commentsIn = (feature: string, source: string): [string, EndpointComment][] =>
  [...source.matchAll(beforeEndpoint)].map(([, comment = '', name = '']) => {
    const line = comment.replace(startOfLine, ' ').trim();
    const [call = '', ...text] = line.split(' — ');
    return [name, { feature, call: call.replace(/\?.*$/, ''), text: text.join(' — ').replace(requirement, '') }];
  });

const isCode = (word: string): word is ErrorCode => Object.hasOwn(errorCodes, word);

/** The codes that a comment names. */
export const codesIn = (text: string): ErrorCode[] =>
  [...text.matchAll(/`(\w+)`/g)].map(([, word = '']) => word).filter(isCode);

/** The first sentence, to stand in a list. */
export const summaryOf = (text: string): string => {
  const [first = ''] = text.split(/(?:[.;:]\s|\.$)/);
  return first.charAt(0).toUpperCase() + first.slice(1);
};
