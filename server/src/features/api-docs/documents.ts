import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GetOpenApi, ResponseOf } from '../../../../contract';

/** The built plugin is `dist/server/index.js`; the documents were written beside it, of the same contract. */
const folder = join(__dirname, '..', 'openapi');

/** The OpenAPI document of one side of the API. @throws where the plugin was not built */
export const readDocument = async (side: 'guest' | 'admin'): Promise<ResponseOf<typeof GetOpenApi>> =>
  JSON.parse(await readFile(join(folder, `${side}.json`), 'utf8'));
