import type { CapException, CapRule } from '../caps';
import type { LaunchChange, PlacedStep } from '../launch/changes';
import type { PhaseKey } from '../launch/phases';
import type { ExceptionView, LaunchView } from '../launch/view';
import type { FeedId, Instant, Kind, LaunchId, Locale, RuleId } from '../model';
import { channelNames } from './channels';
import { exceptionWords } from './launch';
import { phaseLabels } from './launchPhases';
import { listed } from './listed';
import { offsetWords } from './offset';
import { kindLabels } from './text';
import { whenWords } from './when';

/** What changed, as people read it: both sides, or null where there is none. */
export interface ChangeWords {
  label: string;
  before: string | null;
  after: string | null;
}

export interface ChangeContext {
  now: Instant;
  /** For what an exception relaxes; one that is gone is said without its ordinary values. */
  rules: ReadonlyMap<RuleId, CapRule>;
  feeds: ReadonlyMap<FeedId, { name: string }>;
  locale: Locale;
}

const zh = {
  fields: { name: '名称', product: '商品', offer: '优惠', launchAt: '开售时间', timezone: '时区' },
  phase: '阶段',
  phaseFields: {
    name: '名称',
    guidance: '给编辑的提示',
    required: '不能为空',
    kinds: '允许的类型',
    maxSales: '最多几条卖货',
    minGapMinutes: '最少间隔（分钟）',
  },
  step: '步骤',
  stepFields: {
    phase: '所在阶段',
    title: '标题',
    when: '时间',
    kind: '类型',
    feeds: '发到哪里',
    pictures: '要几张图片',
    flash: '快闪群',
    guidance: '给编辑的提示',
    copy: '文案',
  },
  exception: '例外',
  order: '阶段和步骤的先后',
  orderSay: '换了先后，内容没有变',
  flash: { opens: '开群', closes: '解散' },
  yes: '是',
  no: '否',
  all: '不限',
  none: '（空）',
  copyChanged: '步骤里的文案有改动',
};

const en: typeof zh = {
  fields: { name: 'Name', product: 'Product', offer: 'Offer', launchAt: 'Launch', timezone: 'Time zone' },
  phase: 'Phase',
  phaseFields: {
    name: 'name',
    guidance: 'guidance for editors',
    required: 'required',
    kinds: 'kinds it takes',
    maxSales: 'most sales posts',
    minGapMinutes: 'least gap in minutes',
  },
  step: 'Step',
  stepFields: {
    phase: 'phase',
    title: 'title',
    when: 'time',
    kind: 'kind',
    feeds: 'where it goes',
    pictures: 'pictures it needs',
    flash: 'flash group',
    guidance: 'guidance for editors',
    copy: 'copy',
  },
  exception: 'Exception',
  order: 'Order of phases and steps',
  orderSay: 'Only the order is another',
  flash: { opens: 'opens', closes: 'closes' },
  yes: 'yes',
  no: 'no',
  all: 'any',
  none: '(empty)',
  copyChanged: 'The copy kept in the step is another',
};

const words: Record<Locale, typeof zh> = { zh, en };

/** What people call a phase: its own name, else that of its kind. */
export function phaseName(phase: { key: string; name: string; nameEn?: string }, locale: Locale): string {
  const own = locale === 'en' ? phase.nameEn || phase.name : phase.name;
  return own || (phaseLabels[phase.key as PhaseKey]?.[locale] ?? phase.key);
}

const stepName = ({ step }: PlacedStep, locale: Locale): string =>
  (locale === 'en' && step.titleEn) || step.title || step.key;

const inQuotes = (name: string, locale: Locale): string => (locale === 'zh' ? `「${name}」` : `“${name}”`);

const exceptionSays = (one: ExceptionView, zone: string, { rules, locale }: ChangeContext): string => {
  const { rule, feeds, from, to, ...values } = one;
  const exception: CapException = {
    ...values,
    id: '',
    launch: '' as LaunchId,
    launchName: '',
    rule: rule?.id ?? null,
    feeds: feeds.map(({ id }) => id),
    from: from ?? 0,
    to: to ?? 0,
  };
  const named = new Map(feeds.map((feed) => [feed.id, feed]));
  const known = rule ? (rules.get(rule.id) ?? null) : null;
  return exceptionWords(exception, known, { zone, segments: new Map(), feeds: named }, locale);
};

const scriptValue = (
  view: LaunchView,
  field: Extract<LaunchChange, { of: 'script' }>['field'],
  { now, locale }: ChangeContext,
): string => {
  switch (field) {
    case 'name':
    case 'timezone':
      return view[field];
    case 'product':
    case 'offer':
      return view[field]?.name ?? words[locale].none;
    case 'launchAt':
      return view.launchAt === null
        ? words[locale].none
        : whenWords({ at: view.launchAt, now, zone: view.timezone }, locale);
  }
};

const kindsIn = (kinds: readonly Kind[], locale: Locale): string =>
  listed(
    kinds.map((kind) => kindLabels[locale][kind]),
    locale,
  );

const phaseValue = (
  phase: LaunchView['phases'][number],
  field: Exclude<Extract<LaunchChange, { of: 'phase' }>['field'], 'added' | 'removed'>,
  locale: Locale,
): string => {
  const { yes, no, all, none } = words[locale];
  switch (field) {
    case 'name':
      return phaseName(phase, locale);
    case 'guidance':
      return phase.guidance || none;
    case 'required':
      return phase.required ? yes : no;
    case 'kinds':
      return phase.kinds.length === 0 ? all : kindsIn(phase.kinds, locale);
    case 'maxSales':
    case 'minGapMinutes':
      return phase[field] === null ? all : String(phase[field]);
  }
};

const stepValue = (
  { step, phase }: PlacedStep,
  field: Exclude<Extract<LaunchChange, { of: 'step' }>['field'], 'added' | 'removed' | 'copy'>,
  { feeds, locale }: ChangeContext,
): string => {
  const { none, flash } = words[locale];
  switch (field) {
    case 'phase':
      return phaseName(phase, locale);
    case 'title':
      return (locale === 'en' && step.titleEn) || step.title;
    case 'when':
      return offsetWords(step, locale) || none;
    case 'kind':
      return kindLabels[locale][step.kind];
    case 'feeds': {
      const named = step.feeds.map((id) => feeds.get(id)?.name ?? id);
      const channels = (step.channels ?? []).map((channel) => channelNames[locale][channel]);
      return listed([...named, ...(named.length > 0 ? [] : channels)], locale) || none;
    }
    case 'pictures':
      return String(step.pictures);
    case 'flash':
      return step.flash === null ? none : flash[step.flash];
    case 'guidance':
      return step.guidance || none;
  }
};

/** One change of a script itself in words; `zone` is the script's. */
export function launchChangeWords(change: LaunchChange, zone: string, context: ChangeContext): ChangeWords {
  const { locale } = context;
  const say = words[locale];
  switch (change.of) {
    case 'order':
      return { label: say.order, before: null, after: say.orderSay };
    case 'script':
      return {
        label: say.fields[change.field],
        before: scriptValue(change.before, change.field, context),
        after: scriptValue(change.after, change.field, context),
      };
    case 'exception':
      return {
        label: say.exception,
        before: change.field === 'added' ? null : exceptionSays(change.before, zone, context),
        after: change.field === 'removed' ? null : exceptionSays(change.after, zone, context),
      };
    case 'phase': {
      if (change.field === 'added') {
        return { label: say.phase, before: null, after: phaseName(change.after, locale) };
      }
      if (change.field === 'removed') {
        return { label: say.phase, before: phaseName(change.before, locale), after: null };
      }
      return {
        label: `${say.phase}${inQuotes(phaseName(change.after, locale), locale)} · ${say.phaseFields[change.field]}`,
        before: phaseValue(change.before, change.field, locale),
        after: phaseValue(change.after, change.field, locale),
      };
    }
    case 'step': {
      if (change.field === 'added') {
        return { label: say.step, before: null, after: stepName(change.after, locale) };
      }
      if (change.field === 'removed') {
        return { label: say.step, before: stepName(change.before, locale), after: null };
      }
      const label = `${say.step}${inQuotes(stepName(change.after, locale), locale)} · ${say.stepFields[change.field]}`;
      if (change.field === 'copy') return { label, before: null, after: say.copyChanged };
      return {
        label,
        before: stepValue(change.before, change.field, context),
        after: stepValue(change.after, change.field, context),
      };
    }
  }
}
