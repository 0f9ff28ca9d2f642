import { z } from 'zod';

/** Where MongoDB or the SQLite file is; the default is a file below data/. */
const databaseUrl = z
  .string()
  .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'must begin with file: or mongodb://')
  .default('file:./data/moments.db');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: databaseUrl,
  PAYLOAD_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  PORT: z.coerce.number().int('must be a whole number').min(1).max(65535).default(3000),
  SERVER_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, e.g. https://desk.example.com' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MEDIA_DIR: z.string().min(1).default('./data/media'),
  SCHEDULER: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  SEED: z.enum(['demo', 'none'], { error: 'must be demo or none' }).optional(),
  SEED_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  /** Set by a reverse proxy's operator: forwarding headers are then believed. */
  TRUST_PROXY: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  /** Filled by the start command: further origins (addresses in the local network) that browsers use. */
  LAN_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean)),
});

export type Env = z.infer<typeof schema> & { PAYLOAD_SECRET: string };

/**
 * Reads and checks every variable in one place.
 * @throws an Error whose message is one sentence for each wrong variable, naming it and why it is wrong.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} is wrong: ${issue.message}.`).join('\n'),
    );
  }
  const { PAYLOAD_SECRET: secret, ...rest } = parsed.data;
  // `next build` evaluates the configuration without ever signing anything with it.
  const building = source.NEXT_PHASE === 'phase-production-build';
  if (!secret && rest.NODE_ENV === 'production' && !building) {
    throw new Error(
      'PAYLOAD_SECRET is missing: production needs one of at least 16 characters, kept the same between starts.',
    );
  }
  return { ...rest, PAYLOAD_SECRET: secret ?? 'not-a-secret-for-development-only' };
}

export const env: Env = readEnv(process.env);
