import { Flex, IconButton, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { Eye, Trash, User } from '@strapi/icons';
import type { InvitationLink } from '../../../../contract/invitations';
import { Day, DenseTable, PlainHeader, Text } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { givenIn } from './given';
import { LinkBadge } from './StateBadge';
import type { Links } from './useLinks';

/** What the reader may do with a link. */
export interface LinkActions {
  arrivals: (link: InvitationLink) => void;
  /** Null where he may not. */
  reveal: ((link: InvitationLink) => void) | null;
  /** Whether he may grant: who has a link has what it gives. */
  mayGrant: boolean;
  revoke: ((link: InvitationLink) => void) | null;
}

interface RowProps extends LinkActions {
  link: InvitationLink;
  names: Links['names'];
}

const isOver = ({ state }: InvitationLink): boolean => state === 'revoked' || state === 'expired';

const givesSomething = ({ resources, accessTypes }: InvitationLink): boolean =>
  resources.length > 0 || accessTypes.length > 0;

const Row = ({ link, names, arrivals, reveal, revoke, mayGrant }: RowProps) => {
  const translate = useTranslate();
  const { name, placesTaken, placesMax } = link;
  const mayReveal = link.canReveal && !isOver(link) && (mayGrant || !givesSomething(link));
  const places =
    placesMax === null ? translate('invitations.placesFree', { taken: placesTaken }) : `${placesTaken} / ${placesMax}`;
  return (
    <Tr>
      <Td>
        <Text maxWidth="clamp(10rem, 14vw, 24rem)">{name}</Text>
      </Td>
      <Td>
        <LinkBadge state={link.state} />
      </Td>
      <Td>
        <Text maxWidth="clamp(12rem, 18vw, 30rem)">{givenIn(translate, link, names)}</Text>
      </Td>
      <Td>
        <Text>{link.domain}</Text>
      </Td>
      <Td>
        <Typography textColor="neutral800">{places}</Typography>
      </Td>
      <Td>{link.expiresAt === null ? <Text>{translate('invitations.never')}</Text> : <Day at={link.expiresAt} />}</Td>
      <Td>
        <Text>{link.createdByName}</Text>
      </Td>
      <Td>
        <Flex gap={1} justifyContent="flex-end">
          <IconButton
            variant="ghost"
            label={translate('invitations.arrivalsOf', { name })}
            onClick={() => arrivals(link)}
          >
            <User aria-hidden />
          </IconButton>
          {reveal !== null && mayReveal && (
            <IconButton
              variant="ghost"
              label={translate('invitations.revealOf', { name })}
              onClick={() => reveal(link)}
            >
              <Eye aria-hidden />
            </IconButton>
          )}
          {revoke !== null && link.state !== 'revoked' && (
            <IconButton
              variant="ghost"
              label={translate('invitations.revokeOf', { name })}
              onClick={() => revoke(link)}
            >
              <Trash aria-hidden />
            </IconButton>
          )}
        </Flex>
      </Td>
    </Tr>
  );
};

const columns = ['name', 'state', 'gives', 'domain', 'places', 'expiresAt', 'createdBy'] as const;

/** The invitation links, newest first. */
export const LinksTable = ({ links, names, ...actions }: Links & LinkActions) => {
  const translate = useTranslate();
  return (
    <DenseTable colCount={columns.length + 1} rowCount={links.length + 1} aria-label={translate('invitations.title')}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <PlainHeader key={column}>{translate(`invitations.${column}`)}</PlainHeader>
          ))}
          <PlainHeader hidden>{translate('contacts.actions')}</PlainHeader>
        </Tr>
      </Thead>
      <Tbody>
        {links.map((link) => (
          <Row key={link.documentId} link={link} names={names} {...actions} />
        ))}
      </Tbody>
    </DenseTable>
  );
};
