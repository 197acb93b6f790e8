/** Bundles the worker of the queue's tests with the engine: `node bundle.mjs <file>`. */
import { bundleSuite } from '../../../scripts/lib/bundle.mjs';

await bundleSuite('tests/support/queue/worker.ts', process.argv[2]);
