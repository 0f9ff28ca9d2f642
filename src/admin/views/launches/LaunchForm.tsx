'use client';
import { toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { launchPageWords } from '@/core/words/launchPages';
import { zoneName } from '@/core/words/when';
import type { FormTemplate, LaunchForm as Offered } from '@/server/screens/launchForm';
import { Problems } from '../../parts/Problems';
import { postTo, type RefusedReason } from '../../parts/useAct';
import { useHydrated } from '../../parts/useHydrated';
import { useSlow } from '../../parts/useSlow';
import { useWords } from '../../parts/useWords';
import { instantFrom, offerIsFor, usualFeeds, usualSegments, type Values } from './draft';
import { FormFeeds } from './FormFeeds';
import { FormSegments } from './FormSegments';
import { FormSummary } from './FormSummary';

const fieldOfCode: Readonly<Record<string, Field>> = {
  'no-product': 'product',
  'no-offer': 'offer',
  'no-feeds': 'feeds',
  'feed-gone': 'feeds',
  'no-channel': 'feeds',
  'segment-gone': 'segments',
  far: 'when',
  timezone: 'when',
};
const fieldOfPath: Readonly<Record<string, Field>> = {
  product: 'product',
  offer: 'offer',
  feeds: 'feeds',
  segments: 'segments',
  launchAt: 'when',
  name: 'name',
  template: 'template',
};

type Field = 'template' | 'product' | 'offer' | 'when' | 'feeds' | 'segments' | 'name';
type Errors = Partial<Record<Field | 'whole', string>>;

/** Each sentence at the field that it is about; what is about none stands above the button. */
function errorsFrom(reasons: readonly RefusedReason[], otherwise: string): Errors {
  const errors: Errors = {};
  for (const { message, code, path } of reasons) {
    const field = fieldOfCode[code] ?? fieldOfPath[path.split('.')[0] ?? ''] ?? 'whole';
    errors[field] = [errors[field], message].filter(Boolean).join(' ');
  }
  return reasons.length > 0 ? errors : { whole: otherwise };
}

const Said = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <p id={id} className="md-field-error" role="alert">
      {error}
    </p>
  ) : null;

interface PartProps {
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}

const Part = ({ legend, hint, error, children }: PartProps) => {
  const id = useId();
  return (
    <fieldset className="md-launch-field" aria-describedby={error ? id : undefined}>
      <legend>{legend}</legend>
      {hint ? <p className="md-quiet md-small">{hint}</p> : null}
      {children}
      <Said id={id} error={error} />
    </fieldset>
  );
};

interface TemplatesProps {
  templates: readonly FormTemplate[];
  chosen: string;
  onChoose: (template: FormTemplate) => void;
}

const Templates = ({ templates, chosen, onChoose }: TemplatesProps) => {
  const { locale } = useWords();
  const words = launchPageWords[locale];
  return (
    <div className="md-choices">
      {templates.map((template) => {
        const { id, name, nameEn, description, phases } = template;
        return (
          <label key={id} className="md-choice">
            <input
              type="radio"
              name="template"
              value={id}
              checked={id === chosen}
              onChange={() => onChoose(template)}
            />
            <span>
              <strong>{(locale === 'en' && nameEn) || name}</strong>
              <span className="md-quiet md-small">
                {words.list.steps(phases.reduce((sum, { steps }) => sum + steps, 0))}
              </span>
              {id === chosen && description ? <span className="md-small">{description}</span> : null}
            </span>
          </label>
        );
      })}
    </div>
  );
};

interface LaunchFormProps {
  form: Offered;
  given: string;
  now: number;
}

/** Template, product, time, feeds and segments in one form, with what will be made beside it. */
export const LaunchForm = ({ form, given, now }: LaunchFormProps) => {
  const { words: common, locale } = useWords();
  const words = launchPageWords[locale].form;
  const router = useRouter();
  const hydrated = useHydrated();
  const first = form.templates.find(({ id }) => id === given) as FormTemplate;
  const [values, setValues] = useState<Values>(() => ({
    template: first.id,
    product: '',
    offer: '',
    date: form.day,
    time: '20:00',
    feeds: usualFeeds(form, first),
    segments: usualSegments(form, first),
    name: '',
  }));
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const slow = useSlow(busy);
  const template = form.templates.find(({ id }) => id === values.template) ?? first;
  const launchAt = instantFrom(values.date, values.time, form.timezone);
  const set = (more: Partial<Values>, field?: Field) => {
    setValues((before) => ({ ...before, ...more }));
    setErrors(({ whole: _, ...before }) => (field ? { ...before, [field]: undefined } : before));
  };
  const ofProduct = form.offers.filter(({ product }) => values.product !== '' && product === values.product);
  const others = form.offers.filter((offer) => !ofProduct.includes(offer));
  const otherProduct = offerIsFor(form, values);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const missing: Errors = {
      ...(launchAt === null ? { when: words.errors.when } : {}),
      ...(values.feeds.length === 0 ? { feeds: words.errors.feeds } : {}),
    };
    setErrors(missing);
    if (launchAt === null || Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      const answer = await postTo(
        '/api/launch-scripts/from-template',
        {
          template: values.template,
          ...(values.name.trim() ? { name: values.name.trim() } : {}),
          product: values.product || null,
          offer: values.offer || null,
          launchAt: new Date(launchAt).toISOString(),
          timezone: form.timezone,
          feeds: values.feeds,
          segments: values.segments,
        },
        locale,
      );
      if (!answer.ok) {
        setErrors(errorsFrom(answer.reasons, common.failed));
        setBusy(false);
        return;
      }
      toast.success(words.made);
      router.push(`/admin/launches/${answer.value.id}`);
    } catch {
      setErrors({ whole: common.failed });
      setBusy(false);
    }
  };

  return (
    <form className="md-launch-form" onSubmit={(event) => void send(event)} noValidate>
      <div className="md-launch-fields">
        <Part legend={words.template} error={errors.template}>
          <Templates
            templates={form.templates}
            chosen={template.id}
            onChoose={(one) =>
              set(
                { template: one.id, feeds: usualFeeds(form, one), segments: usualSegments(form, one) },
                'template',
              )
            }
          />
        </Part>
        <div className="md-launch-pair">
          <Part legend={words.product} hint={words.productHint} error={errors.product}>
            <select
              aria-label={words.product}
              value={values.product}
              onChange={(event) => set({ product: event.target.value, offer: '' }, 'product')}
            >
              <option value="">{words.noProduct}</option>
              {form.products.map(({ id, name, price }) => (
                <option key={id} value={id}>
                  {price === null ? name : `${name} · ¥${price}`}
                </option>
              ))}
            </select>
          </Part>
          <Part legend={words.offer} hint={words.offerHint} error={errors.offer}>
            <select
              aria-label={words.offer}
              value={values.offer}
              onChange={(event) => set({ offer: event.target.value }, 'offer')}
            >
              <option value="">{words.noOffer}</option>
              {[
                { label: words.offersOf, offers: ofProduct },
                { label: words.otherOffers, offers: others },
              ].map(({ label, offers }) =>
                offers.length > 0 ? (
                  <optgroup key={label} label={label}>
                    {offers.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                ) : null,
              )}
            </select>
            {otherProduct === null ? null : (
              <p className="md-launch-note md-small" role="status">
                {words.offerOfOther(otherProduct)}
              </p>
            )}
          </Part>
        </div>
        <Part legend={words.when} hint={words.zone(zoneName(form.timezone, locale))} error={errors.when}>
          <div className="md-launch-when">
            <input
              type="date"
              aria-label={words.date}
              value={values.date}
              onChange={(event) => set({ date: event.target.value }, 'when')}
            />
            <input
              type="time"
              aria-label={words.time}
              value={values.time}
              onChange={(event) => set({ time: event.target.value }, 'when')}
            />
          </div>
        </Part>
        <Part legend={words.feeds} error={errors.feeds}>
          <FormFeeds
            {...{ form, template }}
            chosen={values.feeds}
            onChange={(feeds) => set({ feeds }, 'feeds')}
          />
        </Part>
        <Part legend={words.segments} error={errors.segments}>
          <FormSegments
            {...{ form, template }}
            chosen={values.segments}
            onChange={(segments) => set({ segments }, 'segments')}
          />
        </Part>
        <Part legend={words.name} hint={words.nameHint} error={errors.name}>
          <input
            type="text"
            aria-label={words.name}
            maxLength={80}
            value={values.name}
            onChange={(event) => set({ name: event.target.value }, 'name')}
          />
        </Part>
      </div>
      <aside className="md-launch-summary">
        <FormSummary {...{ form, template, values, now }} />
        <Problems
          title={launchPageWords[locale].act.refused}
          problems={errors.whole ? [errors.whole] : []}
          stop
        />
        {slow ? (
          <p className="md-busy" role="status">
            {words.busy}
            <progress aria-label={words.busy} />
          </p>
        ) : null}
        <button type="submit" className="md-button md-primary" disabled={busy || !hydrated || !form.mayMake}>
          {words.send}
        </button>
      </aside>
    </form>
  );
};
