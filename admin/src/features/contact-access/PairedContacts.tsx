import * as React from 'react';
import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { pairedContactsMax, type ContactAccess } from '../../../../contract/contact-access';
import { useTranslate } from '../../kernel/translate';
import { ContactSearch } from './ContactSearch';
import type { PairedContact } from '../../kernel/grants';
import { nameWithCompany } from './personName';

interface PairedContactsProps {
  /** Null where none of them has to stay. */
  own: ContactAccess['contact'] | null;
  others: readonly PairedContact[];
  maySearch: boolean;
  disabled: boolean;
  onChange: (others: readonly PairedContact[]) => void;
}

/** The contacts whose rows they see: their own, which stays where there is one, and others that are looked up and added (D4). */
export const PairedContacts = ({ own, others, maySearch, disabled, onChange }: PairedContactsProps) => {
  const translate = useTranslate();
  const heading = React.useId();
  const list = React.useRef<HTMLDivElement>(null);
  const remove = (documentId: string) => {
    onChange(others.filter((one) => one.documentId !== documentId));
    // The button that had the focus goes with its line.
    list.current?.focus();
  };
  return (
    <Box ref={list} tabIndex={-1} style={{ outline: 'none' }} role="group" aria-labelledby={heading}>
      <Typography id={heading} tag="h4" variant="pi" fontWeight="bold">
        {translate('access.reach.contacts')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {translate('access.reach.contacts.hint')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2} paddingBottom={3}>
        {own !== null && (
          <Flex tag="li" minHeight="3.2rem" gap={2} wrap="wrap">
            <Typography>{nameWithCompany(own)}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {translate('access.reach.own')}
            </Typography>
          </Flex>
        )}
        {others.map(({ documentId, name }) => (
          <Flex key={documentId} tag="li" minHeight="3.2rem" gap={2}>
            <Typography>{name}</Typography>
            {!disabled && (
              <IconButton
                variant="ghost"
                label={translate('access.reach.remove', { name })}
                onClick={() => remove(documentId)}
              >
                <Cross aria-hidden />
              </IconButton>
            )}
          </Flex>
        ))}
      </Flex>
      {maySearch && !disabled && others.length + (own === null ? 0 : 1) < pairedContactsMax && (
        <ContactSearch
          taken={new Set([...(own === null ? [] : [own]), ...others].map(({ documentId }) => documentId))}
          onPick={(contact) => onChange([...others, contact])}
        />
      )}
    </Box>
  );
};
