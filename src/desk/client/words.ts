/** The sentences that the script says, in the page’s language. The server wrote them into the page. */
export const word = (name: string): string => document.getElementById('words')?.dataset[name] ?? '';
