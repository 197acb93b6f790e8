import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { InvitationLink } from '../../../../contract/invitations';
import { CopyField } from '../../kernel/ui/CopyField';
import { useTranslate } from '../../kernel/translate';
import { imageAddress, qrImage } from './qr';

interface LinkFieldProps {
  link: InvitationLink;
  url: string;
}

/** The link itself: to copy, and as a QR code to show or to download. */
export const LinkField = ({ link, url }: LinkFieldProps) => {
  const translate = useTranslate();
  const image = imageAddress(qrImage(url));
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <CopyField
        name="invitationLink"
        label={translate('invitations.link')}
        value={url}
        hint={translate(link.canReveal ? 'invitations.linkHint' : 'key.shownOnce')}
        copiedText={translate('key.copied')}
      />
      <Flex gap={5} wrap="wrap" alignItems="flex-end">
        <Box borderColor="neutral200" hasRadius style={{ lineHeight: 0, overflow: 'hidden' }}>
          <img src={image} alt={translate('invitations.qrOf', { name: link.name })} width={200} height={200} />
        </Box>
        <Flex direction="column" alignItems="flex-start" gap={3}>
          <Typography textColor="neutral600">{translate('invitations.qrHint')}</Typography>
          <LinkButton
            href={image}
            download={`${translate('invitations.qrFile')}.svg`}
            variant="secondary"
            size="S"
            startIcon={<Download aria-hidden />}
          >
            {translate('invitations.qrDownload')}
          </LinkButton>
        </Flex>
      </Flex>
    </Flex>
  );
};
