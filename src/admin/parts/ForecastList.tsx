import type { VersionView } from '@/core/approval/view';
import { baseVariant, type Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import type { Forecast } from '@/server/posts/forecast';
import { Holders } from './Holders';
import { When } from './When';

interface Question {
  review: {
    forecast: readonly Forecast[];
    view: { versions: readonly Pick<VersionView, 'key' | 'audience'>[] };
  };
  now: number;
  locale: Locale;
  words: AdminWords;
}

/** 「顺延到 明天 7:30」: what becomes of one card. */
export const Outcome = ({ one, now, locale, words }: Omit<Question, 'review'> & { one: Forecast }) => {
  const when = { at: one.at, now, zone: one.timezone, locale };
  switch (one.outcome) {
    case 'release':
      return one.atOnce ? words.forecast.atOnce : <When {...when} say={words.forecast.release} />;
    case 'defer':
      return <When {...when} say={words.forecast.defer} />;
    default:
      return words.forecast[one.outcome];
  }
};

/** What the plan would do with each card, versions of one fate together, and why where it is not simply going out. */
export const ForecastList = ({ review, now, locale, words }: Question) => {
  const { forecast, view } = review;
  if (forecast.length === 0) return <p className="md-quiet">{words.forecast.none}</p>;
  const nameOf = (key: string): string => {
    const version = view.versions.find((one) => one.key === key);
    return version ? words.versionName(version.audience.visibility, version.audience.segments) : '';
  };
  const order = (one: Forecast) => `${one.feedName} ${one.variantKey === baseVariant ? 0 : 1}`;
  const sorted = [...forecast].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const groups = new Map<string, Forecast[]>();
  for (const one of sorted) {
    const key = JSON.stringify([one.feed, one.outcome, one.at, one.atOnce, one.explanation]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const where = (group: readonly Forecast[], one: Forecast): string => {
    const whole = sorted.filter(({ feed }) => feed === one.feed).length === group.length;
    return [one.feedName, ...(whole ? [] : group.map(({ variantKey }) => nameOf(variantKey)))].join(' · ');
  };
  return (
    <ul className="md-forecast">
      {[...groups].map(([key, group]) => {
        const [one] = group;
        if (!one) return null;
        return (
          <li key={key} className={`md-outcome-${one.outcome}`}>
            <span className="md-forecast-where">{where(group, one)}</span>
            <strong>
              <Outcome {...{ one, now, locale, words }} />
            </strong>
            {one.explanation ? <span className="md-why">{one.explanation[locale]}</span> : null}
            <Holders label={words.forecast.holders} holders={one.holders} {...{ now, locale }} />
          </li>
        );
      })}
    </ul>
  );
};
