/** At most so many are told of an arrival, as the contract has it. */
export const addressesMax = 20;

/** Splits a text of one or several addresses. Whether each is one, the server says: here only what cannot be is kept back. */
export const addressesIn = (text: string, taken: readonly string[]): { addresses: string[]; refused: string[] } => {
  const pieces = [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))];
  const isAddress = (piece: string) => /^[^@]+@[^@]+\.[^@]+$/.test(piece);
  return {
    addresses: pieces.filter((piece) => isAddress(piece) && !taken.includes(piece)),
    refused: pieces.filter((piece) => !isAddress(piece)),
  };
};
