import { Box, Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../../kernel/translate';
import { TypeForecast } from './TypeForecast';
import { useForesight, type Asked } from './useForesight';

interface WhatIfProps {
  contactId: string;
  /** What would be saved, or null where it is saved already. */
  asked: Asked | null;
  /** The name of a content type, in the reader's language. */
  nameOf: (contentType: string) => string | undefined;
}

/** Before saving: how many rows of each type appear and disappear for the guest, with samples (N2). It holds nobody up, and stands over nothing. */
export const WhatIf = ({ contactId, asked, nameOf }: WhatIfProps) => {
  const translate = useTranslate();
  const foresight = useForesight(contactId, asked);
  const isShown = foresight.kind !== 'quiet';
  return (
    <Box role="status" aria-label={translate('insight.whatIf')}>
      {isShown && (
        <Flex
          direction="column"
          alignItems="stretch"
          gap={1}
          background="neutral100"
          borderColor="neutral200"
          hasRadius
          padding={3}
          marginTop={4}
        >
          <Typography tag="h3" variant="pi" fontWeight="bold">
            {translate('insight.whatIf')}
          </Typography>
          {foresight.kind === 'asking' && (
            <Typography variant="pi" textColor="neutral600">
              {translate('insight.whatIf.asking')}
            </Typography>
          )}
          {foresight.kind === 'told' && foresight.changes.length === 0 && (
            <Typography variant="pi">{translate('insight.whatIf.nothing')}</Typography>
          )}
          {foresight.kind === 'told' &&
            foresight.changes.map((change) => (
              <TypeForecast
                key={change.contentType}
                name={nameOf(change.contentType) ?? change.displayName}
                change={change}
              />
            ))}
        </Flex>
      )}
    </Box>
  );
};
