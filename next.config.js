import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPayload } from '@payloadcms/next/withPayload';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Writing the cache takes longer than it saves: a start builds once for each version.
    turbopackFileSystemCacheForBuild: false,
    // Errors are told apart by the names of their classes, and people read stacks in the log.
    serverMinification: false,
  },
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // Native modules and modules that keep state: loaded from node_modules as they are, once.
  serverExternalPackages: ['@libsql/client', 'libsql', 'sharp', 'node-schedule', 'temporal-polyfill'],
};

export default withPayload(config, { devBundleServerPackages: false });
