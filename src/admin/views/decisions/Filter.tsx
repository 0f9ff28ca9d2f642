import { Link } from '@payloadcms/ui';
import { whats } from '@/core/decisions';
import type { Locale } from '@/core/model';
import { operationWords } from '@/core/words/operation';
import type { Filled } from './filledIn';

/** The address of a page of the list: filters are kept in it, so that it can be sent to a colleague. */
export const addressOf = (path: string, { page, ...asked }: Filled): string => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};

interface FilterProps {
  path: string;
  filled: Filled;
  feeds: readonly { id: string; name: string }[];
  locale: Locale;
}

/** A plain form: it works before the page listens. */
export const Filter = ({ path, filled, feeds, locale }: FilterProps) => {
  const { decisions: words, whats: names } = operationWords[locale];
  return (
    <form className="md-filter" action={path} method="get">
      <label className="md-field">
        <span>{words.from}</span>
        <input type="date" name="from" defaultValue={filled.from} />
      </label>
      <label className="md-field">
        <span>{words.to}</span>
        <input type="date" name="to" defaultValue={filled.to} />
      </label>
      <label className="md-field">
        <span>{words.feed}</span>
        <select name="feed" defaultValue={filled.feed}>
          <option value="">{words.all}</option>
          {feeds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="md-field">
        <span>{words.what}</span>
        <select name="what" defaultValue={filled.what}>
          <option value="">{words.all}</option>
          {whats.map((what) => (
            <option key={what} value={what}>
              {names[what]}
            </option>
          ))}
        </select>
      </label>
      {filled.post ? <input type="hidden" name="post" value={filled.post} /> : null}
      <button type="submit" className="md-button">
        {words.show}
      </button>
      {filled.post ? (
        <p className="md-filter-post">
          {words.post}{' '}
          <Link href={addressOf(path, { ...filled, post: '', page: 1 })} prefetch={false}>
            {words.allPosts}
          </Link>
        </p>
      ) : null}
    </form>
  );
};
