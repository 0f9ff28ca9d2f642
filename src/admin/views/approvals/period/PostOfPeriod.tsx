'use client';
import { Link } from '@payloadcms/ui';
import { useId } from 'react';
import type { FeedRef } from '@/core/approval/content';
import type { Kind } from '@/core/model';
import type { FoldOptions } from '@/core/moments/fold';
import { queueWords } from '@/core/words/queue';
import type { Forecast } from '@/server/posts/forecast';
import type { Previewed } from '@/server/screens/world';
import { KindMark } from '@/ui/KindMark';
import { MomentsPreview, type PreviewVersion } from '../../../parts/MomentsPreview';
import { useWords } from '../../../parts/useWords';
import { Goes } from '../Goes';
import { Urgent } from '../Urgent';

/** One post of the day as the browser needs it. */
export interface BatchPost {
  id: string;
  title: string;
  kind: Kind;
  contentHash: string;
  at: number | null;
  feeds: FeedRef[];
  versions: PreviewVersion[];
  guidance: string;
  copyMode: 'exact' | 'example';
  launch: string | null;
  /** Why it cannot be approved here; empty: it can. */
  against: string[];
  approvedBefore: boolean;
}

interface PostProps {
  post: BatchPost;
  forecast: readonly Forecast[];
  /** Null where nothing can be chosen. */
  chosen: boolean | null;
  onChoose: (chosen: boolean) => void;
  people: readonly Previewed[];
  brand: string;
  fold: FoldOptions;
  now: number;
}

/** All that customers and staff will get of one post, and the box that chooses it. */
export const PostOfPeriod = ({ post, forecast, chosen, onChoose, people, brand, fold, now }: PostProps) => {
  const { words, locale } = useWords();
  const own = queueWords[locale];
  const box = useId();
  const { id, title, kind, at, feeds, versions, guidance, copyMode, launch, against, approvedBefore } = post;
  const whys = [...new Set(forecast.flatMap(({ explanation }) => explanation?.[locale] ?? []))];
  return (
    <article
      id={`post-${id}`}
      className="md-batch-post"
      data-chosen={chosen ?? undefined}
      aria-labelledby={`${box}-title`}
    >
      <header>
        <div className="md-batch-pick">
          {chosen === null ? null : (
            <input
              id={box}
              type="checkbox"
              checked={chosen}
              aria-label={own.pick(title)}
              onChange={(event) => onChoose(event.target.checked)}
            />
          )}
          <h2 id={`${box}-title`}>{chosen === null ? title : <label htmlFor={box}>{title}</label>}</h2>
        </div>
        <p className="md-review-meta">
          <KindMark kind={kind} label={words.kinds[kind]} />
          <Urgent {...{ at, now, locale }} />
          <Link href={`/admin/approvals?post=${id}`} prefetch={false}>
            {approvedBefore ? own.openChanges : own.open}
          </Link>
        </p>
      </header>
      {against.length > 0 ? (
        <div className="md-note md-note-warn">
          <strong>{own.cannot}</strong>
          <ul>
            {against.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="md-batch-body">
        <div className="md-batch-facts">
          <Goes scheduledAt={at} {...{ feeds, forecast, words, locale, now }} />
          {whys.map((why) => (
            <p key={why} className="md-why">
              {why}
            </p>
          ))}
          {launch ? <p>{own.launch(launch)}</p> : null}
          {copyMode === 'example' ? <p>{words.queue.copyModes.example}</p> : null}
          {guidance ? (
            <p className="md-pre">
              <span className="md-quiet">{own.guidance}</span> {guidance}
            </p>
          ) : null}
        </div>
        <MomentsPreview compact {...{ versions, feeds, people, brand, fold }} />
      </div>
    </article>
  );
};
