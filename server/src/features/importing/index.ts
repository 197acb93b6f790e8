import { SampleImport } from '../../../../contract';
import { guarded, handle, type Feature } from '../../kernel';
import { requireContacts } from '../settings';
import { sampleImport } from './sample';

/** People out of a file. */
export const importing: Feature = {
  name: 'importing',
  endpoints: guarded(requireContacts, [handle(SampleImport, ({ body }) => sampleImport(body))]),
};
