import { Link } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { queueWords } from '@/core/words/queue';
import type { Unsubmitted } from '@/server/screens/queue';
import { StatusMark } from '../../parts/StatusMark';
import { When } from '../../parts/When';

interface Given {
  posts: readonly Unsubmitted[];
  words: AdminWords;
  locale: Locale;
  now: number;
}

/** Quietly, below the queue: what is due within a day and has not been submitted. */
export const UnsubmittedList = ({ posts, words, locale, now }: Given) => {
  if (posts.length === 0) return null;
  const own = queueWords[locale];
  return (
    <section className="md-unsubmitted" aria-labelledby="md-unsubmitted">
      <h3 id="md-unsubmitted">{own.unsubmitted}</h3>
      <p className="md-quiet md-small">{own.unsubmittedHint}</p>
      <ul>
        {posts.map(({ id, title, status, at, zone }) => (
          <li key={id}>
            <Link href={`/admin/collections/posts/${id}`} prefetch={false}>
              {title}
            </Link>
            <span className="md-small">
              <StatusMark status={status} label={words.statuses[status]} />{' '}
              <When {...{ at, now, zone, locale }} say={own.mustGo} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
