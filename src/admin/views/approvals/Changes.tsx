import type { ReactNode } from 'react';
import { type Change, changesBetween } from '@/core/approval/changes';
import type { ResolvedView, VersionView } from '@/core/approval/view';
import { baseVariant, type Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import { listed } from '@/core/words/listed';
import { whenWords } from '@/core/words/when';
import type { Picture } from '@/server/screens/pictures';
import { DiffText } from './DiffText';

interface Given {
  before: ResolvedView;
  after: ResolvedView;
  words: AdminWords;
  locale: Locale;
  now: number;
  /** Pictures by SHA-256, where both sides of a change are to be seen. */
  files?: Readonly<Record<string, Picture>>;
  /** What the old side is called, where it is not what was approved last. */
  was?: string;
}

type Say = Omit<Given, 'before' | 'after'>;

const postValue = (
  view: ResolvedView,
  field: Extract<Change, { of: 'post' }>['field'],
  { words, locale, now }: Say,
) => {
  const zone = view.feeds[0]?.timezone ?? 'Asia/Shanghai';
  switch (field) {
    case 'kind':
      return words.kinds[view.kind];
    case 'copyMode':
      return words.queue.copyModes[view.copyMode];
    case 'onConflict':
      return words.queue.conflicts[view.onConflict];
    case 'onLate':
      return words.queue.lates[view.onLate];
    case 'dayBound':
      return view.dayBound ? words.values.yes : words.values.no;
    case 'priority':
      return String(view.priority);
    case 'guidance':
      return view.guidance;
    case 'expiresAt':
      return view.expiresAt === null ? '' : whenWords({ at: view.expiresAt, now, zone }, locale);
    case 'feeds':
      return listed(
        view.feeds.map(({ name }) => name),
        locale,
      );
    case 'launch':
      return view.launch?.name ?? '';
    case 'when': {
      const days = view.when.map(({ at }) =>
        typeof at === 'string' ? at : whenWords({ at, now, zone }, locale),
      );
      return listed(new Set(days), locale);
    }
  }
};

const versionValue = (
  version: VersionView,
  field: 'text' | 'firstComments' | 'imageTexts' | 'audience' | 'link',
  words: AdminWords,
) => {
  switch (field) {
    case 'text':
      return version.text;
    case 'firstComments':
      return version.firstComments.join('\n');
    case 'imageTexts':
      return version.imageTexts.join('\n');
    case 'audience':
      return words.audience(version.audience.visibility, version.audience.segments);
    case 'link':
      return version.link ? [version.link.title, version.link.url].filter(Boolean).join('\n') : '';
  }
};

const versionName = (version: VersionView, words: AdminWords): string =>
  version.key === baseVariant
    ? words.values.baseVersion
    : words.versionName(version.audience.visibility, version.audience.segments);

const One = ({ change, ...say }: Say & { change: Change }) => {
  const { words } = say;
  if (change.of === 'post') {
    return (
      <DiffText
        label={words.fields[change.field]}
        before={postValue(change.before, change.field, say)}
        after={postValue(change.after, change.field, say)}
        words={words}
        was={say.was}
      />
    );
  }
  if (change.field === 'added') {
    return <Plain label={versionName(change.after, words)} say={words.values.added} />;
  }
  if (change.field === 'removed') {
    return <Plain label={versionName(change.before, words)} say={words.values.removed} />;
  }
  const label = `${versionName(change.after, words)} · ${words.fields[change.field]}`;
  if (change.field === 'images') {
    const said = words.values.imagesChanged(change.before.images.length, change.after.images.length);
    return (
      <Plain label={label} say={said}>
        {say.files ? <Sides {...{ change, words }} files={say.files} was={say.was} /> : null}
      </Plain>
    );
  }
  // That a picture came to which nobody wrote a description says the line above.
  if (
    change.field === 'imageTexts' &&
    ![change.before, change.after].some(({ imageTexts }) => imageTexts.some(Boolean))
  )
    return null;
  if (change.field === 'video') return <Plain label={label} say={words.values.imagesChanged(1, 1)} />;
  return (
    <DiffText
      label={label}
      before={versionValue(change.before, change.field, words)}
      after={versionValue(change.after, change.field, words)}
      words={words}
      was={say.was}
    />
  );
};

const Plain = ({ label, say, children }: { label: string; say: string; children?: ReactNode }) => (
  <div className="md-change">
    <h4>{label}</h4>
    <p>{say}</p>
    {children}
  </div>
);

interface SidesGiven {
  change: { before: VersionView; after: VersionView };
  files: Readonly<Record<string, Picture>>;
  words: AdminWords;
  was?: string | undefined;
}

/** The pictures of both sides, in their order; one that the library no longer has is an empty place. */
const Sides = ({ change, files, words, was }: SidesGiven) => (
  <dl className="md-diff">
    {(['before', 'after'] as const).map((side) => (
      <div key={side}>
        <dt>{(side === 'before' && was) || words.queue[side]}</dt>
        <dd className="md-diff-pictures">
          {change[side].images.map((sha, n) => {
            const file = files[sha];
            return file ? (
              // biome-ignore lint/performance/noImgElement: a thumbnail of ours, behind the sign-in
              // biome-ignore lint/suspicious/noArrayIndexKey: one file may stand twice in a fixed list
              <img key={n} src={file.thumb ?? file.src} alt={file.alt} loading="lazy" />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in its order
              <span key={n} />
            );
          })}
        </dd>
      </div>
    ))}
  </dl>
);

/** What differs from what was approved last, in the words of the form. */
export const Changes = ({ before, after, ...say }: Given) => {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p className="md-quiet">{say.words.queue.changesNone}</p>;
  return (
    <div className="md-changes">
      {changes.map((change) => (
        <One
          key={`${change.of}:${change.of === 'version' ? change.version : ''}:${change.field}`}
          change={change}
          {...say}
        />
      ))}
    </div>
  );
};
