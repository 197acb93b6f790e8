import { number, object, type InferType } from 'yup';
import { endpoint } from './endpoint';

/** New guests are those of so many days, refused entrances those of so many hours. */
export const overviewDays = 7;
export const overviewHours = 24;

/** What stands on the panel's home page. Null is what the reader may not see. */
export const overview = object({
  newGuests: number().required(),
  /** Who waits for an editor's agreement. */
  waiting: number().required(),
  /** How often somebody was not let in. */
  refused: number().nullable().defined(),
  /** Messages that wait to be sent, and those that were given up within the last thirty days. */
  mails: object({ waiting: number().required(), failed: number().required() }).nullable().defined(),
});
export type Overview = InferType<typeof overview>;

/** GET /overview — what has come up lately. Refused entrances take `activity.read`, mails `jobs.read`. */
export const GetOverview = endpoint('GetOverview', { response: overview });
