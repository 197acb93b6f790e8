/** Where every instant of the product comes from. */
export const now = (): Date => new Date();
