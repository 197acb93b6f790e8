import type { Locale } from '../../../../contract';
import type { FilledBlock } from './template';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const accent = '#1d4f91';
const styles = {
  paragraph: `margin:0 0 16px;${font};font-size:16px;line-height:24px;color:#1f2933`,
  note: `margin:0 0 12px;${font};font-size:13px;line-height:20px;color:#52606d`,
};

const paragraph = (kind: 'paragraph' | 'note', text: string) => `<p style="${styles[kind]}">${escapeHtml(text)}</p>`;

/** A table cell with a background, since some clients paint no background on a link. */
const button = (label: string, href: string, fallback: string): string => {
  const address = escapeHtml(href);
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr>
<td bgcolor="${accent}" style="background-color:${accent};border-radius:6px">
<a href="${address}" style="display:inline-block;padding:14px 28px;${font};font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a>
</td></tr></table>
<p style="${styles.note}">${escapeHtml(fallback)}<br><a href="${address}" style="color:${accent};word-break:break-all">${address}</a></p>`;
};

const asHtml = (block: FilledBlock): string =>
  block.kind === 'button' ? button(block.label, block.href, block.fallback) : paragraph(block.kind, block.text);

/** The HTML part: tables and inline styles, no image, nothing fetched from anywhere. */
export const layOut = (subject: string, blocks: readonly FilledBlock[], locale: Locale): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background-color:#f3f5f8">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f5f8"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:560px;background-color:#ffffff;border-radius:8px;border-top:4px solid ${accent}"><tr><td style="padding:32px;text-align:left">
${blocks.map(asHtml).join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
