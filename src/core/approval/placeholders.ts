import type { TimeZone } from '../model';
import { zoneOr } from '../time';
import {
  countdownWords,
  type LaunchMoment,
  launchTimeWords,
  localeOfText,
  sameClock,
} from '../words/launchTime';
import type { OfferRef, PostContent, ProductRef, References } from './content';

/** Filled for each staff member when they open the desk, never earlier. */
export const personalTokens = [
  'staff.name',
  'staff.wechat',
  'store.name',
  'staff.qr',
  'staff.coupon',
] as const;

/** Filled for everybody alike, before it is approved. */
export const sharedTokens = [
  'product.name',
  'product.price',
  'product.link',
  'offer.name',
  'offer.code',
  'launch.time',
  'launch.countdown',
] as const;

export type Token = (typeof sharedTokens | typeof personalTokens)[number];

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g;

export interface PlaceholderValues {
  product: ProductRef | null;
  offer: OfferRef | null;
  /** Null while it is no part of a launch, or has no time. */
  launch: LaunchMoment | null;
}

type Placed = Pick<PostContent, 'product' | 'offer' | 'launchScript' | 'scheduledAt' | 'feeds'>;

function momentOf(
  { launchScript, scheduledAt: at, feeds }: Placed,
  refs: Pick<References, 'launches' | 'feeds'>,
): LaunchMoment | null {
  const launch = launchScript === null ? undefined : refs.launches.get(launchScript);
  if (!launch || launch.launchAt === null || at === null) return null;
  const { launchAt } = launch;
  const zone = zoneOr(launch.timezone, 'UTC');
  const clocks = feeds.flatMap((id) => refs.feeds.get(id)?.zone ?? []);
  // The text is one for all feeds: what one of them would read wrongly is said with its date.
  const differs = (other: TimeZone) => !sameClock(at, zone, other) || !sameClock(launchAt, zone, other);
  const elsewhere = clocks.some((other) => other !== zone && differs(other));
  return { launchAt, zone, at, elsewhere };
}

/** What the placeholders of a post stand for. */
export const valuesOf = (
  post: Placed,
  refs: Pick<References, 'products' | 'offers' | 'launches' | 'feeds'>,
): PlaceholderValues => ({
  product: (post.product && refs.products.get(post.product)) || null,
  offer: (post.offer && refs.offers.get(post.offer)) || null,
  launch: momentOf(post, refs),
});

/** A price as people write it in copy: 39, 39.9, 39.95. */
export const priceText = (price: number): string => String(Math.round(price * 100) / 100);

const valueFor = (
  name: string,
  text: string,
  { product, offer, launch }: PlaceholderValues,
): string | null => {
  switch (name) {
    case 'product.name':
      return product?.name ?? null;
    case 'product.price':
      return product?.price == null ? null : priceText(product.price);
    case 'product.link':
      return product?.link || null;
    case 'offer.name':
      return offer?.name ?? null;
    case 'offer.code':
      return offer?.code || null;
    case 'launch.time':
      return launch && launchTimeWords(launch, localeOfText(text));
    case 'launch.countdown':
      return launch && countdownWords(launch, localeOfText(text));
    default:
      return null;
  }
};

/** What each shared token stands for in a text; null: it has no value. */
export const tokenValues = (text: string, values: PlaceholderValues) =>
  sharedTokens.map((token) => ({ token, value: valueFor(token, text, values) }));

/** Puts the values of product, offer and launch in; personal tokens and what has no value stay as they are. */
export const fillPlaceholders = (text: string, values: PlaceholderValues): string =>
  text.replace(placeholder, (whole, name: string) => valueFor(name, text, values) ?? whole);

const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name]) => name as string);

/** The placeholders that would reach customers unfilled: unknown ones and those without a value. */
export function unfilledPlaceholders(text: string, values: PlaceholderValues): string[] {
  return [...new Set(namesIn(text))].filter(
    (name) => valueFor(name, text, values) === null && !(personalTokens as readonly string[]).includes(name),
  );
}

/** Every text of a post that may have placeholders in it. */
export const textsOf = (
  post: Pick<PostContent, 'body' | 'linkTitle' | 'firstComments' | 'variants'>,
): string[] => [
  post.body,
  post.linkTitle,
  ...post.firstComments,
  ...post.variants.flatMap((variant) => [variant.body, ...variant.firstComments]),
];

/** The value of a placeholder, as copy has it. */
export interface FilledIn {
  token: Token;
  value: string;
}

/** What copy of these posts says of products and offers, each value once, in the order of the tokens. */
export function filledIn(
  posts: readonly (Placed & Parameters<typeof textsOf>[0])[],
  refs: Parameters<typeof valuesOf>[1],
): FilledIn[] {
  const found = posts.flatMap((post) => {
    const names = new Set(textsOf(post).flatMap(namesIn));
    return tokenValues(post.body, { ...valuesOf(post, refs), launch: null }).flatMap(({ token, value }) =>
      value !== null && names.has(token) ? [{ token, value }] : [],
    );
  });
  return sharedTokens.flatMap((token) => {
    const values = found.filter((one) => one.token === token).map(({ value }) => value);
    return [...new Set(values)].map((value) => ({ token, value }));
  });
}

type Timed = Placed & Parameters<typeof textsOf>[0] & Pick<PostContent, 'dayBound' | 'expiresAt'>;

/**
 * Where the text of a post holds it in time: one that says the launch's time or counts down to it is true on its
 * own day alone, and a countdown no longer than until the launch.
 */
export function heldInTime(
  post: Timed,
  refs: Pick<References, 'launches' | 'feeds'>,
): Pick<PostContent, 'dayBound' | 'expiresAt'> {
  const { dayBound, expiresAt } = post;
  const moment = momentOf(post, refs);
  if (moment === null) return { dayBound, expiresAt };
  const names = new Set(textsOf(post).flatMap(namesIn));
  const counts = names.has('launch.countdown');
  return {
    dayBound: dayBound || counts || names.has('launch.time'),
    expiresAt: counts ? Math.min(expiresAt ?? moment.launchAt, moment.launchAt) : expiresAt,
  };
}
