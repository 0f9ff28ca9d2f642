import { beforeAll, describe, expect, it } from 'vitest';
import { bootPayload } from '../setup';
import { databaseKinds } from '../setup/boot';
import { namedBy, type Place, pathOf, placesOf } from './bound/places';
import { tryEach, tryTogether, type Verdict } from './bound/trial';
import { aWorld, type World } from './bound/world';

const noDoor = 'Only the product writes it: what a door brings is dropped.';
const fact = 'A fact of the file: no door writes it, and another file has another SHA-256, which is bound.';
const plan =
  'It says when cards fit, not what they show: a fence voids what was decided, and all is planned anew.';
const order = 'The order carries no meaning, and the view has one of its own (src/core/approval/RULES.md 3).';
const people = 'Who posts for the feed, not what: people come and go without a change of what is handed out.';
const goods = 'Kept for whoever plans: copy takes nothing of it, and pictures of a post are its own.';
const occasion = 'Says in the calendar what a post is for: copy takes nothing of it.';

/** Reasons of what no door writes at all, which is tried too. */
const written: ReadonlySet<string> = new Set([noDoor, fact]);

/**
 * What may change under an approval, each with its reason: the name of a field, or of one way to change it. A new
 * field is bound to approvals (src/core/approval/view.ts, src/core/launch/view.ts) or has its reason here.
 */
const nobodyOutsideSees: Readonly<Record<string, string>> = {
  'posts.title': 'Shown in the admin alone, to find the post again.',
  'posts.occasion': occasion,
  'posts.launchStep': 'Which step it was made from: what that step says stands in the post itself.',
  'posts.audience.segments (another order)': order,
  'posts.variants (another order)': order,
  'posts.variants.segments (another order)': order,
  'posts.feeds (another order)': order,
  'posts.status': noDoor,
  'posts.statusReason': noDoor,
  'posts.cards': noDoor,
  'posts.contentHash': noDoor,
  'posts.replaces': noDoor,
  'posts.statusWords': noDoor,
  'posts.cardStates': noDoor,
  'posts.stateToken': noDoor,
  'posts.changedBy': noDoor,
  'posts.inFlight': noDoor,

  'media.originalName': fact,
  'media.momentsWidth': fact,
  'media.momentsHeight': fact,
  'media.thumbSha256': fact,
  'media.url': fact,
  'media.thumbnailURL': fact,
  'media.filename': fact,
  'media.mimeType': fact,
  'media.filesize': fact,
  'media.width': fact,
  'media.height': fact,

  'launch-scripts.phases.exceptions (another order)': order,
  'launch-scripts.phases.exceptions.feeds (another order)': order,
  'launch-scripts.phases.steps.feeds (another order)': order,
  'launch-scripts.phases.steps.variants.segments (another order)': order,
  'launch-scripts.template': noDoor,
  'launch-scripts.templateHash': noDoor,
  'launch-scripts.status': noDoor,
  'launch-scripts.contentHash': noDoor,
  'launch-scripts.changedBy': noDoor,

  'feeds.pool': plan,
  'feeds.members': people,
  'feeds.teams': people,
  'feeds.quietHours.from': plan,
  'feeds.quietHours.to': plan,
  'feeds.overlap': plan,
  'feeds.leadMinutes': plan,
  'feeds.active': plan,

  'segments.key': 'Its name in addresses and imports: staff and customers know the tag by another.',
  'segment-dimensions.name': 'Shown in the admin alone: staff choose tags, not dimensions.',
  'segment-dimensions.key': 'Its name in addresses and imports.',
  'segment-dimensions.changes': plan,

  'products.tier': goods,
  'products.images': goods,
  'offers.kind': goods,
  'offers.product': goods,
  'offers.validFrom': goods,
  'offers.validTo': goods,
  'offers.terms': goods,

  'occasions.name': occasion,
  'occasions.kind': occasion,
  'occasions.date': occasion,
  'occasions.rule': occasion,
  'occasions.leadDays': occasion,

  'cap-rules.enabled': plan,
  'cap-rules.limit': plan,
  'cap-rules.minGapMinutes': plan,
  'cap-rules.feeds (another order)': order,
  'cap-rules.description': 'A note for whoever sets rules.',
};

const reasonFor = (place: Place): string | undefined =>
  nobodyOutsideSees[place.name] ?? nobodyOutsideSees[pathOf(place)];

/** After these an audience, or an exception, cannot be any more: it has to be mended before anybody approves it. */
const invalid: ReadonlySet<string> = new Set([
  'segments.dimension',
  'segment-dimensions.exclusive',
  'cap-rules.counts',
]);

/** What is wrong with what came of a change, by the name of the field. */
function faults({ place, change, stands, wrong }: Verdict): string[] {
  const reason = reasonFor(place);
  const found = [...wrong];
  if (reason === undefined) {
    if (change !== 'made') found.push(`no other value could be found for it: ${change}`);
    else if (stands)
      found.push('it is neither bound to the approval nor on the list of what nobody outside sees');
  } else {
    if (!stands) found.push('it is on the list, and its change voids the approval');
    if (change === 'made' && written.has(reason)) found.push('a door wrote it');
    if (change !== 'made' && !written.has(reason))
      found.push(`no other value could be found for it: ${change}`);
  }
  return found.map((fault) => `${place.name}: ${fault}`);
}

const atOnce = 10;

const inParts = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / atOnce) }, (_, n) => list.slice(n * atOnce, (n + 1) * atOnce));

/** MongoDB keeps what lies below a field in one value with it, and the stand-in takes its time for each transaction. */
function firstOfEach(places: readonly Place[]): Place[] {
  const seen = new Set<unknown>();
  return places.filter(({ trail: [field] }) => !seen.has(field) && seen.add(field));
}

const isStandIn = (kind: string): boolean => kind === 'mongodb' && !process.env.TEST_MONGODB_URL;

describe.each(databaseKinds)('F15 what changes after its approval (%s)', (kind) => {
  let world: World;
  const standIn = isStandIn(kind);

  const configOf = (slug: string) => world.payload.collections[slug as 'posts'].config;
  const tryAll = async (slug: string): Promise<string[]> => {
    const places = placesOf(configOf(slug));
    const bound = places.filter((place) => reasonFor(place) === undefined);
    // What is dropped on its way in is dropped before any database.
    const free = places.filter((place) => {
      const reason = reasonFor(place);
      return reason !== undefined && !(standIn && written.has(reason));
    });
    const together = await tryTogether(world, free);
    // Which of them it was is seen by changing each alone.
    const unclear = together.filter((verdict) => faults(verdict).length > 0).map(({ place }) => place);
    const parts = inParts([...unclear, ...(standIn ? firstOfEach(bound) : bound)]);
    const each: Verdict[] = [];
    for (const part of parts) each.push(...(await tryEach(world, part, { invalid, anew: !standIn })));
    return each.flatMap(faults);
  };

  beforeAll(async () => {
    const { payload } = await bootPayload({ database: kind });
    payload.logger.level = 'silent';
    world = await aWorld(payload);
  });

  // The hashes are the same on every database; what posts and scripts name is tried again on a real one.
  const slugs = [
    'posts',
    'launch-scripts',
    'media',
    'segments',
    'segment-dimensions',
    'feeds',
    'products',
    'offers',
    'occasions',
    'cap-rules',
  ].slice(0, isStandIn(kind) ? 2 : undefined);

  it.each(slugs)(
    'F15 every field of %s is bound to approvals, or on the list of what nobody outside sees',
    async (slug) => {
      expect(await tryAll(slug)).toEqual([]);
    },
  );

  it('F15 the list names nothing that is not there, and these are all that posts and scripts name', () => {
    const tried = ['posts', 'launch-scripts', 'segment-dimensions', ...namedBy(configOf('posts'))];
    // What a template says was taken over when the script was made of it, and stands there.
    const named = namedBy(configOf('launch-scripts')).filter((slug) => slug !== 'launch-templates');
    const slugs = [...new Set([...tried, ...named])].sort();
    expect(slugs).toEqual([
      'cap-rules',
      'feeds',
      'launch-scripts',
      'media',
      'occasions',
      'offers',
      'posts',
      'products',
      'segment-dimensions',
      'segments',
    ]);
    const places = slugs.flatMap((slug) => placesOf(configOf(slug)));
    const known = new Set(places.flatMap((place) => [place.name, pathOf(place)]));
    expect(Object.keys(nobodyOutsideSees).filter((name) => !known.has(name))).toEqual([]);
  });

  it('F15 a field that is new has a place by itself, wherever it stands', () => {
    const { slug, flattenedFields } = configOf('posts');
    const withOneMore = flattenedFields.map((field) =>
      field.name === 'variants' && field.type === 'array'
        ? {
            ...field,
            flattenedFields: [...field.flattenedFields, { name: 'sticker', type: 'text' } as const],
          }
        : field,
    );
    const [place, ...more] = placesOf({ slug, flattenedFields: withOneMore }).filter(
      ({ name }) => !placesOf(configOf('posts')).some((known) => known.name === name),
    );
    expect([place?.name, more]).toEqual(['posts.variants.sticker', []]);
    const unseen = { place: place as Place, change: 'made', stands: true, wrong: [] } as const;
    expect(faults({ ...unseen, wrong: [] })).toEqual([
      'posts.variants.sticker: it is neither bound to the approval nor on the list of what nobody outside sees',
    ]);
  });
});
