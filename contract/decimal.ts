/**
 * A decimal number by its significant digits: `-12.50` is { sign: '-', digits: '125', exponent: -1 }, 125 × 10⁻¹.
 * Zero has no digits and no sign.
 */
export interface Decimal {
  readonly sign: '' | '-';
  readonly digits: string;
  readonly exponent: number;
}

const written = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** Reads a number as JSON and JavaScript write it: `-12.5`, `1e-7`; null where it is none. No digit is lost. */
export const decimalOf = (text: string): Decimal | null => {
  const [, sign, whole = '', fraction = '', power = '0'] = written.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') return null;
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (digits === '') return { sign: '', digits: '', exponent: 0 };
  return {
    sign: sign === '-' ? '-' : '',
    digits,
    exponent: Number(power) - fraction.length + all.length - digits.length,
  };
};

/** How many digits stand behind the point. */
export const decimalsOf = ({ exponent }: Decimal): number => Math.max(0, -exponent);

/** Written out as JavaScript writes numbers: in plain digits where they are at most 21 and not too small, else with `e`. */
export const decimalText = ({ sign, digits, exponent }: Decimal): string => {
  if (digits === '') return '0';
  const point = digits.length + exponent;
  if (exponent >= 0 && point <= 21) return sign + digits + '0'.repeat(exponent);
  if (point > 0 && point <= 21) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  if (point > -6 && point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${sign}${digits.slice(0, 1)}${fraction}e${point > 0 ? '+' : ''}${point - 1}`;
};

/** Less than zero where the first is the smaller, more than zero where it is the larger. */
export const compareDecimals = (one: Decimal, other: Decimal): number => {
  const side = ({ sign, digits }: Decimal) => (digits === '' ? 0 : sign === '-' ? -1 : 1);
  if (side(one) !== side(other)) return side(one) - side(other);
  const size = ({ digits, exponent }: Decimal) => digits.length + exponent;
  const magnitude = size(one) - size(other) || (one.digits < other.digits ? -1 : one.digits > other.digits ? 1 : 0);
  return magnitude * side(one);
};
