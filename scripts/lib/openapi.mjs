import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleSuite } from './bundle.mjs';
import { cache, root } from './paths.mjs';

const contract = join(root, 'contract');
const sources = () =>
  readdirSync(contract)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name: name.slice(0, -'.ts'.length), text: readFileSync(join(contract, name), 'utf8') }));

/**
 * Writes the OpenAPI documents of the contract as it stands, `guest.json` and `admin.json`, to a folder of the repository.
 * `indent` for people who compare two of them.
 */
export const writeDocuments = async (folder, indent = 0) => {
  const program = join(cache, 'openapi.cjs');
  await bundleSuite('contract/openapi/index.ts', program);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const documents = createRequire(import.meta.url)(program).documents(sources(), version);
  mkdirSync(join(root, folder), { recursive: true });
  for (const [side, document] of Object.entries(documents)) {
    writeFileSync(join(root, folder, `${side}.json`), `${JSON.stringify(document, null, indent)}\n`);
  }
};
