import { formatNames, type SanitizedCollectionConfig } from 'payload';
import { type Answer, type App, password, type Who } from './app';
import type { Id } from './fixtures';

/** What somebody may do to documents of a collection: C R U D; small: to own ones only; `-`: refused. */
export type Rights = string;

interface Probe {
  app: App;
  who: Who;
  config: SanitizedCollectionConfig;
  /** A document that does not belong to the one who asks. */
  fixture: Id;
  /** Makes another such document, to be deleted. */
  spare: () => Promise<Id>;
}

const refused = (answer: Answer): boolean => [401, 403, 404].includes(answer.status);

const tokenOf = ({ app, who }: Probe): { as?: string } =>
  who === 'anonymous' ? {} : { as: app.tokens[who] };

/** Nothing has this id, on either database. */
export const noId = (app: App): Id => (app.kind === 'mongodb' ? '000000000000000000000000' : 999_999_999);

export async function restRights(probe: Probe): Promise<Rights> {
  const { app, config, fixture } = probe;
  const path = `/${config.slug}`;
  const as = tokenOf(probe);
  const none = `where[id][equals]=${noId(app)}`;
  const list = await app.rest('GET', `${path}?limit=1&depth=0`, as);
  const one = await app.rest('GET', `${path}?limit=1&depth=0&where[id][equals]=${fixture}`, as);
  const count = await app.rest('GET', `${path}/count`, as);
  const create = await app.rest('POST', path, { ...as, body: needed(config) });
  const bulkUpdate = await app.rest('PATCH', `${path}?${none}`, { ...as, body: {} });
  const update = await app.rest('PATCH', `${path}/${fixture}`, { ...as, body: {} });
  const bulkDelete = await app.rest('DELETE', `${path}?${none}`, as);
  const remove = await app.rest('DELETE', `${path}/${await probe.spare()}`, as);
  noAccident([list, one, count, create, bulkUpdate, update, bulkDelete, remove], probe);
  if (refused(list) !== refused(count)) throw new Error(`${config.slug}: list and count differ.`);
  return [
    letter('c', !refused(create), !refused(create)),
    letter('r', !refused(list), one.body.totalDocs === 1),
    letter('u', !refused(bulkUpdate), !refused(update)),
    letter('d', !refused(bulkDelete), !refused(remove)),
  ].join('');
}

/** Without a name Payload ends a request for an account before it asks who makes it. */
function needed({ slug }: SanitizedCollectionConfig): Record<string, string> {
  return slug === 'users'
    ? { name: 'probe', username: `probe-${Math.floor(performance.now() * 1000)}`, password }
    : {};
}

/**
 * The same through GraphQL, with the names that Payload gave to the collection's operations. What reaches
 * own documents only cannot be told apart there from what is refused, and is `-`.
 */
export async function graphqlRights(probe: Probe, schema: Schema): Promise<Rights> {
  const { app, config, fixture } = probe;
  const names = namesOf(config);
  const as = tokenOf(probe);
  const id = (value: Id): string => JSON.stringify(value);
  const ask = async (kind: 'query' | 'mutation', call: string, result = '{ id }') => {
    const answer = await app.graphql(`${kind} { x: ${call} ${result} }`, as);
    noAccident([answer], probe);
    return !isForbidden(answer, call);
  };
  const data = withNeeded(sampleInput(schema, `create${names.singular}`), config);
  const changes = sampleInput(schema, `update${names.singular}`);
  const found = await app.graphql(`query { x: ${names.singular}(id: ${id(fixture)}) { id } }`, as);
  const visible = (found.body.data as { x?: unknown } | null | undefined)?.x != null;
  return [
    letter2('c', await ask('mutation', `create${names.singular}(data: ${data})`)),
    letter('r', await ask('query', `${names.plural}(limit: 1)`, '{ totalDocs }'), visible),
    letter2('u', await ask('mutation', `update${names.singular}(id: ${id(fixture)}, data: ${changes})`)),
    letter2('d', await ask('mutation', `delete${names.singular}(id: ${id(await probe.spare())})`)),
  ].join('');
}

function letter(small: string, some: boolean, every: boolean): string {
  if (!some) return '-';
  return every ? small.toUpperCase() : small;
}

const letter2 = (small: string, may: boolean): string => letter(small, may, may);

/** An answer of 5xx, or one that tells of the database, is a fault whoever asks. */
function noAccident(answers: Answer[], { config, who }: Probe): void {
  for (const { status, text } of answers) {
    const told = /SQLITE|drizzle|Failed query|MongoServer|stack/.test(text);
    if (status >= 500 || told) throw new Error(`${config.slug} as ${who}: ${status} ${text.slice(0, 500)}`);
  }
}

/** Refused by access; not found, or wrong values, is something else. */
function isForbidden({ body }: Answer, call: string): boolean {
  const errors = (body.errors ?? []) as { message: string; extensions?: { statusCode?: number } }[];
  const broken = errors.find(({ extensions }) => extensions?.statusCode === undefined);
  if (broken) throw new Error(`${call}: ${broken.message}`);
  return errors.some(({ extensions }) => [401, 403].includes(extensions?.statusCode ?? 0));
}

function namesOf({ slug }: SanitizedCollectionConfig): { singular: string; plural: string } {
  const { singular, plural } = formatNames(slug);
  return { singular, plural: singular === plural ? `all${singular}` : plural };
}

function withNeeded(data: string, config: SanitizedCollectionConfig): string {
  const more = Object.entries(needed(config))
    .filter(([name]) => name === 'username')
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return data.replace(/ }$/, ` ${more.join(' ')} }`);
}

/** R and U of a global, over REST. */
export async function restGlobalRights(
  { app, who }: Pick<Probe, 'app' | 'who'>,
  slug: string,
): Promise<Rights> {
  const as = who === 'anonymous' ? {} : { as: app.tokens[who] };
  const read = await app.rest('GET', `/globals/${slug}`, as);
  const update = await app.rest('POST', `/globals/${slug}`, { ...as, body: {} });
  return letter2('r', !refused(read)) + letter2('u', !refused(update));
}

/** R and U of a global, over GraphQL. */
export async function graphqlGlobalRights(
  { app, who }: Pick<Probe, 'app' | 'who'>,
  slug: string,
  schema: Schema,
): Promise<Rights> {
  const as = who === 'anonymous' ? {} : { as: app.tokens[who] };
  const name = formatNames(slug).singular;
  const read = await app.graphql(`query { x: ${name} { createdAt } }`, as);
  const update = await app.graphql(
    `mutation { x: update${name}(data: ${sampleInput(schema, `update${name}`)}) { createdAt } }`,
    as,
  );
  return letter2('r', !isForbidden(read, name)) + letter2('u', !isForbidden(update, name));
}

/** The smallest value that a mutation's `data` may have. */
function sampleInput(schema: Schema, mutation: string): string {
  const type = schema.getMutationType().getFields()[mutation];
  const data = type?.args.find(({ name }) => name === 'data');
  if (data === undefined) throw new Error(`There is no ${mutation} in the schema.`);
  return literal(data.type);
}

/** What is needed of GraphQL's types. By name, because Payload has loaded a copy of the package of its own. */
interface Type {
  name: string;
  ofType: Type;
  constructor: { name: string };
  getValues(): { name: string }[];
  getFields(): Record<string, { name: string; type: Type; args: { name: string; type: Type }[] }>;
}

export interface Schema {
  getMutationType(): Type;
}

function literal(type: Type): string {
  switch (type.constructor.name) {
    case 'GraphQLNonNull':
      return literal(type.ofType);
    case 'GraphQLList':
      return '[]';
    case 'GraphQLEnumType':
      return type.getValues()[0]?.name ?? 'null';
    case 'GraphQLInputObjectType': {
      const needed = Object.values(type.getFields()).filter(
        (field) => field.type.constructor.name === 'GraphQLNonNull',
      );
      return `{ ${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
    }
    default:
      return samples[type.name] ?? '"sample"';
  }
}

const samples: Record<string, string> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2026-11-22T00:00:00.000Z"',
  EmailAddress: '"sample@access.test"',
  JSON: '{}',
};
