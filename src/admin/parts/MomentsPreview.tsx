'use client';
import { useTheme } from '@payloadcms/ui';
import { useState } from 'react';
import type { AudienceView } from '@/core/approval/view';
import { fillTokens, type PersonalToken } from '@/core/desk/tokens';
import { baseVariant } from '@/core/model';
import type { FoldOptions } from '@/core/moments/fold';
import { foldText } from '@/core/moments/fold';
import { deskWords } from '@/core/words/desk';
import type { Previewed } from '@/server/screens/world';
import { MomentsCard, type MomentsPicture } from '@/ui/MomentsCard';
import { type Follow, Tabs } from './Tabs';
import { useWords } from './useWords';

export interface PreviewVersion {
  key: string;
  /** Null while the audience cannot be turned into cards. */
  audience: AudienceView | null;
  text: string;
  firstComments: readonly string[];
  images: readonly MomentsPicture[];
  video: { title: string; poster?: string | null } | null;
  link: { url: string; title: string } | null;
}

export interface PreviewProps {
  versions: readonly PreviewVersion[];
  people: readonly Previewed[];
  brand: string;
  fold: FoldOptions;
  /** Among many others: without the switches beside it. */
  compact?: boolean;
  /** The version that is being written. */
  follow?: Follow | null;
}

const nobody: Previewed = {
  name: '',
  wechatId: null,
  storeName: null,
  couponCode: null,
  qr: false,
  closed: false,
};

const Version = ({ version, person, theme, brand, fold }: PreviewOne) => {
  const { words, locale } = useWords();
  const [folded, setFolded] = useState(true);
  const gap = deskWords[locale].gap;
  const fill = (text: string): string =>
    fillTokens(text, person).text.replace(/\{\{([\w.]+)\}\}/g, (whole, name) =>
      name in gap ? words.preview.missing(gap[name as PersonalToken]) : whole,
    );
  const text = fill(version.text);
  const hidden = person.closed
    ? new Set([version.text, ...version.firstComments].flatMap((one) => fillTokens(one, person).missing))
    : new Set<PersonalToken>();
  const folds = foldText(text, fold).folded;
  const empty = text === '' && version.images.length === 0 && !version.video && !version.link;
  return (
    <div className="md-version">
      {version.audience ? (
        <p className="md-audience">
          <span className="md-quiet">{words.whoSees} → </span>
          <strong>{words.audience(version.audience.visibility, version.audience.segments)}</strong>
        </p>
      ) : (
        <p className="md-audience md-quiet">{words.preview.unknownAudience}</p>
      )}
      {empty ? (
        <p className="md-empty-note">{words.preview.empty}</p>
      ) : (
        <MomentsCard
          name={[person.name, brand].filter(Boolean).join('·')}
          text={text}
          fold={fold}
          folded={folded}
          images={version.images}
          video={version.video}
          link={version.link}
          firstComments={version.firstComments.map(fill)}
          when={words.preview.now}
          words={words.preview.words}
          theme={theme}
          renderMore={(label) => (
            <button
              type="button"
              className="md-more"
              aria-expanded={!folded}
              onClick={() => setFolded(!folded)}
            >
              {label}
            </button>
          )}
        />
      )}
      <p className="md-quiet md-small">
        {words.preview.chars([...text].length)}
        {folds ? ` · ${words.preview.folds(fold.lines)}` : ''}
      </p>
      {hidden.size > 0 ? (
        <p className="md-quiet md-small">{words.preview.fromProfile([...hidden].map((name) => gap[name]))}</p>
      ) : null}
    </div>
  );
};

interface PreviewOne extends Omit<PreviewProps, 'versions' | 'people' | 'follow' | 'compact'> {
  version: PreviewVersion;
  person: Previewed;
  theme: 'auto' | 'light' | 'dark';
}

/** Every version of a post as it will stand in the Moments of one staff member. */
export const MomentsPreview = ({
  versions,
  people,
  brand,
  fold,
  compact = false,
  follow = null,
}: PreviewProps) => {
  const { words } = useWords();
  const [who, setWho] = useState(0);
  const { theme: around } = useTheme();
  const [chosen, setChosen] = useState<'light' | 'dark' | null>(null);
  const theme = chosen ?? 'auto';
  const person = people[who] ?? { ...nobody, name: words.preview.sampleStaff };
  return (
    <div className="md-preview">
      <Tabs
        label={words.preview.versions}
        follow={follow}
        tabs={versions.map((version) => ({
          key: version.key,
          label: version.audience
            ? words.versionName(version.audience.visibility, version.audience.segments)
            : version.key === baseVariant
              ? words.versionOriginal
              : version.key,
          content: <Version {...{ version, person, theme, brand, fold }} />,
        }))}
      />
      {compact ? null : (
        <div className="md-preview-tools">
          {people.length > 1 ? (
            <label>
              <span className="md-quiet">{words.preview.staff}</span>
              <select value={who} onChange={(event) => setWho(Number(event.target.value))}>
                {people.map(({ name }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, the list does not change
                  <option key={index} value={index}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <fieldset className="md-switch" aria-label={words.preview.looks}>
            {(['light', 'dark'] as const).map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={(chosen ?? around) === choice}
                onClick={() => setChosen(choice)}
              >
                {words.preview[choice]}
              </button>
            ))}
          </fieldset>
        </div>
      )}
    </div>
  );
};
