/*
 * What the site's colour becomes: in the portal, in mails, and where the settings show both before. Imports nothing, as the
 * portal takes it.
 */

/** The relative luminance of WCAG 2.2, from 0 (black) to 1. */
const luminance = (colour: string): number => {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

/** How far two colours (`#rrggbb`) stand apart, from 1 to 21: the contrast ratio of WCAG 2.2. */
export const contrastOf = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

/** Black or white, whichever can be read better on a colour: always 4.5:1 or more. */
export const textOn = (colour: string): '#ffffff' | '#000000' =>
  contrastOf(colour, '#ffffff') >= contrastOf(colour, '#000000') ? '#ffffff' : '#000000';

/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

const read = (hex: string): Rgb => {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
};

const write = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `share` of the other colour, 0 to 1. */
const mix = (colour: Rgb, other: Rgb, share: number): Rgb => [
  colour[0] + (other[0] - colour[0]) * share,
  colour[1] + (other[1] - colour[1]) * share,
  colour[2] + (other[2] - colour[2]) * share,
];

/** Text has 4.5:1 on its ground (WCAG 2.2, 1.4.3); a little more, for the rounding of what is mixed. */
const textRatio = 4.6;
/** Below this a filled button cannot be told from what it stands on. */
const visibleRatio = 1.4;

/** The nearest colour to `colour`, on the way to `end`, in which text can be read on every ground. */
const readable = (colour: Rgb, end: Rgb, grounds: readonly string[]): Rgb => {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, end, share);
    if (grounds.every((ground) => contrastOf(write(mixed), ground) >= textRatio)) return mixed;
  }
  return end;
};

/** What a scheme makes of the site's colour. */
export interface BrandColours {
  /** Links, lines and marks: text in it can be read on every ground of the page. */
  readonly accent: string;
  readonly accentStrong: string;
  /** The ground of what is chosen; text on it is `accentStrong`. */
  readonly accentSoft: string;
  /** Filled buttons, and the text on them. */
  readonly fill: string;
  readonly fillStrong: string;
  readonly onFill: string;
}

/** The grounds of `tokens.css` on which text stands: the page's own, raised and sunken ones. */
const schemes = {
  light: { grounds: ['#f6f5f1', '#ffffff', '#f0eeea'], surface: '#ffffff', end: black, soft: 0.1 },
  dark: { grounds: ['#131716', '#1b201f', '#222827'], surface: '#1b201f', end: white, soft: 0.2 },
} as const;

/** The site's colour, `#1d4f91`, as the page uses it in a light or a dark scheme. Every text stays readable. */
export const brandColours = (hex: string, scheme: keyof typeof schemes): BrandColours => {
  const { grounds, surface, end, soft } = schemes[scheme];
  const accent = readable(read(hex), end, grounds);
  const accentSoft = write(mix(read(surface), accent, soft));
  const accentStrong = readable(mix(accent, end, 0.2), end, [...grounds, accentSoft]);
  const fill = contrastOf(hex, surface) >= visibleRatio ? hex : write(accent);
  const onFill = textOn(fill);
  return {
    accent: write(accent),
    accentStrong: write(accentStrong),
    accentSoft,
    fill,
    // Away from its text, so that what is readable stays so.
    fillStrong: write(mix(read(fill), onFill === '#ffffff' ? black : white, 0.18)),
    onFill,
  };
};
