/** How Payload begins a message that lists fields; each of its two languages, one field or several. */
const listsFields = /^(The following fields? (is|are) invalid:|下面的字段是无效的|以下字段是无效的)/;

/**
 * Payload's form takes every message with a colon in it for such a list, also one with a time in it, and shows what
 * follows split at its commas. What is a sentence is given back, to be shown as it is.
 */
export const sentenceOf = ({ errorMessage }: { errorMessage?: unknown }): string | null =>
  typeof errorMessage === 'string' && !listsFields.test(errorMessage) ? errorMessage : null;
