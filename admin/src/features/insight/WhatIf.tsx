import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../../kernel/translate';
import { TypeForecast } from './TypeForecast';
import { useForesight, type Asked } from './useForesight';

/** Stays at the lower edge of the window while the lists above it are worked on, and hides no more than a corner of them. */
const InSight = styled(Box)`
  position: sticky;
  bottom: -3.2rem;
  z-index: 1;
  & > div {
    max-height: 22rem;
    overflow-y: auto;
  }
`;

interface WhatIfProps {
  contactId: string;
  /** What would be saved, or null where it is saved already. */
  asked: Asked | null;
  /** The name of a content type, in the reader's language. */
  nameOf: (contentType: string) => string | undefined;
}

/** Before saving: how many rows of each type appear and disappear for the guest, with samples (N2). It holds nobody up. */
export const WhatIf = ({ contactId, asked, nameOf }: WhatIfProps) => {
  const translate = useTranslate();
  const foresight = useForesight(contactId, asked);
  const isShown = foresight.kind !== 'quiet';
  return (
    <InSight role="status" aria-label={translate('insight.whatIf')}>
      {isShown && (
        <Flex
          direction="column"
          alignItems="stretch"
          gap={1}
          background="neutral100"
          borderColor="neutral200"
          hasRadius
          padding={3}
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
    </InSight>
  );
};
