import { isToldToWebhooks, offerToWebhooks, tellWebhooks, type Strapi } from '../../kernel';
import { hearAfterCommit, type ActivityRow } from '../activity';

export const trailEvent = 'guest-access.trail';

/** What is told outside: no name and no address, as whoever may add a webhook may not see guests for that. */
const told = ({ id: _id, details: _details, address: _address, actor, at, ...line }: ActivityRow) => ({
  ...line,
  at: new Date(at).toISOString(),
  actor: { kind: actor.kind, documentId: actor.documentId },
});

const listening = new WeakSet<Strapi>();

export const offerTrail = (strapi: Strapi): void => offerToWebhooks(strapi, trailEvent);

/** Tells each line once there is a webhook for it, from then on: it costs a step of a job a line. */
export const tellWhereAsked = async (strapi: Strapi): Promise<void> => {
  if (listening.has(strapi) || !(await isToldToWebhooks(strapi, trailEvent))) return;
  listening.add(strapi);
  await hearAfterCommit(strapi, {
    name: 'trail-webhooks',
    hear: (line) => tellWebhooks(strapi, trailEvent, { line: told(line) }),
  });
};
