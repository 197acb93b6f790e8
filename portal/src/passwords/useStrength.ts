import { useEffect, useState } from 'react';
import type { Estimate } from './strength';
import { strengthOf, type Strength } from './strength';

type Estimator = (password: string, about: readonly string[]) => Estimate;

/** Waits until somebody stops typing for a moment. */
const pauseMs = 150;

/** How strong a password is; null while nothing is typed, and as long as the estimator has not come, or for good where it does not. */
export const useStrength = (password: string, about: readonly string[]): Strength | null => {
  const [estimator, setEstimator] = useState<{ readonly estimate: Estimator } | null>(null);
  const [strength, setStrength] = useState<Strength | null>(null);
  const words = about.join('\n');

  useEffect(() => {
    let gone = false;
    import('./estimator').then(
      (module) => gone || setEstimator(module),
      // Without it the hints of the policy are there, and the server judges.
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, []);

  useEffect(() => {
    if (estimator === null || password === '') return setStrength(null);
    const timer = setTimeout(() => setStrength(strengthOf(estimator.estimate(password, words.split('\n')))), pauseMs);
    return () => clearTimeout(timer);
  }, [estimator, password, words]);

  return strength;
};
