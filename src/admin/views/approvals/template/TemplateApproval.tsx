import { Link } from '@payloadcms/ui';
import { adminWords } from '@/core/words/admin';
import { templateStatusLabels } from '@/core/words/launchReasons';
import { templateReviewWords } from '@/core/words/templateReview';
import type { Context } from '@/server/context';
import { type TemplatePhase, templateScreen } from '@/server/screens/template';
import { panelWorld } from '@/server/screens/world';
import { StatusMark } from '../../../parts/StatusMark';
import { TemplateDecide } from './TemplateDecide';
import { type ReadingTemplate, TemplateStepCard } from './TemplateStepCard';

const Phase = ({ phase, reading }: { phase: TemplatePhase; reading: ReadingTemplate }) => {
  const words = templateReviewWords[reading.locale];
  const { key, name, rules, guidance, exceptions, steps } = phase;
  return (
    <section className="md-phase" data-phase={key}>
      <h3>{name}</h3>
      {rules.length > 0 ? <p className="md-quiet md-small">{rules.join(' · ')}</p> : null}
      {guidance ? <p className="md-small md-pre">{guidance}</p> : null}
      {exceptions.length > 0 ? (
        <>
          <h4>{words.exceptions}</h4>
          <ul className="md-exceptions">
            {exceptions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
      <ol className="md-steps">
        {steps.map((step) => (
          <li key={step.key}>
            <TemplateStepCard step={step} reading={reading} />
          </li>
        ))}
      </ol>
    </section>
  );
};

/** A template with every version of every step and its rules, beside the button that approves exactly that. */
export async function TemplateApproval({ ctx, id }: { ctx: Context; id: string }) {
  const { locale } = ctx;
  const words = templateReviewWords[locale];
  const back = (
    <Link className="md-back" href="/admin/launches" prefetch={false}>
      {adminWords[locale].queue.back}
    </Link>
  );
  const [found, { people, brand, fold }] = await Promise.all([templateScreen(ctx, id), panelWorld(ctx)]);
  if (!found.ok) {
    return (
      <div className="md-review">
        <p>{back}</p>
        <p className="md-note" role="status">
          {found.errors[0]?.message}
        </p>
      </div>
    );
  }
  const { name, description, status, contentHash, phases, pictures, mayApprove, against } = found.value;
  const count = phases.reduce((sum, { steps }) => sum + steps.length, 0);
  const reading = { pictures, people: people.slice(0, 1), brand, fold, locale };
  return (
    <article className="md-review md-script" aria-labelledby="md-review-title">
      <header>
        <p className="md-quiet md-small">{back}</p>
        <h2 id="md-review-title">{words.title(name)}</h2>
        <p className="md-review-meta">
          <StatusMark status={status} label={templateStatusLabels[status][locale]} />
          <span className="md-quiet">{words.steps(count)}</span>
          <Link href={`/admin/collections/launch-templates/${id}`} prefetch={false}>
            {words.open}
          </Link>
        </p>
        {description ? <p className="md-pre">{description}</p> : null}
        <p className="md-quiet">{status === 'approved' ? words.approvedLead : words.lead}</p>
      </header>
      <div className="md-template-read">
        {phases.map((phase, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a template may have two phases of one kind
          <Phase key={n} {...{ phase, reading }} />
        ))}
      </div>
      {mayApprove ? <TemplateDecide key={contentHash} {...{ id, name, contentHash, against }} /> : null}
    </article>
  );
}
