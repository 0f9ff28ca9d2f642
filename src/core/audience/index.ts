export { type CardAudience, type CardsOf, cardsOf } from './cardsOf';
export { describeProfile } from './describe';
export type { AudienceDraft, Dimensions, Segments } from './draft';
export { meetingOf } from './meeting';
export { nameVariants } from './nameVariants';
export {
  type Atom,
  atomOf,
  atomsOf,
  enumerateProfiles,
  mostProfiles,
  type ProfileSet,
  profileAt,
  profileCount,
  type SegmentWorld,
  sizeAt,
  visibleRows,
} from './profiles';
export { audienceKey, isVisible, namedBy } from './visible';
