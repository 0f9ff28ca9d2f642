import type { AdminWords } from '@/core/words/admin';

/** What a member of staff sees in the admin: the way to the desk. */
export const StaffOnly = ({ words }: { words: AdminWords }) => (
  <div className="md md-screen md-lonely">
    <h1>{words.product}</h1>
    <p>{words.staffAtAdmin}</p>
    <p className="md-buttons">
      <a className="md-button md-primary" href="/desk">
        {words.toDesk}
      </a>
      <a className="md-button" href="/admin/logout">
        {words.signOut}
      </a>
    </p>
  </div>
);
