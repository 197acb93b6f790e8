import { asSystem, fileRow, type SelectedFile, type SignFile, type Strapi } from '../../kernel';

/** What an address is made of: Strapi looks at `provider`, providers make the key of hash and extension. */
const parts = ['hash', 'ext', 'provider', 'url', 'formats'];

const isWhole = (file: SelectedFile): boolean => parts.every((part) => Object.hasOwn(file, part));

/** The row of a file, whatever of it was selected, and whoever asks. */
const storedRow = (strapi: Strapi, id: unknown): Promise<SelectedFile | null> =>
  typeof id === 'number' || typeof id === 'string' ? asSystem(() => fileRow(strapi, id)) : Promise.resolve(null);

const without = (file: SelectedFile, ...names: string[]): SelectedFile =>
  Object.fromEntries(Object.entries(file).filter(([name]) => !names.includes(name)));

/**
 * Signs a file's addresses from its stored row where not all of it was selected, and gives of them what was selected. Made of
 * what was selected alone, the address would be another's: without hash and extension, the bucket's root.
 */
export const signFromRow =
  (strapi: Strapi, sign: SignFile, isPrivate: () => Promise<boolean>): SignFile =>
  async (file) => {
    if (isWhole(file) || !(await isPrivate())) return sign(file);
    const asked = ['url', 'formats'].filter((name) => Object.hasOwn(file, name));
    if (asked.length === 0) return { ...file, isUrlSigned: false };
    const row = await storedRow(strapi, file['id']);
    if (row === null) return { ...without(file, ...asked), isUrlSigned: false };
    const signed = await sign(row);
    return {
      ...file,
      ...Object.fromEntries(asked.map((name) => [name, signed[name]])),
      isUrlSigned: signed.isUrlSigned === true,
    };
  };
