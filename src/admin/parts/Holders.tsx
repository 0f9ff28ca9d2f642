import { Link } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import type { Holder } from '@/server/posts/proof';
import { When } from './When';

interface HoldersProps {
  label: string;
  holders: readonly Holder[];
  now: number;
  locale: Locale;
}

/** Other posts that take places, each a link to where it can be moved or made less important. */
export const Holders = ({ label, holders, now, locale }: HoldersProps) => {
  if (holders.length === 0) return null;
  return (
    <div className="md-holders">
      <span>{label}</span>
      <ul>
        {holders.map(({ post, title, zone, at }) => (
          <li key={post}>
            <Link href={`/admin/collections/posts/${post}`} prefetch={false}>
              {title}
            </Link>{' '}
            <When at={at} now={now} zone={zone} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  );
};
