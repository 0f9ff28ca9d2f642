import type { SanitizedCollectionConfig } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp, whos } from './app';
import { fieldRights } from './fields';
import { another, type Id, oneOfEach } from './fixtures';
import {
  graphqlGlobalRights,
  graphqlRights,
  type Rights,
  restGlobalRights,
  restRights,
  type Schema,
} from './observe';
import { table } from './table';

/** F20 of tests/fault/README.md: in Payload access that is left unsaid means any signed-in user. */
describe('the access table', () => {
  let app: App;
  let made: Map<string, Id>;
  let schema: Schema;

  beforeAll(async () => {
    app = await openApp('sqlite');
    await app.graphql('{ __typename }');
    schema = (globalThis as unknown as { _payload_graphql: { graphql: { schema: Schema } } })._payload_graphql
      .graphql.schema;
    made = await oneOfEach(app);
  });

  const collection = (slug: string): SanitizedCollectionConfig => {
    const found = app.payload.config.collections.find((config) => config.slug === slug);
    if (found === undefined) throw new Error(`There is no collection ${slug}.`);
    return found;
  };
  const isGlobal = (slug: string) => app.payload.config.globals.some((config) => config.slug === slug);
  const expected = (slug: string, who: string): Rights => {
    const rights = table[slug]?.rights;
    return rights && who in rights ? rights[who as keyof typeof rights] : isGlobal(slug) ? '--' : '----';
  };

  it('has a row for every collection and global that was built, and no other', () => {
    const built = [...app.payload.config.collections, ...app.payload.config.globals].map(({ slug }) => slug);
    expect(Object.keys(table).sort()).toEqual(built.sort());
  });

  it('is about collections and globals that state all their access, Payload’s own included', () => {
    for (const { slug, access } of app.payload.config.collections) {
      for (const key of ['create', 'read', 'update', 'delete', 'readVersions', 'unlock'] as const) {
        expect(access[key], `${slug}.${key}`).toBeTypeOf('function');
        // Payload's default is any signed-in user, of whatever kind.
        expect(String(access[key]), `${slug}.${key}`).not.toMatch(/Boolean\(user\)|user\.collection ===/);
      }
    }
    for (const { slug, access } of app.payload.config.globals) {
      for (const key of ['read', 'update', 'readVersions'] as const) {
        expect(access[key], `${slug}.${key}`).toBeTypeOf('function');
        expect(String(access[key]), `${slug}.${key}`).not.toMatch(/Boolean\(user\)/);
      }
    }
  });

  it.each(Object.keys(table))('names every field of %s, and what may be done with it', async (slug) => {
    const config = isGlobal(slug)
      ? app.payload.config.globals.find((global) => global.slug === slug)
      : collection(slug);
    if (config === undefined) throw new Error(`There is no ${slug}.`);
    const { open = '', closed = {} } = table[slug] ?? {};
    const reviewed = Object.fromEntries(
      open
        .split(/\s+/)
        .filter(Boolean)
        .map((field) => [field, 'open']),
    );
    expect(await fieldRights(config)).toEqual({ ...reviewed, ...closed });
  });

  it.each(Object.keys(table))('is what REST and GraphQL do with %s, for everybody', async (slug) => {
    for (const who of whos) {
      const rights = expected(slug, who);
      if (isGlobal(slug)) {
        expect(await restGlobalRights({ app, who }, slug), `${who} over REST`).toBe(rights);
        expect(await graphqlGlobalRights({ app, who }, slug, schema), `${who} over GraphQL`).toBe(rights);
        continue;
      }
      const config = collection(slug);
      const probe = {
        app,
        who,
        config,
        fixture: made.get(slug) ?? 0,
        spare: () => another(app, config, made),
      };
      expect(await restRights(probe), `${who} over REST`).toBe(rights);
      if (config.graphQL === false) continue;
      expect(await graphqlRights(probe, schema), `${who} over GraphQL`).toBe(rights.replace(/[ud]/g, '-'));
    }
  });
});
