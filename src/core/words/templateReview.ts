/** The words of the page on which a manager reads a launch template before approving it. */
import type { PhaseRules } from '../launch/content';
import type { Kind, Locale } from '../model';
import { listed } from './listed';
import { kindLabels } from './text';

const zh = {
  title: (name: string) => `剧本模板《${name}》`,
  lead: '通过之后，剧本里照用这些文案的步骤，审批时会收成一行。请把每一步看完再通过。',
  approvedLead: '已通过。剧本里照用这些文案的步骤，审批时会收成一行。',
  open: '打开模板',
  steps: (count: number) => `共 ${count} 步`,
  required: '这个阶段不能空着',
  kinds: (names: string) => `只能有${names}`,
  maxSales: (most: number) => (most === 0 ? '不放卖货' : `最多 ${most} 条卖货`),
  minGap: (minutes: number) => `两步之间至少隔 ${minutes} 分钟`,
  pictures: (count: number) => `要 ${count} 张图，做剧本时由编辑配`,
  example: '仅供参考，员工自己写',
  guidance: '写法提示',
  staffGuidance: '给员工的提示',
  flash: { opens: '快闪群从这里开', closes: '快闪群到这里解散' },
  exceptions: '放宽了什么',
  hidden: (count: number) => `有 ${count} 张图您看不到`,
  decision: '审批决定',
  approve: '看完了，通过',
  approved: (name: string) => `模板《${name}》已通过`,
  mayNot: '您不能通过这个模板',
  read: '看全文再通过',
  names: {
    'product.name': '商品名',
    'product.price': '价格',
    'product.link': '商品链接',
    'offer.name': '优惠名',
    'offer.code': '优惠码',
    'launch.time': '开售时间',
    'launch.countdown': '离开售多久',
  } as Record<string, string>,
  placeholder: (name: string) => `〔${name}〕`,
};

export type TemplateReviewWords = typeof zh;

const en: TemplateReviewWords = {
  title: (name) => `Template “${name}”`,
  lead: 'Once approved, steps that a script takes over unchanged are folded to a line in its approval. Please read every step first.',
  approvedLead: 'Approved: steps that a script takes over unchanged are folded to a line in its approval.',
  open: 'Open the template',
  steps: (count) => `${count} ${count === 1 ? 'step' : 'steps'}`,
  required: 'cannot be without a step',
  kinds: (names) => `takes ${names} only`,
  maxSales: (most) =>
    most === 0 ? 'no sales posts' : `${most} sales ${most === 1 ? 'post' : 'posts'} at most`,
  minGap: (minutes) => `at least ${minutes} min between steps`,
  pictures: (count) =>
    `Needs ${count} ${count === 1 ? 'picture' : 'pictures'}, which editors add to the script`,
  example: 'An example that staff put into their own words',
  guidance: 'Guidance for editors',
  staffGuidance: 'Guidance for staff',
  flash: { opens: 'The flash group opens', closes: 'The flash group closes' },
  exceptions: 'What it relaxes',
  hidden: (count) => `${count} ${count === 1 ? 'picture is' : 'pictures are'} not yours to see`,
  decision: 'Decision',
  approve: 'I have read it: approve',
  approved: (name) => `The template “${name}” is approved`,
  mayNot: 'You cannot approve this template',
  read: 'Read and approve',
  names: {
    'product.name': 'product',
    'product.price': 'price',
    'product.link': 'link to the product',
    'offer.name': 'offer',
    'offer.code': 'offer code',
    'launch.time': 'launch time',
    'launch.countdown': 'time to the launch',
  },
  placeholder: (name) => `[${name}]`,
};

export const templateReviewWords: Record<Locale, TemplateReviewWords> = { zh, en };

/** What a phase asks of its steps, each in a few words; empty: nothing. */
export function phaseRuleWords(rules: PhaseRules, locale: Locale): string[] {
  const words = templateReviewWords[locale];
  const { required, kinds, maxSales, minGapMinutes } = rules;
  const names = (of: readonly Kind[]) =>
    listed(
      of.map((kind) => kindLabels[locale][kind].toLowerCase()),
      locale,
    );
  return [
    ...(required ? [words.required] : []),
    ...(kinds.length > 0 ? [words.kinds(names(kinds))] : []),
    ...(maxSales === null ? [] : [words.maxSales(maxSales)]),
    ...(minGapMinutes === null ? [] : [words.minGap(minGapMinutes)]),
  ];
}

/** Copy of a template with names in the places that a script fills: 「〔商品名〕〔开售时间〕开售」. Others stay. */
export const namedPlaceholders = (text: string, locale: Locale): string => {
  const { names, placeholder } = templateReviewWords[locale];
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (whole, name: string) => {
    const said = names[name];
    return said === undefined ? whole : placeholder(said);
  });
};
