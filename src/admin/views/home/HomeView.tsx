import { Link } from '@payloadcms/ui';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import { can } from '@/core/abilities';
import { localDateOf } from '@/core/time';
import { adminWords } from '@/core/words/admin';
import { deskWords } from '@/core/words/desk';
import { operationWords } from '@/core/words/operation';
import type { Context } from '@/server/context';
import { type TeamProgress, teamProgress } from '@/server/desk/progress';
import { type Home, homeOf } from '@/server/screens/home';
import { KindMark } from '@/ui/KindMark';
import { screenContext } from '../../context';
import { StopButton } from '../../operation/StopButton';
import { ProgressBar, ProgressNumbers, sumOf } from '../../parts/ProgressBar';
import { ChangedSince, ScriptLink, SubmittedBy } from '../../parts/ScriptLink';
import { StatusMark } from '../../parts/StatusMark';
import { When } from '../../parts/When';
import { CaughtUpReport } from './CaughtUpReport';
import { DayColumn } from './DayColumn';
import { LastPassLine } from './LastPassLine';
import { Mentions } from './Mentions';
import { Warnings } from './Warnings';

const shownAtOnce = 8;

const AttentionLine = ({ one, ctx }: { one: Home['attention'][number]; ctx: Context }) => {
  const { id, title, kind, status, fate, reason, at, zone } = one;
  const { locale, now } = ctx;
  const words = adminWords[locale];
  return (
    <li>
      <span className="md-attention-head">
        {fate ? (
          <StatusMark status="held" label={operationWords[locale].whats[fate]} />
        ) : (
          <StatusMark status={status} label={words.statuses[status]} />
        )}
        <KindMark kind={kind} label={words.kinds[kind]} />
        <Link href={`/admin/collections/posts/${id}`} prefetch={false}>
          {title}
        </Link>
        {at === null ? null : (
          <span className="md-quiet">
            <When {...{ at, now, zone, locale }} />
          </span>
        )}
      </span>
      {reason ? <span className="md-why">{reason}</span> : null}
    </li>
  );
};

const Attention = ({ home, ctx }: { home: Home; ctx: Context }) => {
  const words = adminWords[ctx.locale];
  const lines = home.attention.map((one) => <AttentionLine key={one.id} one={one} ctx={ctx} />);
  const more = lines.slice(shownAtOnce);
  return (
    <section aria-labelledby="md-attention">
      <h2 id="md-attention">{words.home.attention}</h2>
      {lines.length === 0 ? (
        <p className="md-quiet">
          {words.home.attentionNone} {words.home.attentionHint}
        </p>
      ) : (
        <ul className="md-attention">{lines.slice(0, shownAtOnce)}</ul>
      )}
      {more.length > 0 ? (
        <details>
          <summary>{words.home.more(more.length)}</summary>
          <ul className="md-attention">{more}</ul>
        </details>
      ) : null}
    </section>
  );
};

const waitingIn = ({ waiting, waitingScripts }: Home): number => waiting.length + waitingScripts.length;

const Queue = ({ home, ctx }: { home: Home; ctx: Context }) => {
  const { locale, now } = ctx;
  const words = adminWords[locale];
  const count = waitingIn(home);
  return (
    <section aria-labelledby="md-queue">
      <h2 id="md-queue">
        {words.home.queue} {count > 0 ? <span className="md-count">{count}</span> : null}
      </h2>
      {count === 0 ? <p className="md-quiet">{words.home.queueNone}</p> : null}
      <ul className="md-short">
        {home.waitingScripts.slice(0, 4).map((script) => (
          <li key={`script-${script.id}`}>
            <ScriptLink id={script.id}>{words.queue.script(script.title)}</ScriptLink>
            <ChangedSince script={script} locale={locale} />
            <span className="md-quiet">
              <SubmittedBy {...{ script, words, locale, now }} />
            </span>
          </li>
        ))}
        {home.waiting.slice(0, 4).map(({ id, title, at, zone }) => (
          <li key={id}>
            <Link href={`/admin/approvals?post=${id}`} prefetch={false}>
              {title}
            </Link>
            <span className="md-quiet">
              {at === null ? words.queue.noTime : <When {...{ at, now, zone, locale }} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Progress = ({ progress, ctx }: { progress: TeamProgress; ctx: Context }) => {
  const words = adminWords[ctx.locale];
  return (
    <section aria-labelledby="md-progress">
      <h2 id="md-progress">{words.home.progress}</h2>
      {sumOf(progress.totals) === 0 ? (
        <p className="md-quiet">{words.home.progressNone}</p>
      ) : (
        <>
          <ProgressBar counts={progress.totals} words={words} />
          <ProgressNumbers counts={progress.totals} words={words} />
        </>
      )}
      <p>
        <Link href="/admin/progress" prefetch={false}>
          {words.home.progressLink}
        </Link>
      </p>
    </section>
  );
};

/** The first page: what goes out today and tomorrow, what needs a person, what waits for approval. */
export async function HomeView({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult;
  const ctx = await screenContext(req);
  if (!ctx) redirect('/admin/login');
  const { actor, locale, now, actorName } = ctx;
  const words = adminWords[locale];
  const home = await homeOf(ctx);
  const found = can(actor, 'progress.read')
    ? await teamProgress(req, { actor, now, words: deskWords[locale] })
    : null;
  const today = localDateOf(now, home.timezone);
  return (
    <div className="md md-screen md-home">
      <div className="md-home-head">
        <h1>{words.home.hello(actorName)}</h1>
        <div className="md-buttons">
          {can(actor, 'create', 'posts') ? (
            <Link className="md-button md-primary" href="/admin/collections/posts/create" prefetch={false}>
              {words.home.write}
            </Link>
          ) : null}
          <Link className="md-button" href="/admin/approvals" prefetch={false}>
            {words.home.queueLink(waitingIn(home))}
          </Link>
          {can(actor, 'release.stop') && !home.stopped ? <StopButton /> : null}
        </div>
      </div>
      <Warnings home={home} words={words} />
      <CaughtUpReport home={home} ctx={ctx} />
      <div className="md-home-columns">
        <div className="md-days">
          {home.days.map((day) => (
            <DayColumn key={day.date} {...{ day, today, words, locale }} />
          ))}
        </div>
        <div className="md-home-side">
          {can(actor, 'post.approve') ? <Queue home={home} ctx={ctx} /> : null}
          <Mentions home={home} ctx={ctx} />
          <Attention home={home} ctx={ctx} />
          {found?.ok ? <Progress progress={found.value} ctx={ctx} /> : null}
        </div>
      </div>
      <LastPassLine home={home} ctx={ctx} />
    </div>
  );
}
