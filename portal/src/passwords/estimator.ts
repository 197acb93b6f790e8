/*
 * A chunk of its own, loaded where a password is set: the estimator and its list of common passwords are larger than all the
 * rest of the page.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { Estimate } from './strength';

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Longer ones are good in any case, and the estimate takes its time over them. */
const charactersMax = 64;

/** How long a password would resist guessing. `about`: words that its owner is known by. */
export const estimate = (password: string, about: readonly string[]): Estimate => {
  const { score, feedback } = zxcvbn.check(password.slice(0, charactersMax), [...about]);
  return { score, warning: feedback.warning };
};
