import type { MessageKey } from '../language/translations';

/** 0 guessed at once, 4 not in a lifetime (zxcvbn). */
export type Score = 0 | 1 | 2 | 3 | 4;

export interface Estimate {
  readonly score: Score;
  /** Why it is weak, by zxcvbn's own name for it. */
  readonly warning: string | null;
}

export interface Strength {
  readonly score: Score;
  readonly label: MessageKey;
  /** What would make it stronger. */
  readonly advice: MessageKey | null;
}

const labels: Readonly<Record<Score, MessageKey>> = {
  0: 'strength.veryWeak',
  1: 'strength.weak',
  2: 'strength.fair',
  3: 'strength.good',
  4: 'strength.strong',
};

/** By zxcvbn's warnings; several say the same to a person. */
const advice: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['straightRow', 'advice.keyboard'],
  ['keyPattern', 'advice.keyboard'],
  ['simpleRepeat', 'advice.repeat'],
  ['extendedRepeat', 'advice.repeat'],
  ['sequences', 'advice.sequence'],
  ['recentYears', 'advice.date'],
  ['dates', 'advice.date'],
  ['topTen', 'advice.common'],
  ['topHundred', 'advice.common'],
  ['common', 'advice.common'],
  ['similarToCommon', 'advice.common'],
  ['wordByItself', 'advice.word'],
  ['namesByThemselves', 'advice.name'],
  ['commonNames', 'advice.name'],
  ['userInputs', 'advice.name'],
]);

/** An estimate in words. It is a hint: the policy alone decides what is accepted. */
export const strengthOf = ({ score, warning }: Estimate): Strength => ({
  score,
  label: labels[score],
  advice: score >= 3 ? null : (advice.get(warning ?? '') ?? 'advice.longer'),
});
