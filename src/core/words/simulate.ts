import type { CapException, CapRule, Proof } from '../caps';
import { compareIds } from '../ids';
import type { Instant, Locale } from '../model';
import type { Outcome } from '../plan';
import type { Fate, Named, SimulateReason } from '../simulate';
import { usageWords } from './caps';
import { exceptionWords } from './launch';
import { momentWords, type WordsContext, windowWords } from './text';

type Both = Record<Locale, string>;

const named: Record<Named, Both> = {
  post: { zh: '内容', en: 'post' },
  rule: { zh: '频次上限', en: 'cap rule' },
  launch: { zh: '发售剧本', en: 'launch script' },
  feed: { zh: '账号组', en: 'feed' },
};

const sentences = (reason: SimulateReason): Both => {
  switch (reason.code) {
    case 'period-unreadable':
      return {
        zh: `「${reason.field}」要写成 2026-11-01 这样的日期，或者带时区的时间，例如 2026-11-01T08:00:00+08:00。`,
        en: `“${reason.field}” must be a date like 2026-11-01, or a time with its offset, like 2026-11-01T08:00:00+08:00.`,
      };
    case 'period-empty':
      return {
        zh: '「to」要晚于「from」：to 这一天本身不算在内。',
        en: '“to” must be later than “from”; the day of “to” itself is not part of the period.',
      };
    case 'period-too-long':
      return {
        zh: `这段时间有 ${reason.days} 天，一次最多看一年。请分段来问。`,
        en: `The period has ${reason.days} days; at most a year can be asked for. Ask for its parts.`,
      };
    case 'unknown':
      return {
        zh: `找不到${named[reason.what].zh} ${reason.id}，或者它不属于您的账号组。`,
        en: `There is no ${named[reason.what].en} ${reason.id}, or it is not of your feeds.`,
      };
    case 'launch-without-time':
      return {
        zh: `发售剧本 ${reason.id} 还没有开售时间，没法试着移动它。`,
        en: `The launch script ${reason.id} has no launch time yet, so it cannot be moved.`,
      };
    case 'too-many-cards':
      return {
        zh: `试排的内容一共有 ${reason.cards} 张发圈任务，一次最多试 ${reason.most} 张。请分几次来试。`,
        en: `What is tried makes ${reason.cards} cards; at most ${reason.most} can be tried at once. Try it in parts.`,
      };
    case 'too-many-rules':
      return {
        zh: `一次最多试 ${reason.most} 处频次上限的改动，这次有 ${reason.rules} 处。请分几次来试。`,
        en: `At most ${reason.most} changes of cap rules can be tried at once, these are ${reason.rules}. Try them in parts.`,
      };
    case 'too-large':
      return {
        zh: '一次要试的太多，规定的时间里算不完。请分几次来试：少几条规则、内容、账号组或标签。',
        en: 'What is tried takes longer to work out than one question may. Try it in parts: fewer rules, posts, feeds or tags.',
      };
  }
};

/** One sentence: what is wrong with the question and what to do. */
export const simulateSentence = (reason: SimulateReason, locale: Locale): string => sentences(reason)[locale];

const outcomeWords = (
  outcome: Outcome,
  at: Instant,
  { context, locale }: { context: WordsContext; locale: Locale },
): string => {
  const when = momentWords(at, context, locale);
  const words: Record<Outcome, Both> = {
    release: { zh: `${when} 下发`, en: `goes out ${when}` },
    defer: { zh: `顺延到 ${when}`, en: `deferred to ${when}` },
    skip: { zh: `${when} 跳过不发`, en: `skipped ${when}` },
    hold: { zh: `${when} 停下等人处理`, en: `held for a person ${when}` },
    expire: { zh: `${when} 过期不发`, en: `expires ${when}` },
  };
  return words[outcome][locale];
};

/** 「11月11日 20:00 下发 → 顺延到 11月12日 20:00」 */
export const movedWords = (
  { before, after }: { before: Fate | null; after: Fate | null },
  given: { context: WordsContext; locale: Locale },
): string => {
  const none: Both = { zh: '不在计划里', en: 'not in the plan' };
  const say = (fate: Fate | null): string =>
    fate ? outcomeWords(fate.outcome, fate.at, given) : none[given.locale];
  return `${say(before)} → ${say(after)}`;
};

/** What a post is called that is only tried out. */
export const newPostWords: Both = { zh: '试排的内容', en: 'a post that is tried out' };

/** What a simulation takes for granted beside what its proofs name. */
export const givenWords = {
  approved: (titles: readonly string[], locale: Locale): string =>
    locale === 'zh'
      ? `这些内容按已通过计算：${titles.map((title) => `《${title}》`).join('、')}`
      : `Taken as approved: ${titles.map((title) => `“${title}”`).join(', ')}`,
  stopped: {
    zh: '现在是紧急停发：这里按已恢复下发计算',
    en: 'Handing out is stopped: this is what happens if it were resumed now',
  } satisfies Both,
  unchanged: {
    zh: '按现在已通过的内容、频次上限和设置计算；之后有改动，结果会跟着变',
    en: 'With what is approved, the caps and the settings as they are now; what changes later changes this',
  } satisfies Both,
};

/** 「最满的是 11月11日：已满 3/3（新用户 × 母婴）」, rule by rule where there are several. Empty: nothing counts. */
export const fullestWords = (
  proof: Proof,
  rules: readonly CapRule[],
  { context, locale }: { context: WordsContext; locale: Locale },
): string => {
  const counted = proof.fullest.filter(({ count }) => count > 0).sort((a, b) => compareIds(a.rule, b.rule));
  const names = new Map(rules.map(({ id, name }) => [id, name]));
  const said = counted.map((used) => {
    const when = windowWords(used.window, context, locale);
    const words = usageWords(used, context, locale);
    const name = counted.length > 1 ? (names.get(used.rule) ?? '') : '';
    if (locale === 'zh') return `${name ? `「${name}」` : ''}最满的是 ${when}：${words}`;
    return `${name ? `Fullest of “${name}”` : 'Fullest'}: ${when}, ${words}`;
  });
  return said.join(locale === 'zh' ? '；' : '; ');
};

/** 「例外：发售剧本「双11」，11月11日 0:00–24:00，每天卖货最多 6 条（原来 3 条）：开售」: as a proof names it. */
export const namedException = (
  exception: CapException,
  { context, rules, locale }: { context: WordsContext; rules: readonly CapRule[]; locale: Locale },
): string => {
  const rule = rules.find(({ id }) => id === exception.rule) ?? null;
  const said = exceptionWords(exception, rule, context, locale);
  const { launchName } = exception;
  return locale === 'zh'
    ? `例外：发售剧本「${launchName}」，${said}`
    : `Exception of the launch “${launchName}”, ${said}`;
};
