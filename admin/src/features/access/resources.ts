import { resourcePageSizeMax } from '../../../../contract/access';
import { callApi } from '../../kernel/api';
import type { Option } from '../../kernel/dual-list';

/** All rows of a resource type, page by page; sorted by label. @throws ApiError */
export const loadResources = async (contentType: string, signal: AbortSignal): Promise<Option[]> => {
  const options: Option[] = [];
  for (let page = 1; ; page += 1) {
    const query = { contentType, page, pageSize: resourcePageSizeMax };
    const answer = await callApi('ListResources', { query, signal });
    options.push(...answer.resources.map(({ documentId, label }) => ({ id: documentId, label })));
    if (answer.resources.length === 0 || options.length >= answer.total) return options;
  }
};
