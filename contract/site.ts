import { array, boolean, mixed, number, object, string } from 'yup';
import { doors, type Door } from './constants';
import { endpoint } from './endpoint';
import { locale } from './locales';
import { brand } from './settings';

/** GET /site — public facts for the login page. */
export const GetSite = endpoint('GetSite', {
  response: object({
    name: string().required(),
    signInMethods: array(
      mixed<Door>()
        .oneOf([...doors])
        .required()
    ).required(),
    locales: array(locale.required()).required(),
    defaultLocale: locale.required(),
    brand: brand.required(),
    /** In which times are shown to whoever has none in their profile; null: that of their browser. */
    timeZone: string().nullable().defined(),
    /** What a new password has to be. */
    passwordPolicy: object({
      minLength: number().required(),
      maxLength: number().required(),
      classes: boolean().required(),
    }).required(),
  }),
});
