/** Three pictures and a tick: a Moment that is in order. */
export const Icon = () => (
  <svg className="md-icon" viewBox="0 0 32 32" width="22" height="22" role="img" aria-label="Moments Desk">
    <path fill="currentColor" d="M4 6h7v7H4zM13 6h7v7h-7zM4 15h7v7H4z" />
    <path fill="none" stroke="#b3261e" strokeWidth="3.4" d="m14 21 5 5 10-12" />
  </svg>
);
