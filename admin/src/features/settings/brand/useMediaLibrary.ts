import type * as React from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';

interface DialogProps {
  allowedTypes: ('images' | 'files' | 'videos' | 'audios')[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: { url: string }[]) => void;
}

const isDialog = (component: unknown): component is React.ComponentType<DialogProps> => typeof component === 'function';

/** The media library's dialog, as Strapi's own editors open it; null on a site without the media library. */
export const useMediaLibrary = (): React.ComponentType<DialogProps> | null => {
  const found: unknown = useStrapiApp('LogoField', ({ components }) => components['media-library']);
  return isDialog(found) ? found : null;
};
