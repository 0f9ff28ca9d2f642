import type { References } from '../approval/content';
import type { Gap, GapReason } from '../launch';
import type { Kind, Locale } from '../model';
import { channelNames } from './channels';
import { listed } from './listed';
import { problemSentence } from './problem';

type Both = Record<Locale, string>;
type Refs = Pick<References, 'feeds' | 'segments' | 'dimensions' | 'products' | 'offers'>;

const kinds: Record<Kind, Both> = {
  sales: { zh: '卖货', en: 'sales' },
  persona: { zh: '人设', en: 'persona' },
  knowledge: { zh: '干货', en: 'knowledge' },
  interaction: { zh: '互动', en: 'interaction' },
  notice: { zh: '通知', en: 'notice' },
};

const kindsIn = (list: readonly Kind[], locale: Locale): string =>
  listed(
    list.map((kind) => kinds[kind][locale]),
    locale,
  );

const sentences = (reason: GapReason, refs: Refs): Both => {
  switch (reason.code) {
    case 'step-without-time':
      return {
        zh: '没有说什么时候发：请填第几天、几点，或离开售几分钟',
        en: 'has no time: give its day and time, or its minutes from the launch',
      };
    case 'step-without-feed':
      return {
        zh: '没有账号组，不会发：要发就选账号组',
        en: 'has no feed and goes nowhere: choose one if it should',
      };
    case 'step-without-post':
      return { zh: '还没有生成内容', en: 'has no post yet' };
    case 'step-twice':
      return {
        zh: '这一步有两条内容：请删掉一条，或把它移出剧本',
        en: 'has two posts of one step: delete one, or take it out of the script',
      };
    case 'no-pictures':
      return {
        zh: `还没有图片，要 ${reason.wanted} 张`,
        en: `has no picture yet, it needs ${reason.wanted}`,
      };
    case 'few-pictures':
      return {
        zh: `要 ${reason.wanted} 张图片，现在 ${reason.has} 张`,
        en: `should have ${reason.wanted} pictures and has ${reason.has}`,
      };
    case 'no-copy-for':
      return {
        zh: `${listed(reason.segments, 'zh')}的文案还没写`,
        en: `has no copy for ${listed(reason.segments, 'en')}`,
      };
    case 'unused-copy': {
      const { segments, channels } = reason;
      const said = (locale: Locale) =>
        listed(
          channels.map((channel) => channelNames[locale][channel]),
          locale,
        );
      return channels.length > 0
        ? {
            zh: `写给${listed(segments, 'zh')}的文案没用上：它也发${said('zh')}，那里每个人看到的一样。文案还留在这一步的结构里`,
            en: `does not use its copy for ${listed(segments, 'en')}: it also goes to ${said('en')}, where everybody sees the same. The copy is kept with the step, in the structure`,
          }
        : {
            zh: `写给${listed(segments, 'zh')}的文案没用上：还留在这一步的结构里，要用就写进内容的分人群文案`,
            en: `does not use its copy for ${listed(segments, 'en')}: it is kept with the step, in the structure; add it to the versions of the post`,
          };
    }
    case 'post-problem':
      return {
        zh: problemSentence(reason.problem, refs, { locale: 'zh' }),
        en: problemSentence(reason.problem, refs, { locale: 'en' }),
      };
    case 'kind-not-allowed':
      return {
        zh: `是${kinds[reason.kind].zh}，这个阶段只能有${kindsIn(reason.allowed, 'zh')}`,
        en: `is a ${kinds[reason.kind].en} post; this phase takes ${kindsIn(reason.allowed, 'en')} only`,
      };
    case 'flash-outside':
      return reason.before
        ? { zh: '早于快闪群开群', en: 'is before its flash group opens' }
        : { zh: '晚于快闪群解散', en: 'is after its flash group has closed' };
    case 'offer-of-other': {
      const name = (known: Refs['products' | 'offers'], id: string) => known.get(id)?.name ?? id;
      const [offer, of] = [name(refs.offers, reason.offer), name(refs.products, reason.of)];
      const product = name(refs.products, reason.product);
      return {
        zh: `用的优惠「${offer}」是「${of}」的，不是「${product}」的`,
        en: `uses the offer “${offer}”, which is for “${of}” and not for “${product}”`,
      };
    }
    case 'holiday':
      return { zh: `那天是${listed(reason.names, 'zh')}`, en: `falls on ${listed(reason.names, 'en')}` };
    case 'phase-empty':
      return { zh: '这个阶段至少要有一个步骤', en: 'needs at least one step' };
    case 'too-many-sales':
      return {
        zh: `这个阶段最多 ${reason.most} 条卖货，现在 ${reason.has} 条`,
        en: `takes ${reason.most} sales posts at most and has ${reason.has}`,
      };
    case 'phase-gap':
      return {
        zh: `离${reason.other ? `「${reason.other}」` : '其他团队的一条'}只有 ${reason.minutes} 分钟，这个阶段要隔 ${reason.least} 分钟`,
        en: `is ${reason.minutes} min after ${reason.other ? `“${reason.other}”` : 'a post of another team'}; this phase asks for ${reason.least}`,
      };
  }
};

/** What is lacking, without its name: where the name stands beside it. */
export const gapWords = ({ reason }: Gap, refs: Refs, locale: Locale): string =>
  sentences(reason, refs)[locale];

/** What a script lacks, by the name of the step: 「早鸟预告」还没有图片，要 3 张. */
export const gapSentence = (gap: Gap, refs: Refs, locale: Locale): string =>
  locale === 'zh'
    ? `「${gap.title}」${gapWords(gap, refs, 'zh')}`
    : `“${gap.title}” ${gapWords(gap, refs, 'en')}`;
