/** Goes into what the product itself writes on a post: the time of the last edit stays that of a person. */
export const noEdit = { updatedAt: null } as const;
