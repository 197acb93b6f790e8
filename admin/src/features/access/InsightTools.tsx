import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { letsIn, type ContactAccess } from '../../../../contract/access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { PreviewButton, WhyButton } from '../insight';
import type { Choices } from './choices';
import { nameWithCompany } from './personName';

interface InsightToolsProps {
  access: ContactAccess;
  choices: Choices;
  may: (permission: Permission) => boolean;
}

/** "Vérifier": why he sees a row, and the portal as he sees it. Both speak of what is saved. */
export const InsightTools = ({ access, choices, may }: InsightToolsProps) => {
  const translate = useTranslate();
  const heading = React.useId();
  const { guestId, contact, state } = access;
  if (guestId === null) return null;
  return (
    <Box tag="section" aria-labelledby={heading}>
      <Typography id={heading} tag="h3" variant="delta">
        {translate('insight.tools')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {translate('insight.tools.hint')}
      </Typography>
      <Flex gap={4} wrap="wrap" alignItems="flex-start" paddingTop={3}>
        <WhyButton guestId={guestId} guestName={nameWithCompany(contact)} contentTypes={choices.contentTypes} />
        {may('access.preview') && <PreviewButton guestId={guestId} isClosed={!letsIn(state)} />}
      </Flex>
    </Box>
  );
};
