'use client';
import { useEffect, useRef, useState } from 'react';
import type { LaunchRef, MediaRef, OfferRef, PostContent, ProductRef } from '@/core/approval/content';
import { idOf, instantOf } from '@/server/posts/content';

export interface Shown extends MediaRef {
  src: string;
  thumb: string | null;
  name: string;
}

interface Found {
  media: ReadonlyMap<string, Shown>;
  products: ReadonlyMap<string, ProductRef>;
  offers: ReadonlyMap<string, OfferRef>;
  launches: ReadonlyMap<string, LaunchRef>;
}

type Row = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const toMedia = (row: Row): Shown => {
  const src = `/api/media/file/${encodeURIComponent(text(row.filename))}`;
  return {
    id: String(row.id),
    sha256: text(row.sha256),
    thumbSha256: text(row.thumbSha256) || null,
    width: number(row.momentsWidth) ?? number(row.width),
    height: number(row.momentsHeight) ?? number(row.height),
    alt: text(row.alt),
    isVideo: text(row.mimeType).startsWith('video/'),
    src,
    thumb: row.thumbSha256 ? `${src}?size=thumb` : null,
    name: text(row.originalName),
  };
};
const toProduct = (row: Row): ProductRef => ({
  id: String(row.id),
  name: text(row.name),
  price: number(row.price),
  link: text(row.link),
});
const toOffer = (row: Row): OfferRef => ({
  id: String(row.id),
  name: text(row.name),
  code: text(row.code),
  product: idOf(row.product),
});
const toLaunch = (row: Row): LaunchRef => ({
  id: String(row.id),
  name: text(row.name),
  approved: row.status === 'approved',
  cancelled: row.status === 'cancelled',
  launchAt: instantOf(row.launchAt),
  timezone: text(row.timezone),
  changedBy: [],
});

async function read(collection: string, ids: readonly string[]): Promise<Row[]> {
  const query = new URLSearchParams({ depth: '0', limit: '100' });
  for (const [n, id] of ids.entries()) query.set(`where[id][in][${n}]`, id);
  const answer = await fetch(`/api/${collection}?${query}`, { credentials: 'same-origin' });
  if (!answer.ok) return [];
  return ((await answer.json()) as { docs?: Row[] }).docs ?? [];
}

/** Reads documents by id as they are named, each once. */
function useById<T extends { id: string }>(
  collection: string,
  ids: readonly string[],
  convert: (row: Row) => T,
): ReadonlyMap<string, T> {
  const [found, setFound] = useState<ReadonlyMap<string, T>>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = [...new Set(ids)].sort().join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the ids stands for them
  useEffect(() => {
    const missing = wanted.split(',').filter((id) => id !== '' && !asked.current.has(id));
    if (missing.length === 0) return;
    for (const id of missing) asked.current.add(id);
    read(collection, missing)
      .then((rows) =>
        setFound((before) => new Map([...before, ...rows.map(convert).map((row) => [row.id, row] as const)])),
      )
      .catch(() => {
        for (const id of missing) asked.current.delete(id);
      });
  }, [collection, wanted]);
  return found;
}

/** What the post that is being written points at: pictures, its product, its offer, its launch. */
export const useReferences = (
  media: readonly string[],
  { product, offer, launchScript }: Pick<PostContent, 'product' | 'offer' | 'launchScript'>,
): Found => ({
  media: useById('media', media, toMedia),
  products: useById('products', product ? [product] : [], toProduct),
  offers: useById('offers', offer ? [offer] : [], toOffer),
  launches: useById('launch-scripts', launchScript ? [launchScript] : [], toLaunch),
});
