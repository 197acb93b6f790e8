import { ValidationError, type InferType, type Schema } from 'yup';
import type { ErrorCode } from '../../../contract';
import { failure } from './errors';

const pathOf = (error: ValidationError): string[] => (error.path ?? '').split(/[.[\]"]+/).filter(Boolean);

/**
 * The input as its schema gives it, a new value. Unknown keys are an error, not dropped.
 * @throws a 400 with `code`, and every fault with its path in `details.errors`.
 */
export const parse = async <S extends Schema>(schema: S, input: unknown, code: ErrorCode): Promise<InferType<S>> => {
  try {
    return await schema.validate(input, { abortEarly: false, stripUnknown: false });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const faults = error.inner.length > 0 ? error.inner : [error];
    throw failure(code, error.errors[0] ?? 'The input is not valid', {
      errors: faults.map((fault) => ({ path: pathOf(fault), message: fault.message, name: 'ValidationError' })),
    });
  }
};
