import { slugs } from '@collections/slugs';
import type { Payload, PayloadRequest } from 'payload';
import { resolveTemplate, type TemplateContent, type TemplateView } from '@/core/launch/template';
import { hashOf } from '../posts/bound';
import { text } from '../posts/content';
import { rows } from '../posts/references';
import { templateOf } from './content';

/** A template with what an approval of it is bound to, computed from the database as it is now. */
export interface BoundTemplate {
  content: TemplateContent;
  view: TemplateView;
  hash: string;
  row: Record<string, unknown>;
}

export async function bindTemplate(
  payload: Payload,
  row: Record<string, unknown>,
  req?: PayloadRequest,
): Promise<BoundTemplate> {
  const content = templateOf(row);
  const ids = content.phases.flatMap(({ steps }) => steps.flatMap(({ images }) => images));
  const found =
    ids.length === 0
      ? []
      : await rows(payload, slugs.media, { id: { in: ids } }, req, { sha256: true, alt: true });
  const files = new Map(
    found.map(({ id, sha256, alt }) => [String(id), { sha256: text(sha256), alt: text(alt) }]),
  );
  const view = resolveTemplate(content, files);
  return { content, view, hash: hashOf(view), row };
}
