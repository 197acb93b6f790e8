import { ValidationError, type Schema } from 'yup';
import { closed, cut, nothing, type Endpoint } from '../../../contract';
import { PLUGIN, type Strapi } from './strapi';

const closedSchemas = new WeakMap<Schema, Schema>();
const closedOf = (schema: Schema): Schema => {
  const known = closedSchemas.get(schema) ?? closed(schema);
  closedSchemas.set(schema, known);
  return known;
};

/** What answers: an endpoint, or one event of a stream. */
type Answering = Pick<Endpoint, 'name' | 'response'>;

/** @throws where an answer, as it is sent, is not what its contract says; the text names the key, and never a value */
const requireAnswer = ({ name, response }: Answering, data: unknown): void => {
  if (data === undefined && response === nothing) return;
  const sent: unknown = data === undefined ? undefined : JSON.parse(JSON.stringify(data));
  try {
    closedOf(response).validateSync(sent, { strict: true, abortEarly: false });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const faults = (error.inner.length > 0 ? error.inner : [error]).map(
      ({ path, type, params }) =>
        `${path || 'data'}: ${type ?? 'invalid'}${type === 'noUnknown' ? ` ${String(params?.['unknown'])}` : ''}`
    );
    throw new Error(`${PLUGIN}: ${name} answers what its contract does not say (${faults.join('; ')})`);
  }
};

const told = new Set<string>();
/** In production a key too many is cut off and told once: it could be a leak, and the rest of the answer is none. */
const cutAnswer = (strapi: Strapi, { name, response }: Answering, data: unknown): unknown =>
  cut(response, data, (path) => {
    const key = `${name} ${path}`;
    if (told.has(key)) return;
    told.add(key);
    strapi.log.warn(`${PLUGIN}: ${name} would answer ${path}, which its contract does not have; it is left out`);
  });

/**
 * An answer held against its contract (`docs/decisions/0030`).
 * @throws outside production, where a key is too many, one too few, or a value of another type
 */
export const heldToContract = (strapi: Strapi, endpoint: Answering, data: unknown): unknown => {
  if (process.env.NODE_ENV === 'production') return cutAnswer(strapi, endpoint, data);
  requireAnswer(endpoint, data);
  return data;
};
