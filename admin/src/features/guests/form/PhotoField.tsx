import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import type { AdminGuest } from '../../../../../contract/guests';
import { useTranslate } from '../../../kernel/translate';
import { useDisabled } from '../../../kernel/ui/fields';

type Photo = AdminGuest['photo'];

/** What the media library's dialog takes; the panel registers its components without their types. */
interface MediaDialogProps {
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: readonly { id: number; url: string; name: string }[]) => void;
}

const isMediaDialog = (component: unknown): component is React.FunctionComponent<MediaDialogProps> =>
  typeof component === 'function';

/** Files of the media library may be named by a path on the server, which the panel knows by its address. */
const imageAddress = (url: string): string => {
  const server: unknown = 'backendURL' in window.strapi ? window.strapi.backendURL : null;
  return new URL(url, typeof server === 'string' && server !== '' ? server : window.location.origin).href;
};

interface PhotoFieldProps {
  value: Photo;
  onChange: (photo: Photo) => void;
}

/** Their photo, chosen in Strapi's media library. */
export const PhotoField = ({ value: photo, onChange }: PhotoFieldProps) => {
  const disabled = useDisabled();
  const translate = useTranslate();
  const heading = React.useId();
  const opener = React.useRef<HTMLButtonElement>(null);
  const [isChoosing, setChoosing] = React.useState(false);
  const MediaDialog = useStrapiApp('PhotoField', ({ components }) => components['media-library']);
  const close = () => {
    setChoosing(false);
    // The library's dialog gives the focus back to nobody.
    setTimeout(() => opener.current?.focus());
  };
  return (
    <Box role="group" aria-labelledby={heading}>
      <Typography id={heading} tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
        {translate('guests.photo')}
      </Typography>
      <Flex gap={3} paddingTop={1} wrap="wrap">
        {photo !== null && (
          <img
            src={imageAddress(photo.url)}
            alt={photo.name}
            width={64}
            height={64}
            style={{ objectFit: 'cover', borderRadius: '50%' }}
          />
        )}
        {isMediaDialog(MediaDialog) && (
          <Button
            ref={opener}
            type="button"
            variant="secondary"
            size="S"
            startIcon={<Images aria-hidden />}
            disabled={disabled}
            onClick={() => setChoosing(true)}
          >
            {translate(photo === null ? 'guests.choosePhoto' : 'guests.changePhoto')}
          </Button>
        )}
        {photo !== null && (
          <Button
            type="button"
            variant="tertiary"
            size="S"
            disabled={disabled}
            onClick={() => {
              onChange(null);
              opener.current?.focus();
            }}
          >
            {translate('guests.removePhoto')}
          </Button>
        )}
      </Flex>
      {isChoosing && isMediaDialog(MediaDialog) && (
        <MediaDialog
          allowedTypes={['images']}
          multiple={false}
          onClose={close}
          onSelectAssets={([chosen]) => {
            if (chosen !== undefined) onChange({ id: chosen.id, url: chosen.url, name: chosen.name });
            close();
          }}
        />
      )}
    </Box>
  );
};
