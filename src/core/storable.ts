/** NUL, and halves of a pair: databases cut the text there, or put other signs in their place. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
