import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { waysIn, type Settings } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { BlockTable } from '../../../kernel/ui/BlockTable';
import { Disclosure } from '../../../kernel/ui/Disclosure';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { Tag } from '../../../kernel/ui/Tag';
import { useData } from '../../../kernel/useData';
import { byType, toneOf, type Coverage, type Tally, type TypeCoverage } from './coverage';
import { useNames } from '../site';

/** The warning above the table: the content that is closed to all guests, and the ways on which the filter did not hold. */
const OpenWays = ({ coverage: { closed, rows } }: { coverage: Coverage }) => {
  const translate = useTranslate();
  const names = useNames();
  if (closed.length === 0) return null;
  return (
    <Notice>
      <p>{translate('settings.coverage.closed', { count: closed.length })}</p>
      <Box tag="ul" paddingLeft={4} style={{ listStyle: 'disc' }}>
        {rows
          .filter(({ verdict }) => verdict === 'open')
          .map(({ contentType, way, through }) => {
            const wayName = translate(`settings.coverage.way-${way}`);
            return (
              <li key={`${contentType} ${way} ${through}`}>
                {translate('settings.coverage.open', {
                  type: names.contentType(contentType),
                  way: through === null ? wayName : translate('settings.coverage.through', { way: wayName, through }),
                })}
              </li>
            );
          })}
      </Box>
    </Notice>
  );
};

const Verdicts = ({ tally }: { tally: Tally }) => {
  const translate = useTranslate();
  if (tally.length === 0) return <Typography variant="pi">—</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {tally.map(({ verdict, count }) => (
        <Tag key={verdict} tone={toneOf[verdict]}>
          {translate(`settings.coverage.verdict.${verdict}`)}
          {count > 1 && ` × ${count}`}
        </Tag>
      ))}
    </Flex>
  );
};

/** Content types down, ways in across. */
const CoverageTable = ({ rows }: { rows: readonly TypeCoverage[] }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <BlockTable
      label={translate('settings.coverage')}
      isWide
      rows={rows}
      keyOf={({ contentType }) => contentType}
      columns={[
        {
          name: 'contentType',
          header: translate('settings.column.content-type'),
          cell: ({ contentType }) => <Typography fontWeight="bold">{names.contentType(contentType)}</Typography>,
        },
        ...waysIn.map((way) => ({
          name: way,
          header: translate(`settings.coverage.way-${way}`),
          cell: ({ ways }: TypeCoverage) => <Verdicts tally={ways.get(way) ?? []} />,
        })),
      ]}
    />
  );
};

/** All that was found, and how it is read. */
const Details = ({ coverage: { rows, checkedAt } }: { coverage: Coverage }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <CoverageTable rows={byType(rows)} />
      <Box>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {translate('settings.coverage.legend')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {translate('settings.coverage.checkedAt', {
            when: formatDate(checkedAt, { dateStyle: 'short', timeStyle: 'medium' }),
          })}
        </Typography>
      </Box>
    </Flex>
  );
};

/** On one line while all is well; what is open is told at once. */
const Found = ({ coverage }: { coverage: Coverage }) => {
  const translate = useTranslate();
  const { closed, rows } = coverage;
  if (rows.length === 0) return <Typography>{translate('settings.coverage.nothing')}</Typography>;
  if (closed.length > 0) {
    return (
      <>
        <OpenWays coverage={coverage} />
        <Details coverage={coverage} />
      </>
    );
  }
  return (
    <Disclosure summary={<Tag tone="good">{translate('settings.coverage.well', { count: byType(rows).length })}</Tag>}>
      <Details coverage={coverage} />
    </Disclosure>
  );
};

/** The self-check's findings (N1): each content type that guests may be given, by each way into it. */
export const CoverageSection = ({ saved }: { saved: Settings }) => {
  const translate = useTranslate();
  const { value, error, isLoading, reload } = useData('GetCoverage', saved.contacts && saved.guests ? {} : null);
  if (value === null && error === null) return null;
  return (
    <Section title={translate('settings.coverage')} hint={translate('settings.coverage.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isLoading}>
        {error !== null && (
          <Notice action={{ label: translate('settings.retry'), run: reload }}>
            {translate('settings.coverage.failed')}
          </Notice>
        )}
        {value !== null && <Found coverage={value} />}
      </Flex>
    </Section>
  );
};
