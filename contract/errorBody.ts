import { array, mixed, number, object, string, type InferType } from 'yup';
import { passwordFaults, type PasswordFault } from './constants';
import { errorCodes, type ErrorCode } from './errors';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** What is wrong with one value of the input. */
const inputFault = object({
  /** Where it stands in the input. */
  path: array(string().defined()).required(),
  /** A sentence for people, or one of the codes that the endpoint's description names. */
  message: string().defined(),
  name: string().required(),
  /** The refused value itself, where it is repeated. */
  value: mixed<string | number | boolean | object>()
    .meta({ types: ['string', 'number', 'boolean', 'object', 'array'] })
    .nullable(),
});

/** `error.details` of a refusal. A refusal of Strapi's own has no code; some codes bring more than stands here. */
const refusalDetails = object({
  code: mixed<ErrorCode>().oneOf(Object.keys(errorCodes).filter(isCode)),
  errors: array(inputFault.required()),
  /** `weak_password`: why. */
  faults: array(
    mixed<PasswordFault>()
      .oneOf([...passwordFaults])
      .required()
  ),
  /** `address_taken`, `login_taken`: the guest who has it. */
  guestId: string(),
  /** `password_change_required`: with it a new password can be set, at `ResetPassword`. */
  token: string(),
  /** `too_many_requests`: the same as the header `Retry-After`. */
  retryAfterSeconds: number(),
});
export type RefusalDetails = InferType<typeof refusalDetails>;

/** The body of every refusal, in Strapi's own form. */
export const errorBody = object({
  data: mixed<never>().nullable().defined().oneOf([null]),
  error: object({
    status: number().integer().min(400).max(599).required(),
    name: string().required(),
    /** For people, in English. Clients go by `details.code`. */
    message: string().defined(),
    /** Left out where the site itself failed. */
    details: refusalDetails.default(undefined),
  }).required(),
});
export type ErrorBody = InferType<typeof errorBody>;
