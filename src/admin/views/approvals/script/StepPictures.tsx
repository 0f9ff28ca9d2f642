import { pictureListsOf } from '@/core/launch/unchanged';
import type { ScriptScreen, ScriptStep } from '@/server/screens/script';
import { useWords } from '../../../parts/useWords';

interface Given {
  step: ScriptStep;
  pictures: ScriptScreen['pictures'];
}

/** Whether the browser can load every picture of a step: what cannot be seen is not judged on a line. */
export const allShown = ({ view }: ScriptStep, pictures: ScriptScreen['pictures']): boolean =>
  pictureListsOf(view).every(({ images }) => images.every((sha) => pictures[sha] !== undefined));

/** Every picture of a step in posting order, with what it is said to show; for each version that has its own. */
export const StepPictures = ({ step, pictures }: Given) => {
  const { words: all } = useWords();
  const lists = pictureListsOf(step.view);
  return (
    <span className="md-step-pictures">
      {lists.map(({ versions, images }) => (
        <span key={versions.map(({ key }) => key).join()} className="md-step-picture-list">
          {lists.length > 1 ? (
            <span className="md-quiet md-small">
              {versions
                .map(({ audience }) => all.versionName(audience.visibility, audience.segments))
                .join(' · ')}
            </span>
          ) : null}
          {images.map((sha, index) => {
            const picture = pictures[sha];
            if (!picture) return null;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may stand in the list twice
              <span key={`${index}-${sha}`} className="md-step-picture">
                {/* biome-ignore lint/performance/noImgElement: the server has made it as small as this */}
                <img src={picture.thumb ?? picture.src} alt={picture.alt} loading="lazy" />
                {picture.alt ? <span aria-hidden="true">{picture.alt}</span> : null}
              </span>
            );
          })}
        </span>
      ))}
    </span>
  );
};
