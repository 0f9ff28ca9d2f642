'use client';
import { Link, useAuth, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { actorOf, can } from '@/core/abilities';
import type { TemplateStatus } from '@/core/launch/template';
import { launchPageWords } from '@/core/words/launchPages';
import { templateStatusLabels } from '@/core/words/launchReasons';
import { templateReviewWords } from '@/core/words/templateReview';
import { StatusMark } from '../parts/StatusMark';
import { useWords } from '../parts/useWords';

/** Beside the fields of a template: whether a manager has approved it as it is, and the way to use it. */
export const TemplatePanel = () => {
  const { locale } = useWords();
  const words = launchPageWords[locale].panel;
  const { id, data } = useDocumentInfo();
  const { user } = useAuth();
  const modified = useFormModified();
  const status: TemplateStatus = data?.status === 'approved' ? 'approved' : 'draft';
  const actor = actorOf(user);
  return (
    <div className="md md-panel">
      <section aria-labelledby="md-template-title">
        <h2 id="md-template-title">{words.templateTitle}</h2>
        {id ? (
          <>
            <p>
              <StatusMark status={status} label={templateStatusLabels[status][locale]} />
            </p>
            <p className="md-quiet">{words.templateWaits[status]}</p>
            {modified ? <p className="md-note md-note-warn">{words.stale}</p> : null}
            <div className="md-buttons">
              {can(actor, 'script.approve') && status !== 'approved' ? (
                <Link
                  className="md-button md-primary"
                  href={`/admin/approvals?template=${id}`}
                  prefetch={false}
                >
                  {templateReviewWords[locale].read}
                </Link>
              ) : null}
              {can(actor, 'script.make') ? (
                <Link className="md-button" href={`/admin/launches/new?template=${id}`} prefetch={false}>
                  {words.use}
                </Link>
              ) : null}
            </div>
          </>
        ) : (
          <p className="md-quiet">{words.templateUnsaved}</p>
        )}
      </section>
    </div>
  );
};
