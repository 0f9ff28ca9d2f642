'use client';
import { launchPageWords } from '@/core/words/launchPages';
import type { FormTemplate, LaunchForm } from '@/server/screens/launchForm';
import { useWords } from '../../parts/useWords';
import { copiesFor, stepsWithVersions } from './draft';

interface FormSegmentsProps {
  form: LaunchForm;
  template: FormTemplate;
  chosen: readonly string[];
  onChange: (segments: string[]) => void;
}

/** Who gets copy of their own: segments of one exclusive dimension, as a post can express them. */
export const FormSegments = ({ form, template, chosen, onChange }: FormSegmentsProps) => {
  const { locale } = useWords();
  const words = launchPageWords[locale].form;
  const steps = stepsWithVersions(template).length;
  if (steps === 0) return <p className="md-quiet">{words.segmentsNone}</p>;
  const taken = form.segments.find(({ id }) => chosen.includes(id))?.dimension ?? null;
  const hasCopy = (dimension: string) =>
    form.segments.some((segment) => segment.dimension === dimension && copiesFor(template, segment) > 0);
  const rank = ({ id, exclusive }: LaunchForm['dimensions'][number]) =>
    !exclusive ? 2 : hasCopy(id) ? 0 : 1;
  const copySaid = (copies: number) => (copies > 0 ? words.hasCopy(copies, steps) : words.noCopy);
  const ordered = [...form.dimensions].sort((a, b) => rank(a) - rank(b));
  return (
    <>
      <p className="md-quiet md-small">{words.segmentsHint}</p>
      <div className="md-launch-channels">
        {ordered.map(({ id: dimension, name, exclusive }) => {
          const own = form.segments.filter((segment) => segment.dimension === dimension);
          if (own.length === 0) return null;
          const closed = !exclusive || (taken !== null && taken !== dimension);
          return (
            <fieldset key={dimension} aria-label={name} disabled={closed}>
              <p>
                <strong>{name}</strong>
                {exclusive ? null : <span className="md-quiet md-small"> · {words.notExclusive}</span>}
              </p>
              {own.map((segment) => (
                <label key={segment.id} className="md-check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(segment.id)}
                    onChange={(event) =>
                      onChange(
                        event.target.checked
                          ? [...chosen, segment.id]
                          : chosen.filter((one) => one !== segment.id),
                      )
                    }
                  />
                  <span>
                    {segment.name}
                    {exclusive ? (
                      <span className="md-quiet md-small"> · {copySaid(copiesFor(template, segment))}</span>
                    ) : null}
                  </span>
                </label>
              ))}
            </fieldset>
          );
        })}
      </div>
    </>
  );
};
