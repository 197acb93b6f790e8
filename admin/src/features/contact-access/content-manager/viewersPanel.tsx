import * as React from 'react';
import { Button, Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useAllowed } from '../../../kernel/permissions';
import { trailOfRow } from '../../../kernel/plugin';
import type { SidePanel } from '../../../kernel/strapi/contentManager';
import { useTranslate } from '../../../kernel/translate';
import { useData } from '../../../kernel/useData';
import { Viewers, type ViewersProps } from '../../insight';
import { AccessDialog } from '../AccessDialog';
import { GiveAccessDialog } from './GiveAccessDialog';

/** Who sees the row, and *give access*. */
const PanelContent = ({ contentType, documentId, savedAt }: Omit<ViewersProps, 'onOpen'>) => {
  const translate = useTranslate();
  const { may } = useAllowed();
  const [isGiving, setGiving] = React.useState(false);
  const [contactId, openAccess] = React.useState<string | null>(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Viewers contentType={contentType} documentId={documentId} savedAt={savedAt} onOpen={openAccess} />
      {may('access.manage') && may('contacts.read') && (
        <Button type="button" variant="secondary" fullWidth onClick={() => setGiving(true)}>
          {translate('access.give')}
        </Button>
      )}
      {may('activity.read') && (
        <Link tag={NavLink} to={trailOfRow(contentType, documentId)}>
          {translate('trail.ofRow')}
        </Link>
      )}
      {isGiving && (
        <GiveAccessDialog
          contentType={contentType}
          documentId={documentId}
          onOpen={openAccess}
          onClose={() => setGiving(false)}
        />
      )}
      {contactId !== null && <AccessDialog key={contactId} contactId={contactId} onClose={() => openAccess(null)} />}
    </Flex>
  );
};

/** "Qui voit cet élément ?" beside each row of a content type that guests can be given something of. */
export const ViewersPanel: SidePanel = ({ model, documentId, document }) => {
  const translate = useTranslate();
  const { may } = useAllowed();
  const id = documentId ?? document?.documentId;
  const { value } = useData('GetAccessChoices', id !== undefined && may('access.read') ? {} : null);
  const offered = [...(value?.accessTypes ?? []), ...(value?.resourceTypes ?? [])];
  if (id === undefined || !offered.some(({ contentType }) => contentType === model)) return null;
  const savedAt = `${document?.updatedAt ?? ''} ${document?.status ?? ''}`;
  return {
    title: translate('insight.viewers'),
    content: <PanelContent contentType={model} documentId={id} savedAt={savedAt} />,
  };
};
