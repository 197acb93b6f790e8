import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';

export const root = join(__dirname, '../..');

/** Every TypeScript file below a folder of the repository, by its path from the root; tests only where asked for. */
export const filesBelow = (folder: string, { tests = false } = {}): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && (tests || !/\.test\.tsx?$/.test(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts') && !file.includes('node_modules/'))
    .sort();

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

export interface Import {
  from: string;
  /** As it is written. */
  specifier: string;
  /** The file of ours it means, or null for a package. */
  to: string | null;
}

/** Every import of every file of a folder, types and lazy ones included. */
export const importsOf = (files: readonly string[]): Import[] => {
  const known = new Set(files);
  const resolve = (from: string, specifier: string): string | null => {
    if (!specifier.startsWith('.')) return null;
    const path = normalize(join(dirname(from), specifier))
      .split(sep)
      .join('/');
    return (
      [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find((one) => known.has(one)) ?? path
    );
  };
  return files.flatMap((from) =>
    ts
      .preProcessFile(textOf(from), true, true)
      .importedFiles.map(({ fileName }) => ({ from, specifier: fileName, to: resolve(from, fileName) }))
  );
};
