/** Short digit-only ids are the database's counters; longer ones (ObjectId text) are compared as text. */
const isCounter = (id: string): boolean => {
  if (id.length === 0 || id.length > 15) return false;
  for (let i = 0; i < id.length; i += 1) {
    const code = id.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
};

/**
 * The one order of ids, used to break ties: counters by value (9 before 10) and before all other ids,
 * these by code unit. Total and independent of the process's locale.
 */
export const compareIds = (a: string, b: string): number => {
  if (a === b) return 0;
  const aCounts = isCounter(a);
  const bCounts = isCounter(b);
  if (aCounts !== bCounts) return aCounts ? -1 : 1;
  if (aCounts) {
    const difference = Number(a) - Number(b);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : 1;
};
