import type { ChainBreak, ChainReport } from '../../../../contract';
import type { Strapi } from '../../kernel';
import type { ActivityRow } from '../activity';
import { factsOf, hashOf, noHash, type Link } from './chain';
import { countLoose, readChain } from './repository';

const linesAtOnce = 500;
/** More of them say nothing more. */
const breaksMax = 20;

/** Whether what names people in a line is what was sealed; of a person who was erased it is gone. */
const areFactsRight = (strapi: Strapi, link: Link, line: ActivityRow): boolean =>
  link.salt === null || factsOf(strapi, link.salt, line) === link.facts;

const judge = (strapi: Strapi, before: Link | null, link: Link, line: ActivityRow | null): ChainBreak | null => {
  if (link.place !== (before?.place ?? 0) + 1) return 'place-missing';
  if (line === null) return 'line-missing';
  const hash = hashOf(strapi, before?.hash ?? noHash, link, line);
  return hash === link.hash && areFactsRight(strapi, link, line) ? null : 'line-changed';
};

/** A place and its hash, as an earlier report said them: `1200:9f…`. */
const toHead = (text: string): { place: number; hash: string } => {
  const [place, hash = ''] = text.split(':');
  return { place: Number(place), hash };
};

/**
 * Goes along the whole chain and says where it breaks. The link before the first line is what a purge leaves of those whose time was over:
 * the trail says of each purge up to where it went.
 * @param head an end that an earlier report named: it has to be there still, unless its time was over
 */
export const verifyChain = async (strapi: Strapi, { head }: { head?: string } = {}): Promise<ChainReport> => {
  const known = head === undefined ? null : toHead(head);
  let isKnownThere = false;
  const breaks: ChainReport['breaks'] = [];
  let before: Link | null = null;
  let first: number | null = null;
  let purgedUpTo: number | null = null;
  let lines = 0;
  for (;;) {
    const read = await readChain(strapi, before?.place ?? 0, linesAtOnce);
    for (const { link, line } of read) {
      if (before === null && line === null) {
        before = link;
        continue;
      }
      first ??= link.place;
      const kind = judge(strapi, before, link, line);
      if (kind !== null && breaks.length < breaksMax) breaks.push({ place: link.place, kind });
      if (line?.action === 'trail.purged') purgedUpTo = Number(line.details['upTo'] ?? 0);
      if (link.place === known?.place) isKnownThere = link.hash === known.hash;
      before = link;
      lines += 1;
    }
    if (read.length < linesAtOnce) break;
  }
  // Who cuts off the beginning by hand leaves no purge that says so.
  if (first !== null && first > 1 && purgedUpTo !== first - 1)
    breaks.unshift({ place: first, kind: 'beginning-missing' });
  if (known !== null && !isKnownThere && known.place >= (first ?? 1)) {
    breaks.push({ place: known.place, kind: 'head-missing' });
  }
  return {
    lines,
    first,
    head: before && { place: before.place, hash: before.hash },
    waiting: await countLoose(strapi),
    breaks,
  };
};
