/** Programs of a site that uses the packed client, by their files. */

const logIn = `
  const [baseUrl, key] = process.argv.slice(2);
  const visitor = createClient({ baseUrl });
  const { token } = await visitor.call('LogInByKey', { body: { key, carrier: 'token' } });
  const guest = createClient({ baseUrl, token });
  const { lastName } = await guest.call('GetMe');
  const { sections } = await guest.call('GetMyAccess');
  const late = createClient({ baseUrl, token: 'gst_over' });
  const code = await late.call('GetMe').catch((error) => (error instanceof GuestAccessError ? error.code : 'other'));
  console.log(JSON.stringify([lastName, sections.length, code]));
`;

/** They answer the guest's last name, how many sections they have, and why a session that is over is refused. */
export const programs = {
  'client.mjs': `import { createClient, GuestAccessError } from 'strapi-plugin-guest-access/client';${logIn}`,
  'client.cjs': `const { createClient, GuestAccessError } = require('strapi-plugin-guest-access/client');
    void (async () => {${logIn}})();`,
};

const typed = `
  interface Task { title: string; done: boolean }
  export const titles = async (baseUrl: string, key: string): Promise<string[]> => {
    const { token } = await createClient({ baseUrl }).call('LogInByKey', { body: { key, carrier: 'token' } });
    const guest = createClient({ baseUrl, token, retryForSeconds: 5 });
    const { sections } = await guest.call('GetMyAccess');
    const section = sections.find(({ key: name, actions }) => name === 'tasks' && actions.includes('find'));
    if (section === undefined) return [];
    const { rows } = await guest.content<Task>(section).list({ filters: { done: false } });
    return rows.map(({ title }) => title);
  };
`;

const wrong = `
  const client = createClient({ baseUrl: '' });
  void client.call('GetSettings');
  void client.call('LogInByKey', { body: { key: 7, carrier: 'token' } });
  export const name: Promise<number> = client.call('GetMe').then(({ lastName }) => lastName);
`;

const imported = `import { createClient } from 'strapi-plugin-guest-access/client';`;

export const typedPrograms = {
  'typed.mts': imported + typed,
  'typed.cts': imported + typed,
  'wrong.mts': imported + wrong,
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      ...{ noEmit: true, strict: true, types: [], lib: ['es2022', 'dom'] },
      ...{ target: 'es2022', module: 'node16', moduleResolution: 'node16' },
    },
    files: ['typed.mts', 'typed.cts', 'wrong.mts'],
  }),
};

/** What the compiler says of them: the file, the line and the code of each fault. */
export const expectedFaults = ['wrong.mts(3 TS2345', 'wrong.mts(4 TS2322', 'wrong.mts(5 TS2322'];
