/**
 * A guest who attacks another instance of the tests' site, in processes of their own. Run as a child; ATTACK says { headers, ids,
 * amount }. Tells its parent { results, lines, after }: what came of each request, lines about the longest stalls, and the
 * status of an honest request afterwards.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { attack } from '../../benchmarks/lib/hostile/run.mjs';

const { headers, ids, amount } = JSON.parse(process.env.ATTACK);
const instance = fork(join(dirname(fileURLToPath(import.meta.url)), 'instance.mjs'));
process.once('exit', () => instance.kill('SIGKILL'));
const answer = async () => (await once(instance, 'message'))[0];
const url = `http://127.0.0.1:${await answer()}`;

const tell = (stalls) => {
  const told = answer();
  instance.send({ stalls });
  return told;
};
const longestStall = async (work) => {
  await tell('begin');
  await work();
  return (await tell('end')).longestMs;
};

const lines = [];
const results = await attack({ url, headers, longestStall }, { amount, ids, tell: (line) => lines.push(line) });
const after = (await fetch(`${url}/api/tasks`, { headers })).status;
process.send({ results, lines, after }, () => process.exit(0));
