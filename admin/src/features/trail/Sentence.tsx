import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { TrailLine } from '../../../../contract/trail';
import { sentenceParts, type SentencePart } from '../../../../contract/trail-sentences';
import { Whole } from '../../kernel/list';
import { useLanguage } from '../../kernel/language';
import { guestPath } from '../../kernel/plugin';
import { rowPath } from '../../kernel/strapi/contentManager';

const Followed = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  &:hover {
    text-decoration: underline;
  }
`;

/** Where what a piece names is shown; null where it is nowhere. */
const addressOf = ({ of }: SentencePart, { guest, isGuestThere, row, actor }: TrailLine): string | null => {
  if (of === 'row')
    return row && row.title !== null && row.documentId !== null ? rowPath(row.contentType, row.documentId) : null;
  const isGuest = of === 'guest' || (of === 'actor' && actor.kind === 'guest');
  return isGuest && guest !== null && isGuestThere ? guestPath(guest.documentId) : null;
};

/** What a line says; guests and rows that are there lead to where they are. */
export const Sentence = ({ line }: { line: TrailLine }) => {
  const locale = useLanguage();
  return (
    <Whole textColor="neutral800">
      {sentenceParts(line, locale).map((part, index) => {
        const to = addressOf(part, line);
        if (to !== null)
          return (
            <Followed key={index} to={to}>
              {part.text}
            </Followed>
          );
        return part.of === 'actor' ? (
          <Typography key={index} tag="span" fontWeight="semiBold">
            {part.text}
          </Typography>
        ) : (
          part.text
        );
      })}
    </Whole>
  );
};
