/** What an address answered. */
export interface Answer {
  status: number;
  text: string;
  /** The `data` of the answer. */
  data: unknown;
}

export interface Client {
  call(method: string, path: string, token?: string, body?: unknown): Promise<Answer>;
  /** @throws where it is not answered well */
  must(method: string, path: string, token?: string, body?: unknown): Promise<Record<string, unknown>>;
}

export const clientOf = (url: string): Client => {
  const call: Client['call'] = async (method, path, token, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const data: unknown = text.startsWith('{') ? (JSON.parse(text) as { data?: unknown }).data : null;
    return { status: response.status, text, data };
  };
  return {
    call,
    must: async (method, path, token, body) => {
      const answer = await call(method, path, token, body);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return answer.data as Record<string, unknown>;
    },
  };
};
