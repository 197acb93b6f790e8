import { GetAdminOpenApi, GetOpenApi } from '../../../../contract';
import { handle, type HandledEndpoint } from '../../kernel';
import { readDocument } from './documents';

export const endpoints: HandledEndpoint[] = [
  handle(GetOpenApi, () => readDocument('guest')),
  handle(GetAdminOpenApi, () => readDocument('admin')),
];
