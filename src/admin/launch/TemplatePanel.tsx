'use client';
import { Link, useAllFormFields, useAuth, useDocumentInfo, useFormModified } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useDeferredValue } from 'react';
import { actorOf, can } from '@/core/abilities';
import type { TemplateStatus } from '@/core/launch/template';
import { launchPageWords } from '@/core/words/launchPages';
import { templateStatusLabels } from '@/core/words/launchReasons';
import { Problems } from '../parts/Problems';
import { StatusMark } from '../parts/StatusMark';
import { useAct } from '../parts/useAct';
import { useWords } from '../parts/useWords';

/** Beside the fields of a template: whether a manager has approved it as it is, and the way to use it. */
export const TemplatePanel = () => {
  const { locale } = useWords();
  const page = launchPageWords[locale];
  const words = page.panel;
  const { id, data } = useDocumentInfo();
  const { user } = useAuth();
  const modified = useFormModified();
  const [fields] = useAllFormFields();
  const written = useDeferredValue(JSON.stringify(reduceFieldsToValues(fields, true)));
  const { busy, problems, act } = useAct<'approve'>({
    path: `/api/launch-templates/${id}`,
    written,
    savesFirst: () => false,
    done: { approve: words.approved },
  });
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
            <Problems title={page.act.refused} problems={problems} stop />
            <div className="md-buttons">
              {can(actor, 'script.approve') && status !== 'approved' ? (
                <button
                  type="button"
                  className="md-button md-primary"
                  disabled={busy || modified}
                  onClick={() => void act('approve', { contentHash: data?.contentHash })}
                >
                  {words.approve}
                </button>
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
