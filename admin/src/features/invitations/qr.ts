import { renderSVG } from 'uqr';

/**
 * The link as a QR code, an SVG image: black on white whatever the panel's theme, with the margin of four modules that the
 * standard asks for, so that every camera reads it.
 */
export const qrImage = (link: string): string => renderSVG(link, { ecc: 'M', border: 4 });

/** The image as an address, to show or to download. */
export const imageAddress = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
