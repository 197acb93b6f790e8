import type * as React from 'react';
import { useStrapiApp } from '@strapi/strapi/admin';

/** A file of the media library. Its address may be a path on the server. */
interface Asset {
  id: number;
  url: string;
  name: string;
}

/** What the library's dialog takes; the panel registers its components without their types. */
interface DialogProps {
  allowedTypes: ('images' | 'files' | 'videos' | 'audios')[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: readonly Asset[]) => void;
}

const isDialog = (component: unknown): component is React.ComponentType<DialogProps> => typeof component === 'function';

/** The media library's dialog, as Strapi's own editors open it; null on a site without the media library. */
export const useMediaLibrary = (): React.ComponentType<DialogProps> | null => {
  const found: unknown = useStrapiApp('guest-access', ({ components }) => components['media-library']);
  return isDialog(found) ? found : null;
};

/** A file's whole address: the panel may be on another server than the files. */
export const fileAddress = (url: string): string => {
  const server: unknown = 'backendURL' in window.strapi ? window.strapi.backendURL : null;
  return new URL(url, typeof server === 'string' && server !== '' ? server : window.location.origin).href;
};
