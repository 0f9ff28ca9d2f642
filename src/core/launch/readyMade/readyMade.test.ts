import { describe, expect, it } from 'vitest';
import { personalTokens, unfilledPlaceholders } from '../../approval/placeholders';
import { quietUntil } from '../../caps';
import { channelTable, checkForChannel } from '../../channels';
import type { Instant, TimeZone } from '../../model';
import { foldText } from '../../moments/fold';
import { addDays, localDateOf, minuteMs, resolveWall, wallTimeOf } from '../../time';
import { phaseKeys } from '../phases';
import { type ReadyMade, type ReadyPhase, type ReadyStep, readyMade } from '.';

const launchDay = '2027-03-01';
const launchTime = '20:00';
/** Over a month's end, and where clocks are put forward in between (New York, 14 March 2027). */
const launches: readonly { zone: TimeZone; day: string }[] = [
  { zone: 'Asia/Shanghai', day: launchDay },
  { zone: 'America/New_York', day: '2027-03-13' },
];

interface Laid {
  step: ReadyStep;
  phase: ReadyPhase;
  at: Instant;
}

const lay = (template: ReadyMade, { zone, day } = { zone: 'Asia/Shanghai', day: launchDay }): Laid[] => {
  const instant = resolveWall(day, launchTime, zone);
  const placed = ({ at }: ReadyStep): Instant =>
    'minutes' in at ? instant + at.minutes * minuteMs : resolveWall(addDays(day, at.days), at.time, zone);
  return template.phases
    .flatMap((phase) => phase.steps.map((step) => ({ step, phase, at: placed(step) })))
    .sort((a, b) => a.at - b.at);
};

const shanghai = 'Asia/Shanghai';
const launchAt = resolveWall(launchDay, launchTime, shanghai);
const dayOf = ({ at }: Laid): string => localDateOf(at, shanghai);
const stepsOf = (template: ReadyMade): ReadyStep[] => template.phases.flatMap(({ steps }) => steps);
const allSteps = readyMade.flatMap(stepsOf);

const isMoments = ({ channels }: ReadyStep): boolean => channels.includes('wechat-moments');
const bodiesOf = ({ body, variants }: ReadyStep): string[] => [
  body,
  ...(variants ?? []).map((variant) => variant.body),
];
/** All that customers read of a step. */
const copyOf = (step: ReadyStep): string[] => [...bodiesOf(step), ...(step.firstComments ?? [])];

const momentsOn = (laid: readonly Laid[], date: string): Laid[] =>
  laid.filter((one) => isMoments(one.step) && dayOf(one) === date);
const salesOf = (laid: readonly Laid[]): Laid[] => laid.filter(({ step }) => step.kind === 'sales');
const gapsOf = (laid: readonly Laid[]): number[] =>
  laid.slice(1).map(({ at }, i) => (at - (laid[i] as Laid).at) / minuteMs);

const placeholder = /\{\{[^}]*\}\}/g;
const marker = /【填：[^】]*】/g;
/** As a customer might read it; the longest that the tokens become. */
const sample: Record<string, string> = {
  'product.name': '海盐坚果燕麦脆',
  'product.price': '139.9',
  'offer.name': '会员日满减',
  'offer.code': 'HUIYUAN',
  'launch.time': '11月22日 20:00',
  'launch.countdown': '不到 2 小时',
  'staff.name': '林小满',
};
const asRead = (text: string): string =>
  text.replace(placeholder, (token) => sample[token.slice(2, -2)] ?? token);

const found = (key: string): ReadyMade => readyMade.find((one) => one.key === key) as ReadyMade;

/** Where each story begins and ends, in days from the launch, and the days on which nothing is posted. */
const stories = [
  { key: 'new-product', first: -7, last: 3, atLeast: 18, atMost: 24, quiet: [] },
  { key: 'member-day', first: 0, last: 2, atLeast: 12, atMost: 18, quiet: [] },
  { key: 'flash-group', first: -2, last: 2, atLeast: 15, atMost: 22, quiet: [] },
  { key: 'big-promotion', first: -10, last: 8, atLeast: 24, atMost: 30, quiet: [-7, -3, 2, 3, 4, 5] },
];

describe('the ready-made launch templates', () => {
  it('are four, each with its own well-formed key and a name in both languages', () => {
    expect(readyMade.map(({ key }) => key)).toEqual(stories.map(({ key }) => key));
    for (const { name, description } of readyMade) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(`${name.en}${description.en}`).not.toMatch(/\p{Script=Han}/u);
      expect(description.zh.match(/。/g)?.length ?? 0).toBeLessThanOrEqual(2);
      expect(description.en.match(/[.]/g)?.length ?? 0).toBeLessThanOrEqual(2);
    }
  });

  it('have no two versions with the same words, in all four together', () => {
    const bodies = allSteps.flatMap(bodiesOf).map((body) => body.replace(/\s/g, ''));
    expect(bodies.filter((body, i) => bodies.indexOf(body) !== i)).toEqual([]);
  });
});

describe.each(readyMade)('the template $key', (template) => {
  const steps = stepsOf(template);
  const laid = lay(template);
  const story = stories.find(({ key }) => key === template.key) as (typeof stories)[number];

  it('names phases and steps once and well, in the order of the trade', () => {
    const phases = template.phases.map(({ key }) => key);
    expect(phases).toEqual(phaseKeys.filter((key) => phases.includes(key)));
    const keys = steps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, title, guidance } of steps) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title.zh, key).toMatch(/\p{Script=Han}/u);
      expect(title.en, key).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
      expect(guidance.length, key).toBeGreaterThan(10);
    }
    for (const { name, guidance } of template.phases) {
      expect(name.en).toMatch(/^[A-Z]/);
      expect(guidance).toMatch(/。$/);
    }
  });

  it('keeps within its story, leaves its quiet days free and begins its phases in order', () => {
    const days = new Set(laid.map(dayOf));
    expect(dayOf(laid[0] as Laid)).toBe(addDays(launchDay, story.first));
    expect(dayOf(laid.at(-1) as Laid)).toBe(addDays(launchDay, story.last));
    for (const quiet of story.quiet) expect(days).not.toContain(addDays(launchDay, quiet));
    expect(steps.length).toBeGreaterThanOrEqual(story.atLeast);
    expect(steps.length).toBeLessThanOrEqual(story.atMost);
    const begins = template.phases.map(
      ({ key }) => (laid.find(({ phase }) => phase.key === key) as Laid).at - launchAt,
    );
    expect(begins).toEqual([...begins].sort((a, b) => a - b));
  });

  it.each(launches)('stays out of quiet hours and stacks no Moments in $zone', (launch) => {
    const there = lay(template, launch);
    for (const { step, at } of there)
      expect(quietUntil({ from: '22:00', to: '07:30' }, launch.zone, at), step.key).toBeNull();
    const moments = there.filter(({ step }) => isMoments(step));
    expect(Math.min(...gapsOf(moments))).toBeGreaterThanOrEqual(30);
  });

  it('posts at hours when people look, but for what hangs on the launch instant', () => {
    const good = [
      ['07:30', '09:00'],
      ['11:30', '13:30'],
      ['17:00', '18:00'],
      ['20:00', '21:59'],
    ] as const;
    for (const { step, at } of laid) {
      const wall = wallTimeOf(at, shanghai).slice(0, 5);
      if ('minutes' in step.at) expect(Number.isInteger(step.at.minutes), step.key).toBe(true);
      else
        expect(
          good.some(([from, to]) => from <= wall && wall <= to),
          `${step.key} ${wall}`,
        ).toBe(true);
    }
  });

  it('sells at most three times a day on Moments', () => {
    for (const date of new Set(laid.map(dayOf)))
      expect(salesOf(momentsOn(laid, date)).length, date).toBeLessThanOrEqual(3);
  });

  it('keeps the rules of its own phases', () => {
    for (const phase of template.phases) {
      const own = laid.filter((one) => one.phase === phase);
      expect(own.length, phase.key).toBeGreaterThan(0);
      if (phase.kinds.length > 0) for (const { step } of own) expect(phase.kinds).toContain(step.kind);
      expect(salesOf(own).length, phase.key).toBeLessThanOrEqual(phase.maxSales ?? Number.POSITIVE_INFINITY);
      for (const gap of gapsOf(own)) expect(gap, phase.key).toBeGreaterThanOrEqual(phase.minGapMinutes ?? 0);
    }
    expect(template.phases.filter(({ required }) => required).map(({ key }) => key)).toContain('on-sale');
  });

  it('has a flash group open before anything is said in it, and nothing said after it closes', () => {
    const inGroup = laid.filter(({ step }) => step.channels.includes('flash-group'));
    const marks = laid.flatMap(({ step }) => (step.flash ? [step.flash] : []));
    expect(marks).toEqual(inGroup.length > 0 ? ['opens', 'closes'] : []);
    expect(inGroup[0]?.step.flash).toBe(inGroup.length > 0 ? 'opens' : undefined);
    expect(inGroup.at(-1)?.step.flash).toBe(inGroup.length > 0 ? 'closes' : undefined);
  });

  it('asks of no channel what it cannot show', () => {
    for (const step of steps) {
      expect(step.channels.length, step.key).toBeGreaterThan(0);
      for (const channel of step.channels) {
        const refused = bodiesOf(step).flatMap((text) =>
          checkForChannel(
            {
              text,
              images: step.pictures,
              video: false,
              link: false,
              firstComments: step.firstComments ?? [],
              audience: { visibility: 'everyone' },
            },
            channel,
          ),
        );
        expect(refused, step.key).toEqual([]);
        if (step.variants) expect(channelTable[channel].visibility, step.key).toBe('tags');
      }
    }
  });

  it('writes each segment its own words, not one line of another version', () => {
    for (const step of steps) {
      const keys = (step.variants ?? []).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(['new', 'returning', 'member', 'dormant']).toContain(key);
      const lines = bodiesOf(step).flatMap((body) => body.split('\n'));
      expect(new Set(lines).size, step.key).toBe(lines.length);
    }
  });

  it('uses only placeholders that exist, the personal ones sparingly', () => {
    const values = {
      product: { id: '1', name: '新品', price: 39, link: 'https://shop.example/1' },
      offer: { id: '1', name: '满减', code: 'A1', product: null },
      launch: null,
    };
    for (const step of steps)
      for (const text of copyOf(step)) {
        const unfilled = unfilledPlaceholders(text, values);
        for (const name of unfilled) expect(['launch.time', 'launch.countdown'], step.key).toContain(name);
        expect(text.replace(placeholder, ''), step.key).not.toMatch(/[{}|]/);
      }
    const personal = steps.filter((step) =>
      copyOf(step).some((text) => personalTokens.some((token) => text.includes(token))),
    );
    expect(personal.length).toBeLessThanOrEqual(2);
  });

  it('speaks of the launch time before the launch alone, and of times never otherwise', () => {
    for (const { step, at } of laid)
      for (const text of copyOf(step)) {
        if (at >= launchAt) expect(text, step.key).not.toContain('{{launch.');
        expect(text, step.key).not.toMatch(/[今明昨前后]晚|[明后前]天|[周礼星][一二三四五六日天拜期]/);
        expect(text, step.key).not.toMatch(/[二三四五六七八九十两]点|点[钟半]/);
        // 「11月22日 20:00 开售」: a space or a sign after digits.
        expect(text, step.key).not.toMatch(/\{\{launch\.time\}\}[^\s，。；]/);
      }
  });

  it('names a price, a link or a code only where it sells, the link below the text', () => {
    for (const step of steps) {
      const text = copyOf(step).join('\n');
      if (step.kind !== 'sales') expect(text, step.key).not.toMatch(/product\.(price|link)|offer\.code/);
      for (const body of bodiesOf(step)) expect(body, step.key).not.toContain('product.link');
      expect(text, step.key).not.toMatch(/\{\{product\.price\}\}(?! 元)/);
    }
  });

  it('promises a link below only where there is one', () => {
    for (const { step, at } of laid)
      if (at >= launchAt && bodiesOf(step).some((body) => /链接[^。]*(评论里|下面)/.test(body)))
        expect(step.firstComments?.join(), step.key).toContain('{{product.link}}');
  });

  it('uses no number that somebody made up, no emoji, and no word that law or WeChat punishes', () => {
    const forbidden = [
      /\d/,
      /\p{Extended_Pictographic}/u,
      // 广告法 art. 9: absolute terms.
      /最|第一|国家级|世界级|顶级|顶尖|极致|极品|唯一|首个|首选|独家|全网|全国|绝对|百分之百|万能|永久|史上|冠军|王牌|完美/,
      // Scarcity that nobody can check.
      /仅剩|手慢|秒杀|秒光|售罄|抢购|疯抢|错过|倒计时|限时|限量/,
      // Health.
      /养生|养颜|减肥|瘦身|免疫|抗氧|排毒|美容|助眠|治疗|治好|疗效|功效|保健|营养|健康/,
      // Induced sharing.
      /集赞|点赞|转发|分享到|拉人|邀请|裂变|扩散|关注公众号/,
    ];
    for (const step of steps)
      for (const text of [...copyOf(step).map((copy) => copy.replace(placeholder, '')), step.title.zh])
        for (const words of forbidden) expect(text, step.key).not.toMatch(words);
  });

  it('leaves the editor something to write in one step of four at most', () => {
    const marked = steps.filter((step) => copyOf(step).some((text) => marker.test(text)));
    expect(marked.length * 4).toBeLessThanOrEqual(steps.length);
    for (const step of steps)
      for (const text of copyOf(step)) expect(text.replace(marker, ''), step.key).not.toMatch(/[【】]/);
  });

  it('lets staff say in their own words what is about them, or to one customer', () => {
    for (const { key, kind, channels, copyMode, staffGuidance, pictures } of steps) {
      const own = kind === 'persona' || channels.includes('one-to-one');
      if (own) expect(copyMode, key).toBe('example');
      expect((staffGuidance ?? '').length > 10, key).toBe(copyMode === 'example');
      if (kind === 'sales' && channels.includes('wechat-moments')) expect(pictures, key).toBeGreaterThan(0);
    }
  });

  // The rule: a Moment has 180 characters at most, so that little is hidden when it folds; its first sentence
  // ends within two lines of a phone; and what matters (what, how much, when) stands in what core/moments/fold
  // shows before 全文.
  it('says on Moments what matters before the fold', () => {
    const moments = steps.filter(isMoments);
    for (const step of moments)
      for (const body of bodiesOf(step)) {
        const read = asRead(body);
        expect([...read].length, step.key).toBeLessThanOrEqual(180);
        const [firstLine = ''] = read.split('\n');
        expect(foldText(firstLine).lines.length, step.key).toBeLessThanOrEqual(2);
        const { shown } = foldText(read);
        for (const token of ['product.name', 'product.price', 'launch.time', 'launch.countdown'])
          if (body.includes(token)) expect(shown, step.key).toContain(sample[token]);
      }
    const folded = moments.filter(({ body }) => foldText(asRead(body)).folded);
    expect(folded.length * 3).toBeLessThanOrEqual(moments.length);
  });
});

describe('the seven-day new-product launch', () => {
  const laid = lay(found('new-product'));

  it('begins seven days before at 20:00 and sells once on Moments before the last day', () => {
    expect((laid[0] as Laid).step.at).toEqual({ days: -7, time: '20:00' });
    const early = laid.filter((one) => isMoments(one.step) && dayOf(one) < addDays(launchDay, -1));
    expect(salesOf(early)).toHaveLength(1);
  });

  it('counts down a day and an hour before', () => {
    for (const minutes of [-24 * 60, -60]) {
      const at = launchAt + minutes * minuteMs;
      expect(laid.find((one) => one.at === at)?.step.body).toContain('{{launch.countdown}}');
    }
  });

  it('has the editor fill in what was sold, and speaks to those who asked', () => {
    const soFar = laid.find(({ step }) => step.key === 'so-far') as Laid;
    expect(soFar.step.body).toMatch(/【填：[^】]*数字】份/);
    expect(soFar.at).toBeGreaterThan(launchAt);
    const toOne = laid.filter(({ step }) => step.channels.includes('one-to-one'));
    expect(toOne.some(({ at }) => at < launchAt)).toBe(true);
    expect(toOne.some(({ at }) => at > launchAt)).toBe(true);
  });
});

describe('the three-day member day', () => {
  it('takes three days and has words of their own for all four segments, opening and last day included', () => {
    const laid = lay(found('member-day'));
    expect(new Set(laid.map(dayOf)).size).toBe(3);
    const forAll = laid.filter(({ step }) => step.variants?.length === 4);
    expect(forAll.map(({ step }) => step.key)).toEqual(['announce', 'open', 'closing-day']);
  });
});

describe('the flash-group launch', () => {
  const laid = lay(found('flash-group'));
  const firstAt = (test: (step: ReadyStep) => boolean): Instant =>
    (laid.find(({ step }) => test(step)) as Laid).at;
  const opens = (): Instant => firstAt(({ flash }) => flash === 'opens');
  const closes = (): Instant => firstAt(({ flash }) => flash === 'closes');
  const isPriced = ({ body }: ReadyStep): boolean => body.includes('{{product.price}}');

  it('opens the day before the launch and shows the way in on Moments before that', () => {
    expect(localDateOf(opens(), shanghai)).toBe(addDays(launchDay, -1));
    expect(firstAt((step) => isMoments(step) && step.body.includes('进群'))).toBeLessThan(opens());
  });

  it('tells the group the price, and sells to it, before Moments', () => {
    const inGroup = ({ channels }: ReadyStep): boolean => channels.includes('flash-group');
    expect(firstAt((step) => inGroup(step) && isPriced(step))).toBeLessThan(launchAt);
    expect(firstAt((step) => isMoments(step) && isPriced(step))).toBeGreaterThan(launchAt);
  });

  it('says thanks on Moments after the farewell', () => {
    expect(closes()).toBeGreaterThan(launchAt);
    const after = laid.filter(({ step, at }) => isMoments(step) && at > closes());
    expect(after.map(({ step }) => /谢谢/.test(step.body) && step.kind)).toEqual(['persona']);
  });
});

describe('the big promotion', () => {
  it('warms up until the day before, bursts on two days and returns on three', () => {
    const days = (keys: readonly string[]): number[] => [
      ...new Set(
        lay(found('big-promotion'))
          .filter(({ phase }) => keys.includes(phase.key))
          .map(({ at }) =>
            Math.round(
              (resolveWall(localDateOf(at, shanghai), launchTime, shanghai) - launchAt) / (1440 * minuteMs),
            ),
          ),
      ),
    ];
    expect(days(['tease', 'showcase', 'interact'])).toEqual([-10, -9, -8, -6, -5, -4, -2, -1]);
    expect(days(['on-sale'])).toEqual([0, 1]);
    expect(days(['momentum', 'review'])).toEqual([6, 7, 8]);
  });
});
