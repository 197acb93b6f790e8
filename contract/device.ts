import { object, string } from 'yup';

/** What a browser or program says of itself, in words; null where it says nothing that is known. */
export const device = object({ browser: string().nullable().defined(), system: string().nullable().defined() });
