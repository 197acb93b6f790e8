import { administrator } from './accounts';

export interface Panel {
  /** Calls the plugin's API as the administrator does in the admin panel; answers `data`. */
  call<Data>(method: 'POST' | 'PUT', path: string, body: object): Promise<Data>;
}

/** A call that was answered with an error. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly details: Record<string, unknown>
  ) {
    super(message);
  }
}

/** @throws {@link Refused} with the details of the answer */
export const request = async <Data>(
  method: string,
  address: string,
  headers: Record<string, string>,
  body: object
): Promise<Data> => {
  const response = await fetch(address, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    const text = await response.text();
    const { error } = JSON.parse(text) as { error?: { details?: Record<string, unknown> } };
    throw new Refused(`${method} ${address}: ${response.status} ${text}`, error?.details ?? {});
  }
  if (response.status === 204) return {} as Data;
  return ((await response.json()) as { data: Data }).data;
};

/** Logs the administrator in at a site that answers at `url`. */
export const openPanel = async (url: string): Promise<Panel> => {
  const { token } = await request<{ token: string }>('POST', `${url}/admin/login`, {}, administrator);
  return {
    call: (method, path, body) =>
      request(method, `${url}/guest-access${path}`, { Authorization: `Bearer ${token}` }, body),
  };
};
