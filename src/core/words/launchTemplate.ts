/** What saving a script as a template leaves out, in sentences. */
import { farthestStepDays } from '../launch/offset';
import type { LeftOut, LeftPart } from '../launch/saveAs';
import type { Instant, Locale, TimeZone } from '../model';
import { localDateOf } from '../time';
import { listed } from './listed';
import { dayFrom } from './when';

const parts: Record<Locale, Record<LeftPart, string>> = {
  zh: {
    recalled: '内容（已作废）',
    'no-time': '整条（没有时间，也不属于任何步骤）',
    'no-feed': '整条（没有账号组）',
    far: `整条（离开售超过 ${farthestStepDays} 天）`,
    'far-time': `时间（离开售超过 ${farthestStepDays} 天）`,
    feeds: '另选的账号组（会发到同渠道的每个账号组）',
    link: '链接',
    video: '视频',
    audience: '谁可以看（会变成公开）',
    'version-pictures': '分人群的图片',
    'other-product': '另选的商品',
    'other-offer': '另选的优惠',
    expiry: '过期时间',
    'day-bound': '只在当天有效',
    priority: '优先级',
    'on-conflict': '排不下时怎么办',
    'on-late': '过了时间怎么办',
  },
  en: {
    recalled: 'what it says (it was recalled)',
    'no-time': 'all of it (it has no time and is of no step)',
    'no-feed': 'all of it (it has no feed)',
    far: `all of it (it is more than ${farthestStepDays} days from the launch)`,
    'far-time': `its time (more than ${farthestStepDays} days from the launch)`,
    feeds: 'feeds of its own (it would go to every feed of its channels)',
    link: 'its link',
    video: 'its video',
    audience: 'its audience (it would go to everyone)',
    'version-pictures': 'the pictures of its versions',
    'other-product': 'a product of its own',
    'other-offer': 'an offer of its own',
    expiry: 'its expiry',
    'day-bound': 'being bound to its day',
    priority: 'its priority',
    'on-conflict': 'what happens where it does not fit',
    'on-late': 'what happens when it is late',
  },
};

/** 「会员专享」：谁可以看（会变成公开）、链接. */
export function leftSentence({ title, parts: left }: LeftOut, locale: Locale): string {
  const said = listed(
    left.map((part) => parts[locale][part]),
    locale,
  );
  return locale === 'zh' ? `「${title}」：${said}` : `“${title}”: ${said}`;
}

/** What a template is for, as long as nobody says it: where it comes from. */
export function templateOrigin(
  { name, launchAt, timezone, now }: { name: string; launchAt: Instant; timezone: TimeZone; now: Instant },
  locale: Locale,
): string {
  const from = localDateOf(now, timezone);
  const day = dayFrom(localDateOf(launchAt, timezone), { from, weekday: false }, locale);
  return locale === 'zh' ? `由《${name}》存成（${day} 开售）。` : `Saved from “${name}” (launch: ${day}).`;
}
