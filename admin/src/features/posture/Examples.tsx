import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { labelIn } from '../../../../contract/locales';
import type { Finding, FindingExample } from '../../../../contract/posture';
import { useLanguage } from '../../kernel/language';
import { useTranslate } from '../../kernel/translate';
import { placeOf } from './places';
import { factOf } from './words';

const List = styled.ul`
  list-style: disc;
  padding-inline-start: ${({ theme }) => theme.spaces[5]};
  color: ${({ theme }) => theme.colors.neutral600};
  overflow-wrap: anywhere;
  li + li {
    margin-top: ${({ theme }) => theme.spaces[1]};
  }
`;

const PlaceLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
  font-weight: 600;
`;

/** What stands behind a name: facts, and when it was used last or ends. */
const useDetail = () => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  return ({ id }: Finding, { facts, at }: FindingExample): string => {
    const date = at === null ? null : formatDate(at, { dateStyle: 'medium' });
    const when =
      id === 'unused-guests'
        ? [date === null ? translate('posture.neverSeen') : translate('posture.lastSeen', { date })]
        : date === null
          ? []
          : [translate('posture.until', { date })];
    return [...facts.map((fact) => factOf(translate, fact)), ...when].join(', ');
  };
};

const Example = ({ finding, example }: { finding: Finding; example: FindingExample }) => {
  const language = useLanguage();
  const detailOf = useDetail();
  const { name, labels, page, pageId } = example;
  const shown = labels === null ? name : labelIn(labels, language);
  const detail = detailOf(finding, example);
  // A link to the page as a whole stands below already.
  const isLinked = page !== null && pageId !== null;
  return (
    <li>
      {shown !== null &&
        (isLinked ? (
          <PlaceLink to={placeOf(page, pageId)}>{shown}</PlaceLink>
        ) : (
          <Typography tag="span" fontWeight="semiBold" textColor="neutral800">
            {shown}
          </Typography>
        ))}
      {detail !== '' && (
        <Typography tag="span" textColor="neutral600">
          {shown === null ? detail : ` – ${detail}`}
        </Typography>
      )}
    </li>
  );
};

const isShown = ({ name, labels, facts }: FindingExample): boolean =>
  name !== null || labels !== null || facts.length > 0;

/** The first of what a finding is about, and how many more there are. */
export const Examples = ({ finding }: { finding: Finding }) => {
  const translate = useTranslate();
  const shown = finding.examples.filter(isShown);
  if (shown.length === 0) return null;
  // What is listed may be of several: grants of one row, say.
  const more = finding.id === 'dead-grants' ? 0 : finding.count - shown.length;
  return (
    <Box>
      <List aria-label={translate('posture.examples')}>
        {shown.map((example, place) => (
          <Example key={`${place} ${example.pageId ?? example.name ?? ''}`} finding={finding} example={example} />
        ))}
        {more > 0 && (
          <li>
            <Typography tag="span" textColor="neutral600">
              {translate('posture.more', { count: more })}
            </Typography>
          </li>
        )}
      </List>
    </Box>
  );
};
