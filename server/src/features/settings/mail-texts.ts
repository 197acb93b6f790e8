import type { MailText, MailTextProblem } from '../../../../contract';

/** What is wrong with one text, by the field that it is in; `value` is the piece of text that it is about. */
export interface MailTextFault {
  field: 'subject' | 'body';
  problem: MailTextProblem;
  value?: string;
}

type Check = (text: MailText) => MailTextFault[];

let check: Check = () => [];

/** Called once, at register, by the feature that knows the messages. */
export const provideMailTextCheck = (given: Check): void => {
  check = given;
};

/**
 * The faults that a change brings in. A text that a later version of a message made wrong stays, and does not stand in the
 * way of other changes; its message goes out in the plugin's own words.
 */
export const newMailTextFaults = (next: readonly MailText[], kept: readonly MailText[]) => {
  const known = new Set(kept.map((text) => JSON.stringify(text)));
  return next.flatMap((text, index) =>
    known.has(JSON.stringify(text))
      ? []
      : check(text).map(({ field, ...fault }) => ({ path: ['mailTexts', String(index), field], ...fault }))
  );
};
