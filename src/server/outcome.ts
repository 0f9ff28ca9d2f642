/** 400 bad input, 403 not allowed, 404 not there or not yours to see, 409 changed meanwhile, 503 not by this process now. */
export type RefusalStatus = 400 | 403 | 404 | 409 | 503;

/** An expected refusal: a sentence for the reader and data for integrators. */
export interface Refusal {
  ok: false;
  status: RefusalStatus;
  errors: { message: string; data?: unknown }[];
}

export type Outcome<T> = { ok: true; value: T } | Refusal;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (status: RefusalStatus, errors: Refusal['errors']): Refusal => ({
  ok: false,
  status,
  errors,
});

/** Reasons of the core with their sentences. */
export const refuseWith = <Reason>(
  status: RefusalStatus,
  reasons: readonly Reason[],
  say: (reason: Reason) => string,
): Refusal =>
  refuse(
    status,
    reasons.map((reason) => ({ message: say(reason), data: reason })),
  );
