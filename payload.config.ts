import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '@payloadcms/translations/languages/en';
import { zh } from '@payloadcms/translations/languages/zh';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { closeBuiltInDoors } from '@/server/auth/closeBuiltInDoors';
import { allowedOrigins } from '@/server/auth/originGuard';
import { databaseAdapter } from '@/server/database/adapter';
import { migrations } from '@/server/database/migrations';
import { sayUnavailable } from '@/server/database/sayUnavailable';
import { env } from '@/server/env';
import { mailAdapter } from '@/server/mail/mail';
import { collections } from './collections';
import { Settings } from './collections/settings';
import { slugs } from './collections/slugs';
import { endpoints } from './src/endpoints';
import { placeEndpoints } from './src/endpoints/place';
import { uploadLimits } from './src/media/limits';

const here = dirname(fileURLToPath(import.meta.url));

export default closeBuiltInDoors(
  buildConfig({
    secret: env.PAYLOAD_SECRET,
    ...(env.SERVER_URL ? { serverURL: env.SERVER_URL } : {}),
    csrf: allowedOrigins(env),
    cors: [],
    ...placeEndpoints(collections, endpoints),
    globals: [Settings],
    hooks: { afterError: [sayUnavailable] },
    // Expected refusals are no errors of ours.
    loggingLevels: {
      APIError: 'info',
      AuthenticationError: 'info',
      Forbidden: 'info',
      NotFound: 'info',
      QueryError: 'info',
      ValidationError: 'info',
    },
    db: databaseAdapter({
      url: env.DATABASE_URL,
      dev: env.NODE_ENV === 'development',
      migrations,
      migrationDir: resolve(here, 'migrations'),
    }),
    email: mailAdapter(env),
    sharp,
    upload: uploadLimits,
    i18n: {
      supportedLanguages: { zh, en },
      fallbackLanguage: 'zh',
      // An empty cell of a list; Payload writes "<No Description>".
      translations: {
        zh: {
          authentication: { emailOrUsername: '工号、手机号或邮箱' },
          general: { noLabel: '—', payloadSettings: '界面设置' },
        },
        en: {
          authentication: { emailOrUsername: 'Staff number, mobile or e-mail' },
          general: { noLabel: '—', payloadSettings: 'Display' },
        },
      },
    },
    admin: {
      user: slugs.users,
      importMap: { baseDir: here },
      // The other choice asks a server elsewhere for a picture of each person.
      avatar: 'default',
      dateFormat: 'yyyy-MM-dd HH:mm',
      meta: {
        titleSuffix: '· Moments Desk',
        description: 'Moments Desk',
        icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/favicon.svg' }],
        openGraph: { title: 'Moments Desk', siteName: 'Moments Desk', description: 'Moments Desk' },
        defaultOGImageType: 'off',
      },
      components: {
        graphics: { Logo: '/src/admin/brand/Logo#Logo', Icon: '/src/admin/brand/Icon#Icon' },
        providers: ['/src/admin/brand/OwnLanguage#OwnLanguage', '/src/admin/brand/ToastWords#ToastWords'],
        actions: ['/src/admin/brand/LanguageSwitch#LanguageSwitch'],
        header: ['/src/admin/operation/AdminHeader#AdminHeader'],
        beforeNavLinks: ['/src/admin/brand/NavLinks#NavLinks'],
        afterLogin: ['/src/admin/brand/StaffHint#StaffHint'],
        views: {
          dashboard: { Component: '/src/admin/views/home/HomeView#HomeView' },
          unauthorized: { Component: '/src/admin/views/UnauthorizedView#UnauthorizedView' },
          'no-recovery': {
            Component: '/src/admin/views/NoRecoveryView#NoRecoveryView',
            path: '/no-recovery',
            exact: true,
          },
          approvals: {
            Component: '/src/admin/views/approvals/ApprovalsView#ApprovalsView',
            path: '/approvals',
            exact: true,
          },
          launches: {
            Component: '/src/admin/views/launches/LaunchesView#LaunchesView',
            path: '/launches',
            exact: true,
          },
          // Before the page of one launch, whose path would take it for an id.
          'new-launch': {
            Component: '/src/admin/views/launches/NewLaunchView#NewLaunchView',
            path: '/launches/new',
            exact: true,
          },
          launch: {
            Component: '/src/admin/views/launches/LaunchView#LaunchView',
            path: '/launches/:id',
            exact: true,
          },
          decisions: {
            Component: '/src/admin/views/decisions/DecisionsView#DecisionsView',
            path: '/decisions',
            exact: true,
          },
          progress: {
            Component: '/src/admin/views/progress/ProgressView#ProgressView',
            path: '/progress',
            exact: true,
          },
        },
      },
    },
    graphQL: { maxComplexity: 1000, disablePlaygroundInProduction: true },
    maxDepth: 3,
    defaultDepth: 1,
    telemetry: false,
    // Written by `npm run generate` alone: otherwise each start outside production would, for its own database.
    typescript: { outputFile: resolve(here, 'src/payload-types.ts'), autoGenerate: false },
  }),
);
