import { Link } from '@payloadcms/ui';
import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { queueWords } from '@/core/words/queue';
import type { WaitingScript } from '@/server/screens/queue';
import { When } from './When';

interface Given {
  script: WaitingScript;
  words: AdminWords;
  locale: Locale;
  now: number;
}

/** When a launch that waits for a decision begins. */
export const LaunchWhen = ({ script: { at, zone }, words, locale, now }: Given) =>
  at === null ? words.queue.noTime : <When {...{ at, now, zone, locale }} say={words.queue.launches} />;

/** 「3 步通过后改过」 of a script that was approved; nothing of one that waits as a whole. */
export const ChangedSince = ({ script: { changed }, locale }: Pick<Given, 'script' | 'locale'>) =>
  changed === 0 ? null : (
    <span className="md-script-changed">{queueWords[locale].changedSteps(changed)}</span>
  );

/** Who asks for the decision, and since when. */
export const SubmittedBy = ({ script: { by, submittedAt, zone }, words, locale, now }: Given) => {
  const name = by ?? words.queue.unknownPerson;
  if (submittedAt === null) return name;
  return (
    <When at={submittedAt} {...{ now, zone, locale }} say={(when) => words.queue.submitted(name, when)} />
  );
};

/** Where a script is read as a whole and decided on. */
export const ScriptLink = ({
  id,
  className,
  current = false,
  children,
}: {
  id: string;
  className?: string;
  /** It is the one that is open. */
  current?: boolean;
  children: React.ReactNode;
}) => (
  <Link
    href={`/admin/approvals?script=${id}`}
    prefetch={false}
    className={className}
    aria-current={current ? 'true' : undefined}
  >
    {children}
  </Link>
);
