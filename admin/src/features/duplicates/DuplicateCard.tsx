import * as React from 'react';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import type { Contact } from '../../../../contract/contacts';
import type { Duplicate } from '../../../../contract/duplicates';
import { AccessBadge } from '../../kernel/AccessBadge';
import { compare, useValueName } from '../../kernel/comparison';
import { fullName } from '../../kernel/fullName';
import { useTranslate } from '../../kernel/translate';
import { Tag } from '../../kernel/ui/Tag';
import { personOf } from './pair';

interface SideProps {
  contact: Contact;
  other: Contact;
}

/** What stands of one of the two, line by line as of the other; what differs is bold. */
const Side = ({ contact, other }: SideProps) => {
  const translate = useTranslate();
  const valueName = useValueName();
  const [person, beside] = [personOf(contact), personOf(other)];
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {contact.accessState !== null && contact.accessState !== 'none' && (
        <Box>
          <AccessBadge state={contact.accessState} />
        </Box>
      )}
      <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
        {compare(person, beside).map(({ field }) => (
          <Flex key={field} gap={2} alignItems="baseline">
            <Typography tag="dt" variant="pi" textColor="neutral600" style={{ flex: '0 0 9rem' }}>
              {translate(`contacts.${field}`)}
            </Typography>
            <Typography
              tag="dd"
              textColor="neutral800"
              fontWeight={person[field] === beside[field] ? 'regular' : 'bold'}
              style={{ overflowWrap: 'anywhere' }}
            >
              {valueName(field, person[field])}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
};

interface DuplicateCardProps {
  duplicate: Duplicate;
  /** Null where the reader may not. */
  onMerge: (() => void) | null;
  onTellApart: (() => void) | null;
}

/** Two contacts side by side, why they are shown, and what can be done. */
export const DuplicateCard = ({ duplicate: { by, older, newer }, onMerge, onTellApart }: DuplicateCardProps) => {
  const translate = useTranslate();
  const id = React.useId();
  const name = translate('comparison.title', { name: fullName(older), other: fullName(newer) });
  return (
    <Box
      tag="article"
      aria-labelledby={id}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={3} wrap="wrap">
          <Typography tag="h2" variant="delta" id={id} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Tag tone={by === 'phone' ? 'neutral' : 'careful'}>{translate(`duplicates.by.${by}`)}</Tag>
        </Flex>
        <Grid.Root gap={4}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Side contact={older} other={newer} />
          </Grid.Item>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Side contact={newer} other={older} />
          </Grid.Item>
        </Grid.Root>
        {(onMerge ?? onTellApart) && (
          <Flex gap={2} wrap="wrap">
            {onMerge && (
              <Button size="S" aria-label={translate('duplicates.mergeOf', { name })} onClick={onMerge}>
                {translate('duplicates.merge')}
              </Button>
            )}
            {onTellApart && (
              <Button
                size="S"
                variant="tertiary"
                aria-label={translate('duplicates.apartOf', { name })}
                onClick={onTellApart}
              >
                {translate('duplicates.apart')}
              </Button>
            )}
          </Flex>
        )}
      </Flex>
    </Box>
  );
};
