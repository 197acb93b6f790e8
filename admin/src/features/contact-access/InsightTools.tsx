import { Flex } from '@strapi/design-system';
import { letsIn, type ContactAccess } from '../../../../contract/contact-access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { ModalSection } from '../../kernel/ui/Section';
import { PreviewButton, WhyButton } from '../insight';
import type { Choices } from './choices';
import { nameWithCompany } from './personName';

interface InsightToolsProps {
  access: ContactAccess;
  choices: Choices;
  may: (permission: Permission) => boolean;
}

/** "Vérifier": why they see a row, and the portal as they see it. Both speak of what is saved. */
export const InsightTools = ({ access, choices, may }: InsightToolsProps) => {
  const translate = useTranslate();
  const { guestId, contact, state } = access;
  if (guestId === null) return null;
  return (
    <ModalSection title={translate('insight.tools')} hint={translate('insight.tools.hint')}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <WhyButton guestId={guestId} guestName={nameWithCompany(contact)} contentTypes={choices.contentTypes} />
        {may('access.preview') && <PreviewButton guestId={guestId} isClosed={!letsIn(state)} />}
      </Flex>
    </ModalSection>
  );
};
