import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const folder = 'server/src/features/mail/frame';
export const frameSource = `${folder}/frame.mjml`;
export const framePieces = `${folder}/pieces.ts`;

/** Colours that a message gets as it is rendered: MJML wants one that it knows. */
const colours = { '#acce47': '[[accent]]', '#0acce5': '[[onAccent]]', '#acce11': '[[linkColour]]' };

/** The file with the pieces of a message's HTML, as text, from its MJML. */
export const compileFrame = async () => {
  // Only where they are needed: they take a second to load.
  const { default: mjml } = await import('mjml');
  const prettier = await import('prettier');
  const source = readFileSync(join(root, frameSource), 'utf8');
  const { html } = await mjml(source, { fonts: {}, keepComments: true, validationLevel: 'strict' });
  const filled = Object.entries(colours).reduce((text, [colour, name]) => text.replaceAll(colour, name), html);
  const [open, ...rest] = filled.replace(/\s*\n\s*/g, '\n').split('<!-- piece ');
  const named = rest.map((piece) => /^(\w+) -->\s*(.*)$/s.exec(piece)?.slice(1) ?? []);
  const pieces = Object.fromEntries([['open', open], ...named]);
  const file = join(root, framePieces);
  const text = [
    '// Made from frame.mjml by scripts/lib/mail-frame.mjs, at each build of the server. Change that one.',
    "/** What a message's HTML is put together from; `[[name]]` stands where a value goes. */",
    `export const pieces = ${JSON.stringify(pieces)} as const;`,
  ].join('\n');
  return prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
};

export const writeFrame = async () => writeFileSync(join(root, framePieces), await compileFrame());
