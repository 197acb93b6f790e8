import { Box, Flex, Typography } from '@strapi/design-system';
import { labelIn } from '../../../../contract/locales';
import { useLanguage } from '../../kernel/language';
import { Tag } from '../../kernel/ui/Tag';
import { useTranslate, type Translate } from '../../kernel/translate';
import { outcomeText, ruleText, toneOf, type Check } from './why';

type Step = Check['trail'][number];

interface TrailProps {
  trail: Check['trail'];
  nameOf: (contentType: string) => string | undefined;
}

/** A row by its name, or that it is not for this reader; a component has no name of its own. */
const nameOrNot = (translate: Translate, { label, documentId }: Step): string => {
  if (label !== null) return ` → ${label}`;
  return documentId === '' ? '' : ` → ${translate('insight.why.hiddenRow')}`;
};

/** The rows that lead from the row to what ties it to the guest, each with the relation that led there. */
const Trail = ({ trail, nameOf }: TrailProps) => {
  const translate = useTranslate();
  if (trail.length === 0) return null;
  return (
    <Box tag="ol" aria-label={translate('insight.why.trail')} paddingLeft={4} style={{ listStyle: 'disc' }}>
      {trail.map((step) => {
        const { attribute, contentType, documentId, ties } = step;
        const type = nameOf(contentType);
        return (
          <Typography key={`${attribute} ${documentId}`} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            <code>{attribute}</code>
            {nameOrNot(translate, step)}
            {type === undefined ? '' : ` (${type})`}
            {ties && <strong>{` — ${translate('insight.why.ties')}`}</strong>}
          </Typography>
        );
      })}
    </Box>
  );
};

interface CheckViewProps {
  check: Check;
  companyRecords: boolean;
  nameOf: (contentType: string) => string | undefined;
}

/** One way to the row: whether they hold it, what its rule asks, where the row leads, and what came of it. */
export const CheckView = ({ check, companyRecords, nameOf }: CheckViewProps) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { kind, labels, held, rule, trail, outcome } = check;
  const name = labelIn(labels, language);
  return (
    <Box tag="li" borderColor="neutral150" hasRadius padding={3}>
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <Typography fontWeight="bold">{translate(`insight.why.${kind}`, { name })}</Typography>
        <Tag tone={toneOf(outcome)}>{translate(outcomeText(check))}</Tag>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
        <Typography tag="li" variant="pi">
          {translate(held ? `insight.why.held.${kind}` : `insight.why.notHeld.${kind}`)}
        </Typography>
        <Typography tag="li" variant="pi">
          {translate(ruleText(check, companyRecords), {
            path: (rule?.path ?? '').split('.').join(' → '),
            resource: nameOf(rule?.resourceType ?? '') ?? '',
          })}
        </Typography>
        {trail.length > 0 && (
          <Box tag="li">
            <Typography variant="pi">{translate('insight.why.trail')}</Typography>
            <Trail trail={trail} nameOf={nameOf} />
          </Box>
        )}
      </Flex>
    </Box>
  );
};
