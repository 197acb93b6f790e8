import { Box, Flex, Typography } from '@strapi/design-system';
import { labelIn } from '../../../../contract/locales';
import { useLanguage } from '../../kernel/language';
import { Tag } from '../../kernel/ui/Tag';
import { useTranslate } from '../../kernel/translate';
import { Trail } from './Trail';
import { outcomeText, ruleText, toneOf, type Check } from './why';

interface CheckViewProps {
  check: Check;
  companyRecords: boolean;
  nameOf: (contentType: string) => string | undefined;
}

/** One way to the row: whether he holds it, what its rule asks, where the row leads, and what came of it. */
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
