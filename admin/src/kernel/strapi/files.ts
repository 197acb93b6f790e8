import { getFetchClient } from '@strapi/strapi/admin';

/**
 * Fetches a file by the panel's own client, which renews the token. Null with a Strapi before 5.45, whose client knows JSON only.
 * @throws what the client throws
 */
export const fetchFile = async (url: string): Promise<Blob | null> => {
  const { data } = await getFetchClient().get<unknown>(url, { responseType: 'blob' });
  return data instanceof Blob ? data : null;
};
