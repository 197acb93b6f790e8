import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { overviewDays, overviewHours, type Overview } from '../../../../contract/overview';
import { contactsPath, guestsPath, trailPath } from '../../kernel/plugin';
import { useTranslate, type TextKey } from '../../kernel/translate';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';

const everyMs = 60_000;

const Line = styled(Link)`
  display: flex;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  text-decoration: none;
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Fact {
  text: TextKey;
  count: number;
  /** Whether somebody ought to look at it. */
  isPressing: boolean;
  to: string;
}

const factsOf = ({ newGuests, waiting, refused, mails }: Overview): Fact[] => [
  { text: 'overview.waiting', count: waiting, isPressing: waiting > 0, to: `/${guestsPath}?state=waiting` },
  { text: 'overview.newGuests', count: newGuests, isPressing: false, to: `/${guestsPath}?sort=createdAt:DESC` },
  ...(refused === null
    ? []
    : [
        {
          text: 'overview.refused',
          count: refused,
          isPressing: false,
          to: `/${trailPath}?topic=refusal`,
        } as const,
      ]),
  ...(mails === null
    ? []
    : ([
        { text: 'overview.mailsWaiting', count: mails.waiting, isPressing: false, to: `/${contactsPath}/jobs` },
        {
          text: 'overview.mailsFailed',
          count: mails.failed,
          isPressing: mails.failed > 0,
          to: `/${contactsPath}/jobs`,
        },
      ] as const)),
];

/** On the panel's home page: what has come up lately, each with the way to where one acts. */
export const OverviewWidget = () => {
  const translate = useTranslate();
  const { formatNumber } = useIntl();
  const loaded = useData('GetOverview', {}, { everyMs });
  return (
    <LoadedView loaded={loaded}>
      {(overview) => (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {factsOf(overview).map(({ text, count, isPressing, to }) => (
            <Box key={text} tag="li">
              <Line to={to}>
                <Typography textColor="neutral800">
                  {translate(text, { days: overviewDays, hours: overviewHours })}
                </Typography>
                <Typography
                  fontWeight={isPressing ? 'bold' : undefined}
                  textColor={isPressing ? 'warning700' : 'neutral600'}
                >
                  {formatNumber(count)}
                </Typography>
              </Line>
            </Box>
          ))}
        </Flex>
      )}
    </LoadedView>
  );
};
