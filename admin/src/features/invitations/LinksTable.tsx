import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Eye, Trash, User } from '@strapi/icons';
import type { InvitationLink, InvitationState } from '../../../../contract/invitations';
import { Day, ListTable, Text } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { Tag, type Tone } from '../../kernel/ui/Tag';
import { givenIn } from './given';
import type { Links } from './useLinks';

/** What the reader may do with a link. */
export interface LinkActions {
  arrivals: (link: InvitationLink) => void;
  /** Null where they may not. */
  reveal: ((link: InvitationLink) => void) | null;
  /** Whether they may grant: who has a link has what it gives. */
  mayGrant: boolean;
  revoke: ((link: InvitationLink) => void) | null;
}

const tones = {
  open: 'good',
  full: 'neutral',
  expired: 'neutral',
  revoked: 'bad',
  stopped: 'careful',
} as const satisfies Record<InvitationState, Tone>;

const isOver = ({ state }: InvitationLink): boolean => state === 'revoked' || state === 'expired';

const givesSomething = ({ resources, accessTypes }: InvitationLink): boolean =>
  resources.length > 0 || accessTypes.length > 0;

const Buttons = ({ link, arrivals, reveal, revoke, mayGrant }: LinkActions & { link: InvitationLink }) => {
  const translate = useTranslate();
  const { name } = link;
  const mayReveal = link.canReveal && !isOver(link) && (mayGrant || !givesSomething(link));
  return (
    <Flex gap={1} justifyContent="flex-end">
      <IconButton variant="ghost" label={translate('invitations.arrivalsOf', { name })} onClick={() => arrivals(link)}>
        <User aria-hidden />
      </IconButton>
      {reveal !== null && mayReveal && (
        <IconButton variant="ghost" label={translate('invitations.revealOf', { name })} onClick={() => reveal(link)}>
          <Eye aria-hidden />
        </IconButton>
      )}
      {revoke !== null && link.state !== 'revoked' && (
        <IconButton variant="ghost" label={translate('invitations.revokeOf', { name })} onClick={() => revoke(link)}>
          <Trash aria-hidden />
        </IconButton>
      )}
    </Flex>
  );
};

/** The invitation links, newest first. */
export const LinksTable = ({ links, names, ...actions }: Links & LinkActions) => {
  const translate = useTranslate();
  const placesOf = ({ placesMax, placesTaken }: InvitationLink) =>
    placesMax === null ? translate('invitations.placesFree', { taken: placesTaken }) : `${placesTaken} / ${placesMax}`;
  return (
    <ListTable
      label={translate('invitations.title')}
      rows={links}
      keyOf={({ documentId }) => documentId}
      columns={[
        {
          header: translate('invitations.name'),
          cell: ({ name }) => <Text maxWidth="clamp(10rem, 14vw, 24rem)">{name}</Text>,
        },
        {
          header: translate('invitations.state'),
          cell: ({ state }) => <Tag tone={tones[state]}>{translate(`invitations.state.${state}`)}</Tag>,
        },
        {
          header: translate('invitations.gives'),
          cell: (link) => <Text maxWidth="clamp(12rem, 18vw, 30rem)">{givenIn(translate, link, names)}</Text>,
        },
        { header: translate('invitations.domain'), cell: ({ domain }) => <Text>{domain}</Text> },
        {
          header: translate('invitations.places'),
          cell: (link) => <Typography textColor="neutral800">{placesOf(link)}</Typography>,
        },
        {
          header: translate('invitations.expiresAt'),
          cell: ({ expiresAt }) =>
            expiresAt === null ? <Text>{translate('invitations.never')}</Text> : <Day at={expiresAt} />,
        },
        { header: translate('invitations.createdBy'), cell: ({ createdByName }) => <Text>{createdByName}</Text> },
        {
          header: translate('contacts.actions'),
          isHeaderHidden: true,
          cell: (link) => <Buttons link={link} {...actions} />,
        },
      ]}
    />
  );
};
