import config from '@payload-config';
import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getPayload } from 'payload';
import { titleOf } from '@/admin/titles';
import { noRecovery } from '@/server/auth/recovery';
import { importMap } from '../importMap.js';

interface Args {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> => {
  const metadata = await generatePageMetadata({ config, params, searchParams });
  const title = titleOf((await params).segments ?? [], await headers());
  return title ? { ...metadata, title: `${title} · Moments Desk` } : metadata;
};

/** Payload's form says that a mail was sent whatever the server answers. */
const shown = async (params: Args['params']): Args['params'] => {
  const asked = await params;
  const forgot = asked.segments?.length === 1 && asked.segments[0] === 'forgot';
  return forgot && noRecovery(await getPayload({ config })) ? { segments: ['no-recovery'] } : asked;
};

export default function Page({ params, searchParams }: Args) {
  return RootPage({ config, params: shown(params), searchParams, importMap });
}
