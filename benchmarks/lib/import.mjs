import { setTimeout as wait } from 'node:timers/promises';

/** Somebody of a file, by their number. */
export const personAt = (at) => ({
  lastName: `Bench ${at.toString(36)}`,
  firstName: at % 3 === 0 ? 'Zoé' : 'Jean-Luc',
  email: `bench.${at}@maison.example`,
  company: `Maison ${at % 2_000}`,
  phone: `+33 1 ${String(10_000_000 + at).replace(/(..)(?=.)/g, '$1 ')}`,
});
const fields = ['lastName', 'firstName', 'email', 'company', 'phone'];
const lineOf = (person) => `${fields.map((field) => person[field]).join(';')}\r\n`;

/** A file of people, in pieces as the panel sends them. */
function* pieces(rows) {
  let text = `Nom;Prénom;E-mail;Entreprise;Téléphone\r\n`;
  for (let at = 0; at < rows; at += 1) {
    text += lineOf(personAt(at));
    if (text.length < 300_000) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
const sizeOf = (rows) => [...pieces(rows)].reduce((sum, { length }) => sum + length, 0);

const format = { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: true };
const mapping = { fields, nameOrder: 'first-last' };

const until = async (site, path, state) => {
  for (;;) {
    const plan = (await site.ofAdmin('GET', path)).data;
    if (plan.state === state) return plan;
    if (plan.job?.state === 'failed') throw new Error(`the import failed: ${plan.job.lastError}`);
    // As often as the panel does; each answer takes the site tens of milliseconds.
    await wait(1_000);
  }
};

/** Sends, checks and applies a file. @returns seconds of check and apply */
export const importRows = async (site, rows) => {
  const root = '/guest-access/imports';
  const size = sizeOf(rows);
  const plan = (await site.ofAdmin('POST', root, { source: 'file', fileName: 'bench.csv', size })).data;
  const path = `${root}/${plan.documentId}`;
  let at = 0;
  for (const bytes of pieces(rows)) {
    await site.ofAdmin('POST', `${path}/pieces`, { at, bytes: bytes.toString('base64') });
    at += bytes.length;
  }
  const begun = process.hrtime.bigint();
  await site.ofAdmin('POST', `${path}/check`, { format, mapping });
  await until(site, path, 'checked');
  await site.ofAdmin('POST', `${path}/apply`, { guests: null });
  const { counts } = await until(site, path, 'applied');
  if (counts.added !== rows) throw new Error(`${counts.added} of ${rows} rows were added`);
  return Number(process.hrtime.bigint() - begun) / 1e9;
};
