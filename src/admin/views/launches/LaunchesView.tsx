import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import { adminWords } from '@/core/words/admin';
import { cancelledWords, launchPageWords } from '@/core/words/launchPages';
import { templateStatusLabels } from '@/core/words/launchReasons';
import { dayOffsetWords } from '@/core/words/offset';
import { templateReviewWords } from '@/core/words/templateReview';
import { whenWords } from '@/core/words/when';
import type { Context } from '@/server/context';
import { type LaunchRow, launchesOf, type TemplateRow } from '@/server/screens/launches';
import { PhaseDots } from '../../launch/PhaseDots';
import { ScriptMark } from '../../parts/ScriptMark';
import { StatusMark } from '../../parts/StatusMark';
import { When } from '../../parts/When';
import { screen } from '../Screen';

const path = '/admin/launches';

/** What a launch waits for, in one sentence. */
function waitsFor({ status, short, standing }: LaunchRow, locale: Context['locale']): string {
  const { waits } = launchPageWords[locale].list;
  const lacks = standing !== null && standing.lacking > 0;
  if (short.code === 'approved-changed') return short.drafts > 0 ? waits.resubmit : waits.again;
  return status === 'draft' && lacks ? waits.lacking : waits[status];
}

const Counts = ({ row, ctx }: { row: LaunchRow; ctx: Context }) => {
  const words = launchPageWords[ctx.locale].list;
  const { standing, steps } = row;
  if (!standing) return <p className="md-quiet">{words.steps(steps)}</p>;
  const { ready, lacking, out, unsent } = standing;
  return (
    <ul className="md-launch-counts">
      <li>{words.ready(ready)}</li>
      {lacking > 0 ? <li className="md-launch-lacks">{words.lacking(lacking)}</li> : null}
      {out > 0 ? <li>{words.out(out)}</li> : null}
      {unsent > 0 ? <li className="md-quiet">{words.unsent(unsent)}</li> : null}
    </ul>
  );
};

const LaunchCard = ({ row, ctx }: { row: LaunchRow; ctx: Context }) => {
  const { locale, now } = ctx;
  const words = launchPageWords[locale].list;
  const { id, name, product, at, zone, status, short, phases, standing, cancelled } = row;
  return (
    <li className="md-launch-card">
      <div className="md-launch-head">
        <h3>
          <Link href={`${path}/${id}`} prefetch={false}>
            {name}
          </Link>
        </h3>
        <ScriptMark short={short} locale={locale} />
      </div>
      <p>
        <strong>
          {at === null ? words.noTime : <When {...{ at, now, zone, locale }} say={words.launches} />}
        </strong>
        {product && !name.includes(product) ? <span className="md-quiet"> · {product}</span> : null}
      </p>
      <PhaseDots phases={phases} locale={locale} />
      {status === 'cancelled' ? null : <Counts row={row} ctx={ctx} />}
      {cancelled ? <p>{cancelledWords(cancelled, { now, zone }, locale)}</p> : null}
      {standing ? <p>{waitsFor(row, locale)}</p> : null}
      {standing?.next ? (
        <p className="md-quiet md-small">
          {words.next(standing.next.title, whenWords({ at: standing.next.at, now, zone }, locale))}
        </p>
      ) : null}
    </li>
  );
};

const Cards = ({ rows, ctx }: { rows: readonly LaunchRow[]; ctx: Context }) => (
  <ul className="md-launch-cards">
    {rows.map((row) => (
      <LaunchCard key={row.id} row={row} ctx={ctx} />
    ))}
  </ul>
);

interface TemplateProps {
  template: TemplateRow;
  ctx: Context;
  mayMake: boolean;
  mayEdit: boolean;
  mayApprove: boolean;
}

const TemplateCard = ({ template, ctx, mayMake, mayEdit, mayApprove }: TemplateProps) => {
  const { locale } = ctx;
  const words = launchPageWords[locale].list;
  const { id, name, nameEn, description, status, phases, channels, shared, days } = template;
  const called = (locale === 'en' && nameEn) || name;
  const total = phases.reduce((sum, { steps }) => sum + steps, 0);
  const names = adminWords[locale].channels;
  return (
    <li className="md-launch-card">
      <div className="md-launch-head">
        <h3>{called}</h3>
        <StatusMark status={status} label={templateStatusLabels[status][locale]} />
      </div>
      {description ? <p className="md-launch-say">{description}</p> : null}
      <PhaseDots phases={phases} locale={locale} />
      <p className="md-quiet">
        {[
          words.days(dayOffsetWords(days.from), dayOffsetWords(days.to)),
          words.steps(total),
          ...channels.map(({ channel, steps }) => `${names[channel]} ${steps}`),
          ...(shared > 0 ? [words.shared(shared)] : []),
        ].join(' · ')}
      </p>
      <div className="md-buttons">
        {mayMake ? (
          <Link
            className="md-button"
            href={`${path}/new?template=${id}`}
            prefetch={false}
            aria-label={`${words.use}: ${called}`}
          >
            {words.use}
          </Link>
        ) : null}
        {mayApprove && status !== 'approved' ? (
          <Link
            className="md-button"
            href={`/admin/approvals?template=${id}`}
            prefetch={false}
            aria-label={`${templateReviewWords[locale].read}: ${called}`}
          >
            {templateReviewWords[locale].read}
          </Link>
        ) : null}
        {mayEdit ? (
          <Link
            className="md-launch-edit"
            href={`/admin/collections/launch-templates/${id}`}
            prefetch={false}
            aria-label={`${words.edit}: ${called}`}
          >
            {words.edit}
          </Link>
        ) : null}
      </div>
    </li>
  );
};

const Part = ({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead?: string;
  children: ReactNode;
}) => (
  <section className="md-launch-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead ? <p className="md-quiet">{lead}</p> : null}
    {children}
  </section>
);

/** What is being launched, what was, and the templates to begin with. */
export const LaunchesView = (props: AdminViewServerProps) =>
  screen(props, {
    path,
    show: async (ctx) => {
      const words = launchPageWords[ctx.locale];
      const { list } = words;
      const { upcoming, past, cancelled, templates, mayMake, mayEditTemplates, mayApproveTemplates } =
        await launchesOf(ctx);
      const make = (
        <Link className="md-button md-primary" href={`${path}/new`} prefetch={false}>
          {list.make}
        </Link>
      );
      return (
        <div className="md-launches">
          <header className="md-launch-top">
            <div>
              <h1>{words.title}</h1>
              <p className="md-quiet">{list.lead}</p>
            </div>
            {mayMake && upcoming.length > 0 ? make : null}
          </header>
          {upcoming.length > 0 ? (
            <Part id="md-launches-upcoming" title={list.upcoming}>
              <Cards rows={upcoming} ctx={ctx} />
            </Part>
          ) : (
            <div className="md-empty">
              <p className="md-empty-title">{list.none}</p>
              <p className="md-quiet md-launch-say">{list.noneHint}</p>
              {mayMake && templates.length > 0 ? make : null}
            </div>
          )}
          {past.length > 0 ? (
            <Part id="md-launches-past" title={list.past}>
              <Cards rows={past} ctx={ctx} />
            </Part>
          ) : null}
          {cancelled.length > 0 ? (
            <details className="md-launch-folded">
              <summary>{list.cancelled(cancelled.length)}</summary>
              <Cards rows={cancelled} ctx={ctx} />
            </details>
          ) : null}
          <Part id="md-launches-templates" title={list.templates} lead={list.templatesLead}>
            <ul className="md-launch-cards">
              {templates.map((template) => (
                <TemplateCard
                  key={template.id}
                  template={template}
                  ctx={ctx}
                  mayMake={mayMake}
                  mayEdit={mayEditTemplates}
                  mayApprove={mayApproveTemplates}
                />
              ))}
            </ul>
            {mayEditTemplates ? (
              <p>
                <Link href="/admin/collections/launch-templates/create" prefetch={false}>
                  {list.own}
                </Link>
              </p>
            ) : null}
          </Part>
        </div>
      );
    },
  });
