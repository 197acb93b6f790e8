export interface MediaFile {
  readonly name: string;
  /** Null where the address is none that a link may have. */
  readonly url: string | null;
}

/** Only the site's own paths and web addresses: never `javascript:` or `data:`. */
export const safeUrl = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  return /^(https?:\/\/|mailto:)/i.test(value) || /^\/(?![/\\])/.test(value) ? value : null;
};

/** The address of a picture that lies on the site itself, the only place the page's policy is sure to let it come from. */
export const imageSource = (value: unknown, origin: string): string | null => {
  const url = safeUrl(value);
  return url !== null && URL.canParse(url, origin) && new URL(url, origin).origin === origin ? url : null;
};

/** The files of a media field's value, whether it holds one or several. */
export const mediaFiles = (value: unknown): MediaFile[] => {
  const files: unknown[] = Array.isArray(value) ? value : [value];
  return files.flatMap((file) => {
    if (typeof file !== 'object' || file === null) return [];
    const url = 'url' in file ? file.url : null;
    const name = 'name' in file && typeof file.name === 'string' ? file.name : null;
    return name === null && typeof url !== 'string' ? [] : [{ name: name ?? String(url), url: safeUrl(url) }];
  });
};
