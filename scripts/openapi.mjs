/**
 * npm run openapi, at a release: keeps the OpenAPI documents as they are now in docs/openapi, where the next release is held
 * against them (`tests/house/openapi.test.ts`).
 */
import { writeDocuments } from './lib/openapi.mjs';

await writeDocuments('docs/openapi', 1);
