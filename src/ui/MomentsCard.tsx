import type { ReactNode } from 'react';
import { type FoldOptions, foldDefaults, foldText } from '../core/moments/fold';

export interface MomentsPicture {
  src: string;
  alt: string;
  width?: number | null;
  height?: number | null;
}

export interface MomentsCardProps {
  /** Whose Moments: 「小林·悦食优选」. */
  name: string;
  /** A square picture; without one the first character stands in. */
  avatar?: string | null;
  text: string;
  /** Where the text folds; null on a channel that does not fold. */
  fold?: FoldOptions | null;
  /** Whether a text that WeChat would fold is shown folded. Default true. */
  folded?: boolean;
  images?: readonly MomentsPicture[];
  video?: { title: string; poster?: string | null } | null;
  link?: { title: string; url: string } | null;
  firstComments?: readonly string[];
  /** 「12 分钟前」 or 「20:00」. */
  when: string;
  /** Words on the card: 全文 / 收起. */
  words: { more: string; less: string; video: string };
  /** `auto` follows the system or the nearest `data-theme`. */
  theme?: 'auto' | 'light' | 'dark';
  /** Put in place of 全文, for a switch that folds and unfolds; plain text without it. */
  renderMore?: (label: string) => ReactNode;
}

/** WeChat draws one picture large, two or three in a row, four two by two, more in three columns. */
export const pictureLayout = (count: number): 'one' | 'row' | 'four' | 'grid' =>
  count === 1 ? 'one' : count === 4 ? 'four' : count <= 3 ? 'row' : 'grid';

/** A single picture keeps its shape within two thirds of the width; portrait ones are bound by height. */
const singleShape = ({ width, height }: MomentsPicture): 'wide' | 'tall' | 'square' => {
  if (!width || !height || width === height) return 'square';
  return width > height ? 'wide' : 'tall';
};

const hostOf = (url: string): string => {
  const match = /^[a-z]+:\/\/([^/?#]+)/i.exec(url);
  return match?.[1] ?? url;
};

const Pictures = ({ images }: { images: readonly MomentsPicture[] }) => {
  const [first] = images;
  if (!first) return null;
  const shape = images.length === 1 ? ` mc-${singleShape(first)}` : '';
  return (
    <div className={`mc-pictures mc-${pictureLayout(images.length)}${shape}`}>
      {images.map((image, index) => (
        <img
          // Pictures are a fixed list in posting order; the same file may stand in it twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
          key={`${index}-${image.src}`}
          src={image.src}
          alt={image.alt}
          {...(image.width ? { width: image.width } : {})}
          {...(image.height ? { height: image.height } : {})}
          loading="lazy"
          decoding="async"
        />
      ))}
    </div>
  );
};

/** A post as customers will see it in their Moments. Approximate where WeChat's rules are not known. */
export const MomentsCard = ({
  name,
  avatar,
  text,
  fold = foldDefaults,
  folded = true,
  images = [],
  video,
  link,
  firstComments = [],
  when,
  words,
  theme = 'auto',
  renderMore,
}: MomentsCardProps) => {
  const broken = fold ? foldText(text, fold) : null;
  const folds = broken?.folded === true;
  const shown = folds && folded ? broken.shown : text;
  const more = folded ? words.more : words.less;
  return (
    <article className="mc" {...(theme === 'auto' ? {} : { 'data-theme': theme })} aria-label={name}>
      <div className="mc-avatar" aria-hidden="true">
        {avatar ? <img src={avatar} alt="" /> : <span>{[...name][0] ?? ''}</span>}
      </div>
      <div className="mc-body">
        <p className="mc-name">{name}</p>
        {text === '' ? null : (
          <p className="mc-text" style={fold ? { maxWidth: `${fold.charsPerLine + 0.5}em` } : undefined}>
            {shown}
          </p>
        )}
        {folds ? <p className="mc-more">{renderMore ? renderMore(more) : more}</p> : null}
        <Pictures images={images} />
        {video ? (
          <div className="mc-video">
            {video.poster ? <img src={video.poster} alt="" /> : null}
            <span className="mc-play" aria-hidden="true" />
            <span className="mc-video-name">
              {words.video}
              {video.title ? ` · ${video.title}` : ''}
            </span>
          </div>
        ) : null}
        {link ? (
          <div className="mc-link">
            <span className="mc-link-icon" aria-hidden="true" />
            <span className="mc-link-title">{link.title || link.url}</span>
            <span className="mc-link-host">{hostOf(link.url)}</span>
          </div>
        ) : null}
        <p className="mc-foot">
          <span>{when}</span>
          <span className="mc-dots" aria-hidden="true" />
        </p>
        {firstComments.length > 0 ? (
          <ul className="mc-comments">
            {firstComments.map((comment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in its order
              <li key={index}>
                <b>{name}</b>：{comment}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </article>
  );
};
