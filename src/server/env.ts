import { z } from 'zod';
import { isLoopback } from './mail/loopback';

/** Where MongoDB or the SQLite file is; the default is a file below data/. */
const databaseUrl = z
  .string()
  .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'must begin with file: or mongodb://')
  .default('file:./data/moments.db');

/** How mail gets out. The sentence never repeats the address: a password is in it. */
const smtpUrl = z.string().refine(isSmtpAddress, {
  error: 'must be like smtps://user:password@mail.example.com:465, with %40 for an @ in the user',
});

/** `desk@example.com`, or `Moments Desk <desk@example.com>`; in a name no sign that has a meaning in the line. */
const address = /[^\s<>",;@]+@[^\s<>",;@]+/.source;
const sender = z
  .string()
  .regex(
    new RegExp(`^(?:${address}|(?:[^<>",;:@\\p{Cc}]* )?<${address}>)$`, 'u'),
    'must be an address, e.g. desk@example.com or Moments Desk <desk@example.com>',
  );

/** Of a group robot: whoever knows it can write into the group, so the sentence never repeats it. */
const robotUrl = (key: string) =>
  z.string().refine((text) => isWebAddress(text) && new URL(text).searchParams.get(key), {
    error: `must be the whole https address that the group shows for its robot, with ${key}= in it`,
  });

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
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: sender.optional(),
  WECOM_ROBOT_URL: robotUrl('key').optional(),
  DINGTALK_ROBOT_URL: robotUrl('access_token').optional(),
  DINGTALK_ROBOT_SECRET: z.string().min(8, 'must be the secret that the robot shows for signing').optional(),
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
  const [problem] = togetherProblems(parsed.data);
  if (problem) throw new Error(problem);
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

/** What is wrong between variables that are right each by itself. */
function togetherProblems(given: z.infer<typeof schema>): string[] {
  const { SMTP_URL, MAIL_FROM, DINGTALK_ROBOT_URL, DINGTALK_ROBOT_SECRET } = given;
  return [
    ...(SMTP_URL && !MAIL_FROM ? ['MAIL_FROM is missing: with SMTP_URL, say who the mails come from.'] : []),
    ...(DINGTALK_ROBOT_SECRET && !DINGTALK_ROBOT_URL
      ? ['DINGTALK_ROBOT_URL is missing: DINGTALK_ROBOT_SECRET signs what is sent there.']
      : []),
    ...(['WECOM_ROBOT_URL', 'DINGTALK_ROBOT_URL'] as const).flatMap((name) =>
      given[name] && !isSafeAddress(given[name], given.NODE_ENV) ? [`${name} is wrong: must be https.`] : [],
    ),
  ];
}

/** Tests speak to a stand-in on this machine; everything else is encrypted. */
const isSafeAddress = (address: string, mode: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (mode === 'test' && isLoopback(hostname));
};

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function isSmtpAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '') return false;
  return (username === '') === (password === '') && isDecodable(username) && isDecodable(password);
}

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

export const env: Env = readEnv(process.env);
