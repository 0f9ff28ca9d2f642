'use client';
import { useTheme } from '@payloadcms/ui';
import { useState } from 'react';
import type { AudienceView } from '@/core/approval/view';
import { type Look, looksOf } from '@/core/channels';
import { fillTokens, type PersonalToken } from '@/core/desk/tokens';
import { baseVariant, type Channel } from '@/core/model';
import type { FoldOptions } from '@/core/moments/fold';
import { foldText } from '@/core/moments/fold';
import { deskWords } from '@/core/words/desk';
import { listed } from '@/core/words/listed';
import type { Previewed } from '@/server/screens/world';
import { ChatMessages } from '@/ui/ChatMessages';
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
  /** Where it goes, by name where that is known: chats show it as messages. Without any it is a Moment. */
  feeds: readonly { name: string; channel: Channel }[];
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

/** A chat folds nothing. */
const unfolded: FoldOptions = { lines: 1000, charsPerLine: 1000 };

/** Who gets it: in WeChat’s words for Moments, the chat by its name. */
const Whom = ({ version: { audience }, look }: Pick<PreviewOne, 'version' | 'look'>) => {
  const { words, locale } = useWords();
  if (look.isChat) {
    const names = look.feeds.filter(Boolean);
    return (
      <p className="md-audience">
        <span className="md-quiet">
          {deskWords[locale].destination[look.channel]}
          {names.length > 0 ? ' → ' : ''}
        </span>
        <strong>{listed(names, locale)}</strong>
      </p>
    );
  }
  if (!audience) return <p className="md-audience md-quiet">{words.preview.unknownAudience}</p>;
  return (
    <p className="md-audience">
      <span className="md-quiet">{words.whoSees} → </span>
      <strong>{words.audience(audience.visibility, audience.segments)}</strong>
    </p>
  );
};

const Version = ({ version, look, person, theme, brand, fold: given }: PreviewOne) => {
  const { words, locale } = useWords();
  const [folded, setFolded] = useState(true);
  const fold = look.isChat ? unfolded : given;
  const { gap } = deskWords[locale];
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
      <Whom version={version} look={look} />
      {empty ? (
        <p className="md-empty-note">{words.preview.empty}</p>
      ) : look.isChat ? (
        <ChatMessages
          room={(look.feeds.length === 1 && look.feeds[0]) || words.channels[look.channel]}
          name={person.name}
          named={look.channel !== 'one-to-one'}
          text={text}
          images={version.images}
          video={version.video}
          link={version.link}
          next={version.firstComments.map(fill)}
          words={words.preview.words}
          theme={theme}
        />
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

interface PreviewOne extends Pick<PreviewProps, 'brand' | 'fold'> {
  version: PreviewVersion;
  look: Look;
  person: Previewed;
  theme: 'auto' | 'light' | 'dark';
}

/** Every version of a post as customers of one staff member will get it: in Moments, in groups, in a chat. */
export const MomentsPreview = ({
  versions,
  feeds,
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
  const looks = looksOf(feeds);
  const nameOf = ({ key, audience }: PreviewVersion): string => {
    if (audience) return words.versionName(audience.visibility, audience.segments);
    return key === baseVariant ? words.versionOriginal : key;
  };
  return (
    <div className="md-preview">
      <Tabs
        label={words.preview.versions}
        follow={follow}
        tabs={looks.flatMap((look, n) =>
          versions.map((version) => ({
            // The version that is being written is followed by its key: to its first look.
            key: n === 0 ? version.key : `${version.key} ${look.channel}`,
            label: [
              ...(looks.length > 1 ? [words.channels[look.channel]] : []),
              ...(looks.length === 1 || versions.length > 1 ? [nameOf(version)] : []),
            ].join(' · '),
            content: <Version {...{ version, look, person, theme, brand, fold }} />,
          })),
        )}
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
