import { setTimeout as wait } from 'node:timers/promises';
import { get, requestsPerSecond } from './lib/load.mjs';
import { firstPage, smallSite } from './lib/tasks.mjs';

export const description =
  'accesses, keys and mails for 500 contacts: the first page of a list meanwhile over the same at other times: ≥ 0.8; the call answers within 300 ms, the job is done within 20 s';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const duration = Number(process.env.BENCH_SECONDS ?? 3);
const amount = 500;
const answerMsMax = 300;
const jobMsMax = 20_000;

const makeContacts = async (site, round) => {
  const name = `bulk${Date.now()}x${round}`;
  const ids = [];
  for (let number = 0; number < amount; number += 1) {
    const contact = { lastName: name, email: `${name}n${number}@bench.example` };
    ids.push((await site.ofAdmin('POST', '/guest-access/contacts', contact)).data.documentId);
  }
  return ids;
};

const removeContacts = async (site, ids) => {
  for (const id of ids) await site.ofAdmin('DELETE', `/guest-access/contacts/${id}`);
};

const isGood = ({ state, counts }) =>
  state === 'done' && counts.key[0]?.count === amount && counts.mail[0]?.outcome === 'queued';

export const run = async () => {
  const site = await smallSite();
  const list = get(site, firstPage, await site.allToken());
  const { accessTypes } = (await site.ofAdmin('GET', '/guest-access/access/choices')).data;
  const grants = { resources: [], accessTypes: accessTypes.slice(0, 1).map(({ key }) => key) };

  const lists = { a: [], b: [], unit: 'requests/s' };
  const answers = [];
  const jobs = [];
  await requestsPerSecond(list, { duration });
  for (let round = 0; round < rounds; round += 1) {
    const contactIds = await makeContacts(site, round);
    lists.b.push(await requestsPerSecond(list, { duration }));
    const begunAt = performance.now();
    const body = { contactIds, grants, issueKeys: true, mailKeys: 'new' };
    const { documentId } = (await site.ofAdmin('POST', '/guest-access/bulk-access', body)).data;
    answers.push(performance.now() - begunAt);
    const read = async () => (await site.ofAdmin('GET', `/guest-access/bulk-access/${documentId}`)).data;
    let report = await read();
    // What is measured beyond the job's end says nothing of it.
    for (let meanwhile = 0; report.endedAt === null; report = await read()) {
      meanwhile = await requestsPerSecond(list, { duration: 1 });
      if ((await read()).endedAt === null) lists.a.push(meanwhile);
      await wait(10);
    }
    if (!isGood(report)) throw new Error(`the action came out as ${JSON.stringify(report)}`);
    jobs.push(Date.parse(report.endedAt) - Date.parse(report.createdAt));
    if (process.env.BENCH_VERBOSE)
      process.stdout.write(
        `  ${lists.a.at(-1)?.toFixed(1)} / ${lists.b.at(-1).toFixed(1)}, answer ${answers.at(-1).toFixed(0)} ms, job ${jobs.at(-1)} ms\n`
      );
    await removeContacts(site, contactIds);
  }
  return [
    { name: 'bulk-send', ...lists, target: { atLeast: 0.8 } },
    { name: 'bulk-send-answer', a: [Math.max(...answers)], b: [answerMsMax], unit: 'ms', target: { atMost: 1 } },
    { name: 'bulk-send-job', a: [Math.max(...jobs)], b: [jobMsMax], unit: 'ms', target: { atMost: 1 } },
  ];
};
