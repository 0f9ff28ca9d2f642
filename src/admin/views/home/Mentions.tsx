import { Link } from '@payloadcms/ui';
import { commentWords } from '@/core/words/comments';
import type { Context } from '@/server/context';
import type { Home } from '@/server/screens/home';
import { When } from '../../parts/When';

/** Who waits for the reader's words, quietly; nothing when nobody does. */
export const Mentions = ({
  home: { mentions, timezone },
  ctx: { locale, now },
}: {
  home: Home;
  ctx: Context;
}) => {
  if (mentions.length === 0) return null;
  const words = commentWords[locale];
  return (
    <section aria-labelledby="md-mentions">
      <h2 id="md-mentions">{words.mentioned}</h2>
      <ul className="md-attention">
        {mentions.map(({ comment, title, href, byName, text, at }) => (
          <li key={comment}>
            <span className="md-attention-head">
              <Link href={href} prefetch={false}>
                {words.by(byName, title)}
              </Link>
              <span className="md-quiet md-small">
                <When {...{ at, now, zone: timezone, locale }} />
              </span>
            </span>
            <span className="md-why md-clip">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
