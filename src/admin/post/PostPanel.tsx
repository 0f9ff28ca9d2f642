'use client';
import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useDeferredValue, useMemo } from 'react';
import type { PostStatus } from '@/core/model';
import { contentOf } from '@/server/posts/content';
import type { PanelWorld } from '@/server/screens/world';
import { MomentsPreview } from '../parts/MomentsPreview';
import { useWords } from '../parts/useWords';
import { Forecast } from './Forecast';
import { NextStep } from './NextStep';
import { useReferences } from './useReferences';
import { audienceProblem, type Draft, versionsOfDraft } from './versions';

const keyed = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(list.map((item) => [item.id, item]));

/** Where it is still to be decided what becomes of it. */
const writing: ReadonlySet<PostStatus> = new Set(['draft', 'changes-requested', 'in-review']);

export const PostPanel = ({ world, now }: { world: PanelWorld; now: number }) => {
  const { words, locale } = useWords();
  const { id } = useDocumentInfo();
  const [fields] = useAllFormFields();
  const written = useDeferredValue(fields);
  const content = useMemo(
    () => contentOf({ ...reduceFieldsToValues(written, true), id: id ?? '' }),
    [written, id],
  );
  const media = [
    ...content.images,
    ...content.variants.flatMap(({ images }) => images),
    ...(content.video ? [content.video] : []),
  ];
  const found = useReferences(media, content.product, content.offer);
  const fixed = useMemo(
    () => ({
      feeds: keyed(world.feeds),
      segments: keyed(world.segments),
      dimensions: keyed(world.dimensions),
      // What the editor sees does not depend on the launch.
      launches: new Map(),
    }),
    [world],
  );
  const draft: Draft = { content, refs: { ...fixed, ...found } };
  const problem = audienceProblem(draft, locale);

  return (
    <div className="md md-panel">
      <NextStep content={content} world={world} now={now} />
      <section aria-labelledby="md-preview-title">
        <h2 id="md-preview-title">{words.preview.title}</h2>
        {problem ? (
          <p className="md-note md-note-warn" role="status">
            {problem}
          </p>
        ) : null}
        <MomentsPreview
          versions={versionsOfDraft(draft)}
          people={world.people}
          brand={world.brand}
          fold={world.fold}
        />
      </section>
      {writing.has(content.status) ? <Forecast now={now} /> : null}
    </div>
  );
};
