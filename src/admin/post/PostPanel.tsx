'use client';
import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui';
import { reduceFieldsToValues } from 'payload/shared';
import { useDeferredValue, useMemo } from 'react';
import { baseVariant, type PostStatus } from '@/core/model';
import { contentOf } from '@/server/posts/content';
import type { PanelWorld } from '@/server/screens/world';
import { ThreadSection } from '../comments/ThreadSection';
import { MomentsPreview } from '../parts/MomentsPreview';
import { useWords } from '../parts/useWords';
import { Forecast } from './Forecast';
import { missingOf } from './missing';
import { NextStep } from './NextStep';
import { StepHelp } from './StepHelp';
import { stepsOf } from './stepsOf';
import { useEdited } from './useEdited';
import { useReferences } from './useReferences';
import { audienceProblem, type Draft, versionsOfDraft } from './versions';

const keyed = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(list.map((item) => [item.id, item]));

/** Where it is still to be decided what becomes of it. */
const writing: ReadonlySet<PostStatus> = new Set(['draft', 'changes-requested', 'in-review']);
/** Approved, and in the plan until its time. */
const waiting: ReadonlySet<PostStatus> = new Set(['approved', 'deferred']);

export interface Replaced {
  id: string;
  title: string;
  status: PostStatus;
}

interface PanelProps {
  world: PanelWorld;
  /** The post that this one corrects. */
  replaced: Replaced | null;
  now: number;
}

export const PostPanel = ({ world, replaced, now }: PanelProps) => {
  const { words, locale } = useWords();
  const { id } = useDocumentInfo();
  const [fields] = useAllFormFields();
  const written = useDeferredValue(fields);
  const content = useMemo(() => {
    const { variants, ...post } = contentOf({ ...reduceFieldsToValues(written, true), id: id ?? '' });
    const named = variants.map((one, n) => ({ ...one, key: one.key || words.preview.unnamed(n + 1) }));
    return { ...post, variants: named };
  }, [written, id, words]);
  const media = [
    ...content.images,
    ...content.variants.flatMap(({ images }) => images),
    ...(content.video ? [content.video] : []),
  ];
  const found = useReferences(media, content);
  const fixed = useMemo(
    () => ({
      feeds: keyed(world.feeds),
      segments: keyed(world.segments),
      dimensions: keyed(world.dimensions),
    }),
    [world],
  );
  const draft: Draft = { content, refs: { ...fixed, ...found } };
  const submits = stepsOf(world.actor, content).includes('submit');
  const missing = submits ? missingOf({ draft, now, graceMinutes: world.graceMinutes, locale, words }) : [];
  const problem = submits ? '' : audienceProblem(draft, locale);
  const edited = useEdited();
  const key = edited && (content.variants[edited.row]?.key ?? baseVariant);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to the same version again is news
  const follow = useMemo(() => (key === null ? null : { key }), [edited, key]);

  const zone = world.feeds.find((feed) => feed.id === content.feeds[0])?.zone ?? world.timezone;

  return (
    <div className="md md-panel">
      <NextStep {...{ content, world, now, missing, replaced }} />
      {content.launchScript === null ? null : <StepHelp draft={draft} script={content.launchScript} />}
      <section aria-labelledby="md-preview-title">
        <h2 id="md-preview-title">{words.preview.title}</h2>
        {problem ? (
          <p className="md-note md-note-warn" role="status">
            {problem}
          </p>
        ) : null}
        <MomentsPreview
          versions={versionsOfDraft(draft)}
          feeds={world.feeds.filter(({ id: feed }) => content.feeds.includes(feed))}
          people={world.people}
          brand={world.brand}
          fold={world.fold}
          follow={follow}
        />
      </section>
      {writing.has(content.status) || waiting.has(content.status) ? (
        <Forecast now={now} said={missing} planned={waiting.has(content.status)} />
      ) : null}
      {id ? (
        <ThreadSection
          subject={{ type: 'posts', id: String(id) }}
          initial={null}
          version={content.status}
          zone={zone}
          now={now}
        />
      ) : null}
    </div>
  );
};
