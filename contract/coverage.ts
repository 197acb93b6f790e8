import { array, boolean, mixed, object, string } from 'yup';
import { endpoint } from './endpoint';

/**
 * The ways into a content type that the self-check walks (N1). `cache`: whether somebody else's answer comes to a guest out of
 * a response cache.
 */
export const waysIn = ['list', 'one', 'count', 'write', 'graphql', 'populate', 'hop-filter', 'cache'] as const;
export type WayIn = (typeof waysIn)[number];

/**
 * `covered` the row filter held; `empty` there is no row to try it on, the condition was there; `absent` the site has no
 * such way; `open` it did not hold: the content type is closed to all guests.
 */
export const coverageVerdicts = ['covered', 'empty', 'absent', 'open'] as const;
export type CoverageVerdict = (typeof coverageVerdicts)[number];

export const coverageRow = object({
  contentType: string().required(),
  way: mixed<WayIn>()
    .oneOf([...waysIn])
    .required(),
  /**
   * The other content type and its relation, `api::milestone.milestone tasks`, for ways through a relation; or what is tried of a
   * write: `create`, `update`, `delete`.
   */
  through: string().nullable().defined(),
  verdict: mixed<CoverageVerdict>()
    .oneOf([...coverageVerdicts])
    .required(),
});

/** GET /coverage — what the self-check found at boot, or when the settings were saved last. */
export const GetCoverage = endpoint('GetCoverage', {
  response: object({
    checkedAt: string().required(),
    /** Content types that are closed because a way in is open. */
    closed: array(string().required()).required(),
    rows: array(coverageRow.required()).required(),
    complete: boolean().required(),
  }),
});
