/** In place of a field that the panel already says in words. */
export const NoField = () => null;
