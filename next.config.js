import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Writing the cache takes longer than it saves: a start builds once for each version.
  experimental: { turbopackFileSystemCacheForBuild: false },
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // Native modules and modules that keep state: loaded from node_modules as they are, once.
  serverExternalPackages: ['@libsql/client', 'libsql', 'sharp', 'node-schedule', 'temporal-polyfill'],
};

export default withPayload(config, { devBundleServerPackages: false });
