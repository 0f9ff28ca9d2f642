import config from '@payload-config';
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes';
import { guarded } from '@/server/auth/guarded';

export const POST = guarded(GRAPHQL_POST(config), config);
export const OPTIONS = guarded(REST_OPTIONS(config), config);
