import { Link } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import { type AdminWords, whenWords } from '@/core/words/admin';
import type { Home } from '@/server/screens/home';

/** What keeps everything from going out, before anything else, with what to do. */
export const Warnings = ({
  home,
  words,
  locale,
  now,
}: {
  home: Home;
  words: AdminWords;
  locale: Locale;
  now: number;
}) => {
  const { warn } = words;
  const { silent, last } = home.scheduler;
  return (
    <>
      {home.stopped ? (
        <div className="md-note md-note-stop" role="alert">
          <strong>{warn.stoppedTitle}</strong>
          <p>{warn.stopped}</p>
          <Link href="/admin/globals/settings" prefetch={false}>
            {warn.toSettings}
          </Link>
        </div>
      ) : null}
      {silent ? (
        <div className="md-note md-note-stop" role="alert">
          <strong>{warn.silentTitle}</strong>
          <p>
            {last
              ? warn.silentSince(whenWords({ at: last.at, now, zone: home.timezone }, locale))
              : warn.silentNever}{' '}
            {warn.silentDo}
          </p>
        </div>
      ) : null}
      {!silent && last?.problem ? (
        <div className="md-note md-note-warn" role="alert">
          <strong>{warn.problemTitle}</strong>
          <p>{warn.problem(last.problem)}</p>
        </div>
      ) : null}
      {home.unsupported.length > 0 ? (
        <div className="md-note md-note-warn">
          <strong>{words.home.unsupported}</strong>
          {home.unsupported.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
    </>
  );
};
