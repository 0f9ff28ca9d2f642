import type { OfferRef, ProductRef } from './content';

/** Filled for each staff member when they open the desk, never earlier. */
export const personalTokens = [
  'staff.name',
  'staff.wechat',
  'store.name',
  'staff.qr',
  'staff.coupon',
] as const;

const placeholder = /\{\{\s*([\w.]+)\s*\}\}/g;

export interface PlaceholderValues {
  product: ProductRef | null;
  offer: OfferRef | null;
}

/** A price as people write it in copy: 39, 39.9, 39.95. */
export const priceText = (price: number): string => String(Math.round(price * 100) / 100);

const valueFor = (name: string, { product, offer }: PlaceholderValues): string | null => {
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
    default:
      return null;
  }
};

/** Puts the values of product and offer in; personal tokens and what has no value stay as they are. */
export const fillPlaceholders = (text: string, values: PlaceholderValues): string =>
  text.replace(placeholder, (whole, name: string) => valueFor(name, values) ?? whole);

/** The placeholders that would reach customers unfilled: unknown ones and those without a value. */
export function unfilledPlaceholders(text: string, values: PlaceholderValues): string[] {
  const names = [...text.matchAll(placeholder)].map(([, name]) => name as string);
  return [...new Set(names)].filter(
    (name) => valueFor(name, values) === null && !(personalTokens as readonly string[]).includes(name),
  );
}
