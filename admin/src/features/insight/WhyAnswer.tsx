import { Box, Flex, Typography } from '@strapi/design-system';
import { Tag } from '../../kernel/ui/Tag';
import { useTranslate } from '../../kernel/translate';
import { CheckView } from './CheckView';
import { companiesOf, verdictOf, type Explanation } from './why';

interface WhyAnswerProps {
  explanation: Explanation;
  nameOf: (contentType: string) => string | undefined;
}

/** The chain contact → company → grant → rule, and the verdict above it. */
export const WhyAnswer = ({ explanation, nameOf }: WhyAnswerProps) => {
  const translate = useTranslate();
  const { rowLabel, verdict, guestClosed, companyRecords, contacts, checks } = explanation;
  const { tone, text } = verdictOf(explanation);
  const companies = companiesOf(explanation);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={3} wrap="wrap">
        <Tag tone={tone}>{translate(text)}</Tag>
        {rowLabel !== null && <Typography fontWeight="bold">{rowLabel}</Typography>}
      </Flex>
      {guestClosed && <Typography textColor="danger700">{translate('insight.why.closed')}</Typography>}
      {verdict !== 'no-such-row' && (
        <>
          <Box>
            <Typography tag="h3" variant="pi" fontWeight="bold">
              {translate('insight.why.contacts')}
            </Typography>
            <Typography tag="p">{contacts.map(({ name }) => name).join(', ')}</Typography>
          </Box>
          <Box>
            <Typography tag="h3" variant="pi" fontWeight="bold">
              {translate('contacts.company')}
            </Typography>
            <Typography tag="p">{companies.length === 0 ? '—' : companies.join(', ')}</Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {translate(companyRecords ? 'insight.why.company.wide' : 'insight.why.company.narrow')}
            </Typography>
          </Box>
          <Box>
            <Typography tag="h3" variant="pi" fontWeight="bold">
              {translate('insight.why.ways')}
            </Typography>
            <Flex tag="ol" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
              {checks.map((check) => (
                <CheckView
                  key={`${check.kind} ${check.key}`}
                  check={check}
                  companyRecords={companyRecords}
                  nameOf={nameOf}
                />
              ))}
              {checks.length === 0 && <Typography tag="li">{translate('insight.why.noWay')}</Typography>}
            </Flex>
          </Box>
        </>
      )}
    </Flex>
  );
};
