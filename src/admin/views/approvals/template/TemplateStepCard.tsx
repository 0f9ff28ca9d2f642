import type { Locale } from '@/core/model';
import type { FoldOptions } from '@/core/moments/fold';
import { adminWords } from '@/core/words/admin';
import { listed } from '@/core/words/listed';
import { offsetWords } from '@/core/words/offset';
import { templateReviewWords } from '@/core/words/templateReview';
import type { TemplateScreen, TemplateStep } from '@/server/screens/template';
import type { Previewed } from '@/server/screens/world';
import { KindMark } from '@/ui/KindMark';
import { MomentsPreview } from '../../../parts/MomentsPreview';
import { pictures as drawn } from '../../../post/versions';

export interface ReadingTemplate {
  pictures: TemplateScreen['pictures'];
  people: readonly Previewed[];
  brand: string;
  fold: FoldOptions;
  locale: Locale;
}

interface Given {
  step: TemplateStep;
  reading: ReadingTemplate;
}

const Told = ({ label, text }: { label: string; text: string }) =>
  text === '' ? null : (
    <p className="md-small md-pre">
      <span className="md-quiet">{label} → </span>
      {text}
    </p>
  );

/** A step of a template: when, where, every version as it will look, and what is said to editors and to staff. */
export const TemplateStepCard = ({ step, reading }: Given) => {
  const { pictures: files, people, brand, fold, locale } = reading;
  const words = templateReviewWords[locale];
  const all = adminWords[locale];
  const { title, kind, feeds, versions, images, flash, copyMode } = step;
  const shown = images.flatMap((sha) => files[sha] ?? []);
  const specials = [
    ...(flash === null ? [] : [words.flash[flash]]),
    ...(copyMode === 'example' ? [words.example] : []),
    ...(step.pictures > 0 && images.length === 0 ? [words.pictures(step.pictures)] : []),
    ...(shown.length < images.length ? [words.hidden(images.length - shown.length)] : []),
  ];
  return (
    <article className="md-step" aria-label={title}>
      <div className="md-template-head">
        <span className="md-step-time">{offsetWords(step, locale)}</span>
        <span className="md-step-name">
          <KindMark kind={kind} label={all.kinds[kind]} /> <span className="md-step-title">{title}</span>
        </span>
        <span className="md-quiet md-small">
          {listed(
            feeds.map(({ name, channel }) => name || all.channels[channel]),
            locale,
          )}
        </span>
      </div>
      {specials.length > 0 ? (
        <ul className="md-specials">
          {specials.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      <MomentsPreview
        versions={versions.map((version) => ({
          ...version,
          images: drawn(shown),
          video: null,
          link: null,
        }))}
        {...{ feeds, people, brand, fold }}
        compact
      />
      <Told label={words.staffGuidance} text={step.staffGuidance} />
      <Told label={words.guidance} text={step.guidance} />
    </article>
  );
};
