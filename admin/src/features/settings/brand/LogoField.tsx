import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Images } from '@strapi/icons';
import { useMediaLibrary } from '../../../kernel/strapi/mediaLibrary';
import { useTranslate } from '../../../kernel/translate';
import { TextField } from '../../../kernel/ui/fields';
import { useSite } from '../site';
import { addressInSettings } from './logoAddress';

interface Props {
  value: string | null;
  onChange: (url: string | null) => void;
  error?: string;
}

/** The logo's address: typed, or that of an image in the media library. */
export const LogoField = ({ value, onChange, error }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const MediaLibrary = useMediaLibrary();
  const [isChoosing, setChoosing] = React.useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <TextField
        name="brand.logoUrl"
        label={translate('settings.logo')}
        hint={translate('settings.logo.hint')}
        value={value ?? ''}
        error={error}
        placeholder="/uploads/logo.svg"
        onChange={(text) => onChange(text.trim() === '' ? null : text.trim())}
      />
      {mayEdit && (
        <Flex gap={2} wrap="wrap">
          {MediaLibrary !== null && (
            <Button type="button" variant="secondary" startIcon={<Images />} onClick={() => setChoosing(true)}>
              {translate('settings.logo.choose')}
            </Button>
          )}
          {value !== null && (
            <Button type="button" variant="tertiary" onClick={() => onChange(null)}>
              {translate('settings.logo.clear')}
            </Button>
          )}
        </Flex>
      )}
      {isChoosing && MediaLibrary !== null && (
        <MediaLibrary
          allowedTypes={['images']}
          multiple={false}
          onClose={() => setChoosing(false)}
          onSelectAssets={([chosen]) => {
            setChoosing(false);
            if (chosen !== undefined) onChange(addressInSettings(chosen.url, window.location.origin));
          }}
        />
      )}
    </Flex>
  );
};
