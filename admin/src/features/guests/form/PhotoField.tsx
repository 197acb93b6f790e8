import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import type { AdminGuest } from '../../../../../contract/guests';
import { fileAddress, useMediaLibrary } from '../../../kernel/strapi/mediaLibrary';
import { useTranslate } from '../../../kernel/translate';
import { useDisabled } from '../../../kernel/ui/fields';

type Photo = AdminGuest['photo'];

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
  const MediaDialog = useMediaLibrary();
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
            src={fileAddress(photo.url)}
            alt={photo.name}
            width={64}
            height={64}
            style={{ objectFit: 'cover', borderRadius: '50%' }}
          />
        )}
        {MediaDialog !== null && (
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
      {isChoosing && MediaDialog !== null && (
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
