/** Without those that are taken for one another when they are read out: 0 and o, 1, i and l. */
const alphabets = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789'] as const;
const every = alphabets.join('');
const groups = 4;
const groupLength = 4;

/** A number below `bound`, each as likely as the others. */
const below = (bound: number): number => {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  const fair = Math.floor(2 ** 32 / bound) * bound;
  return drawn < fair ? drawn % bound : below(bound);
};

const pick = (letters: string): string => letters.charAt(below(letters.length));

/**
 * A password to be read out or copied once: four groups of four, joined by hyphens (more than 80 bits). It begins with a
 * letter of each case and a digit, so that every policy takes it.
 */
export const newTemporaryPassword = (): string => {
  const letters = Array.from({ length: groups * groupLength }, (_, index) => pick(alphabets[index] ?? every));
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength).join('')
  ).join('-');
};
