import type { CollectionConfig } from 'payload';
import { Approvals } from './approvals';
import { AuditLog } from './audit-log';
import { CapRules } from './cap-rules';
import { Comments } from './comments';
import { DecisionLog } from './decision-log';
import { Feeds } from './feeds';
import { Fences } from './fences';
import { Heartbeats } from './heartbeats';
import { inOneLanguage, withoutApiTab } from './labels';
import { LaunchScripts } from './launch-scripts';
import { LaunchTemplates } from './launch-templates';
import { media } from './media';
import { Notices } from './notices';
import { Occasions } from './occasions';
import { Offers } from './offers';
import { Pools } from './pools';
import { Posts } from './posts';
import { Products } from './products';
import { Receipts } from './receipts';
import { Releases } from './releases';
import { Results } from './results';
import { SegmentDimensions } from './segment-dimensions';
import { Segments } from './segments';
import { Teams } from './teams';
import { Users } from './users';

/** In the order of the admin's navigation. */
export const collections: CollectionConfig[] = [
  Posts,
  LaunchScripts,
  LaunchTemplates,
  Occasions,
  CapRules,
  media,
  Products,
  Offers,
  Feeds,
  Pools,
  SegmentDimensions,
  Segments,
  Users,
  Teams,
  Approvals,
  Comments,
  Releases,
  DecisionLog,
  Receipts,
  Results,
  AuditLog,
  Fences,
  Heartbeats,
  Notices,
]
  .map(inOneLanguage)
  .map(withoutApiTab);
