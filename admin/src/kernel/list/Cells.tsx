import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

interface TextProps {
  children: string | null;
  maxWidth?: string;
  /** What it takes before it goes on two lines. */
  minWidth?: string;
}

// It may break anywhere, so that the columns can share what there is: otherwise the last ones stand outside.
const TwoLines = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  white-space: normal;
  overflow-wrap: anywhere;
`;

/** A text of a dense table: on two lines where there is no room, cut off after them, and whole in the tooltip. A dash where there is none. */
export const Text = ({ children, maxWidth = 'clamp(8rem, 9vw, 16rem)', minWidth = '6rem' }: TextProps) => (
  <TwoLines tag="div" textColor="neutral800" maxWidth={maxWidth} minWidth={minWidth} title={children ?? undefined}>
    {children === null || children === '' ? '—' : children}
  </TwoLines>
);

/** A text that is never cut: what is longer than its column goes on on the next line. */
export const Whole = styled(Typography)`
  display: block;
  white-space: normal;
  overflow-wrap: anywhere;
`;

/** An e-mail address, which is broken behind its at sign rather than anywhere else. */
export const Address = ({ email }: { email: string }) => {
  const at = email.lastIndexOf('@') + 1;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
};

interface PhoneProps {
  typed: string;
  /** The number as its country writes it and as it is dialled; null where what was typed is none. */
  number: { shown: string; href: string } | null;
}

/** A telephone number that dials, on one line; in the tooltip as it was typed. */
export const Phone = ({ typed, number }: PhoneProps) => {
  const look = { title: typed, style: { whiteSpace: 'nowrap' } } as const;
  return number === null ? (
    <Typography textColor="neutral800" {...look}>
      {typed}
    </Typography>
  ) : (
    <Typography tag="a" href={number.href} textColor="primary600" {...look}>
      {number.shown}
    </Typography>
  );
};

/** A day, with the hour in the tooltip. A dash where there is none. @param isMinor whether it stands below something that matters more */
export const Day = ({ at, isMinor = false }: { at: string | null; isMinor?: boolean }) => {
  const { formatDate } = useIntl();
  if (at === null) return <Typography textColor="neutral800">—</Typography>;
  return (
    <Typography
      variant={isMinor ? 'pi' : undefined}
      textColor={isMinor ? 'neutral600' : 'neutral800'}
      title={formatDate(at, { dateStyle: 'full', timeStyle: 'short' })}
    >
      {formatDate(at, { day: '2-digit', month: '2-digit', year: 'numeric' })}
    </Typography>
  );
};

/** A day and its hour. A dash where there is none. */
export const Moment = ({ at }: { at: string | null }) => {
  const { formatDate } = useIntl();
  return (
    <Typography textColor="neutral800" title={at === null ? undefined : formatDate(at, { dateStyle: 'full' })}>
      {at === null ? '—' : formatDate(at, { dateStyle: 'short', timeStyle: 'short' })}
    </Typography>
  );
};
