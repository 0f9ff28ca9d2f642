/**
 * The reviewed table: what each role may do, and what becomes of each field. The tests compare it with what
 * the running product answers, over REST and GraphQL. A collection, global or field that is not here fails.
 *
 * rights: C R U D; small letters reach one's own (or one's team's) documents only; `-` is refused. These
 * people have no team; what a team changes is in teams.test.ts. Nobody inactive or anonymous has any.
 * open: fields that follow their document. closed: `system` is read by those who read the document and
 * written by the product alone; `hidden` is neither; else each role with the first letters of create, read,
 * update on somebody else's document.
 */
export interface Row {
  rights: Record<'admin' | 'editor' | 'manager' | 'staff', string>;
  open: string;
  closed: Record<string, string>;
}

export const table: Record<string, Row> = {
  posts: {
    rights: { admin: '-R--', editor: 'CRUD', manager: 'CRUD', staff: '----' },
    open: `
      title kind body images video link linkTitle firstComments firstComments.text firstComments.id
      copyMode guidance product offer occasion audience audience.visibility audience.segments variants
      variants.key variants.segments variants.body variants.images variants.firstComments
      variants.firstComments.text variants.firstComments.id variants.id feeds scheduledAt expiresAt
      onConflict onLate priority dayBound launchScript launchStep updatedAt createdAt`,
    closed: {
      status: 'system',
      statusReason: 'system',
      cards: 'system',
      contentHash: 'system',
      replaces: 'system',
      statusWords: 'hidden',
      cardStates: 'hidden',
      changedBy: 'hidden',
      inFlight: 'hidden',
      stateToken: 'hidden',
    },
  },
  'launch-scripts': {
    rights: { admin: '-R--', editor: 'CRU-', manager: 'CRU-', staff: '----' },
    open: `
      name product offer launchAt timezone phases phases.key phases.name phases.exceptions
      phases.exceptions.rule phases.exceptions.feeds phases.exceptions.from phases.exceptions.to
      phases.exceptions.limit phases.exceptions.minGapMinutes phases.exceptions.quietHours
      phases.exceptions.reason phases.exceptions.id phases.steps phases.steps.key
      phases.steps.offsetDays phases.steps.time phases.steps.offsetMinutes phases.steps.kind
      phases.steps.feeds phases.steps.title phases.steps.body phases.steps.variants
      phases.steps.variants.key phases.steps.variants.segments phases.steps.variants.body
      phases.steps.variants.id phases.steps.firstComments phases.steps.firstComments.text
      phases.steps.firstComments.id phases.steps.guidance phases.steps.id phases.steps.titleEn phases.steps.channels phases.steps.flash phases.steps.pictures
      phases.steps.images phases.steps.copyMode phases.steps.staffGuidance
      phases.steps.variants.firstComments phases.steps.variants.firstComments.text
      phases.steps.variants.firstComments.id
      phases.nameEn phases.guidance phases.required phases.kinds
      phases.maxSales phases.minGapMinutes phases.id posts updatedAt
      createdAt`,
    closed: {
      status: 'system',
      contentHash: 'system',
      changedBy: 'hidden',
      template: 'system',
      templateHash: 'hidden',
    },
  },
  'launch-templates': {
    rights: { admin: 'CRUD', editor: 'CRUD', manager: 'CRUD', staff: '----' },
    open: `
      name nameEn description phases phases.key phases.name phases.exceptions phases.exceptions.rule
      phases.exceptions.feeds phases.exceptions.fromDays phases.exceptions.fromTime
      phases.exceptions.toDays phases.exceptions.toTime phases.exceptions.limit
      phases.exceptions.minGapMinutes phases.exceptions.quietHours phases.exceptions.reason
      phases.exceptions.id phases.steps phases.steps.key phases.steps.offsetDays phases.steps.time
      phases.steps.offsetMinutes phases.steps.kind phases.steps.feeds phases.steps.title
      phases.steps.body phases.steps.variants phases.steps.variants.key phases.steps.variants.segments
      phases.steps.variants.body phases.steps.variants.id phases.steps.firstComments
      phases.steps.firstComments.text phases.steps.firstComments.id phases.steps.guidance
      phases.steps.id phases.steps.titleEn phases.steps.channels phases.steps.flash phases.steps.pictures
      phases.steps.images phases.steps.copyMode phases.steps.staffGuidance
      phases.steps.variants.firstComments phases.steps.variants.firstComments.text
      phases.steps.variants.firstComments.id
      phases.nameEn phases.guidance phases.required phases.kinds
      phases.maxSales phases.minGapMinutes phases.id updatedAt createdAt`,
    closed: { status: 'system', contentHash: 'system', changedBy: 'hidden' },
  },
  occasions: {
    rights: { admin: 'CRUD', editor: 'CRUD', manager: 'CRUD', staff: '----' },
    open: 'name kind date rule leadDays updatedAt createdAt',
    closed: {},
  },
  'cap-rules': {
    rights: { admin: '-R--', editor: '-R--', manager: 'CRUD', staff: '----' },
    open: `
      name enabled kinds feeds channels counts scope window window.unit window.hours limit
      minGapMinutes description updatedAt createdAt`,
    closed: {},
  },
  media: {
    rights: { admin: 'CRUD', editor: 'CRU-', manager: 'CRU-', staff: '----' },
    open: 'alt updatedAt createdAt url thumbnailURL filename mimeType filesize width height',
    closed: {
      originalName: 'system',
      momentsWidth: 'system',
      momentsHeight: 'system',
      sha256: 'system',
      thumbSha256: 'system',
    },
  },
  products: {
    rights: { admin: 'CRU-', editor: 'CRU-', manager: 'CRU-', staff: '----' },
    open: 'name tier price link images updatedAt createdAt',
    closed: {},
  },
  offers: {
    rights: { admin: 'CRUD', editor: 'CRU-', manager: 'CRU-', staff: '----' },
    open: 'name kind product validFrom validTo code terms updatedAt createdAt',
    closed: {},
  },
  feeds: {
    rights: { admin: 'CRU-', editor: '-R--', manager: 'CRU-', staff: '----' },
    open: `
      name channel timezone pool members teams quietHours quietHours.from quietHours.to overlap
      leadMinutes targets active updatedAt createdAt`,
    closed: {},
  },
  pools: {
    rights: { admin: 'CRU-', editor: '-R--', manager: '-R--', staff: '----' },
    open: 'name timezone updatedAt createdAt',
    closed: {},
  },
  'segment-dimensions': {
    rights: { admin: 'CRU-', editor: '-R--', manager: 'CRU-', staff: '----' },
    open: 'name key exclusive changes updatedAt createdAt',
    closed: {},
  },
  segments: {
    rights: { admin: 'CRU-', editor: '-R--', manager: 'CRU-', staff: '----' },
    open: 'name key dimension wechatTag updatedAt createdAt',
    closed: {},
  },
  users: {
    rights: { admin: 'CRU-', editor: '-Ru-', manager: 'CRU-', staff: '-ru-' },
    open: `
      profile.wechatId profile.storeName profile.qr profile.couponCode updatedAt createdAt sessions.id
      sessions.createdAt sessions.expiresAt`,
    closed: {
      name: 'admin:cru editor:r manager:cru staff:r',
      roles: 'admin:cru editor:r manager:cr staff:r',
      active: 'admin:cru editor:r manager:cru staff:r',
      team: 'admin:cru editor:r manager:cru staff:r',
      locale: 'admin:cru editor:r manager:cru staff:r',
      profile: 'admin:cru editor:- manager:cru staff:-',
      enableAPIKey: 'admin:cru editor:- manager:- staff:-',
      apiKey: 'admin:cu editor:- manager:- staff:-',
      apiKeyIndex: 'admin:cu editor:- manager:- staff:-',
      hasAPIKey: 'admin:cru editor:cu manager:cu staff:cu',
      email: 'admin:cru editor:- manager:cru staff:-',
      username: 'admin:cru editor:- manager:cru staff:-',
      resetPasswordToken: 'hidden',
      resetPasswordExpiration: 'hidden',
      salt: 'hidden',
      hash: 'hidden',
      sessions: 'hidden',
    },
  },
  teams: {
    rights: { admin: 'CRU-', editor: '-R--', manager: '-R--', staff: '----' },
    open: 'name updatedAt createdAt',
    closed: {},
  },
  approvals: {
    rights: { admin: '-R--', editor: '-R--', manager: '-R--', staff: '----' },
    open: 'subject n contentHash frameHash decision by byName comment at covers scheduledAt view',
    // Of a team: nobody (launchEdges.test.ts).
    closed: { evidence: 'admin:cru editor:cru manager:cru staff:cu' },
  },
  comments: {
    rights: { admin: '-R--', editor: '-R--', manager: '-R--', staff: '----' },
    open: 'subject step text by byName mentions at',
    closed: {},
  },
  releases: {
    rights: { admin: '-R--', editor: '-R--', manager: '-R--', staff: '----' },
    open: `
      log seq type key at by reason feed card post variantKey kind outcome audience content approval
      contentHash slots dueAt plannedAt releasedAt localDate recalledAt`,
    closed: {},
  },
  receipts: {
    rights: { admin: '-R--', editor: '----', manager: '-R--', staff: '-r--' },
    open: 'key release staff state reason at proof',
    closed: {},
  },
  results: {
    rights: { admin: '-R--', editor: '-R--', manager: 'CRUD', staff: '----' },
    open: 'release staff likes comments orders revenue source updatedAt createdAt',
    closed: {},
  },
  'audit-log': {
    rights: { admin: '-R--', editor: '----', manager: '-R--', staff: '----' },
    open: 'n at actor action subject changes previousHash hash',
    closed: {},
  },
  fences: {
    rights: { admin: '-R--', editor: '----', manager: '----', staff: '----' },
    open: 'key logs reason by at done',
    closed: {},
  },
  heartbeats: {
    rights: { admin: '-R--', editor: '-R--', manager: '-R--', staff: '----' },
    open: 'process at passedAt milliseconds released deferred held ended problem',
    closed: {},
  },
  'decision-log': {
    rights: { admin: '-R--', editor: '-R--', manager: '-R--', staff: '----' },
    open: `
      key at what log seq readTo n card post feed variantKey approval title plannedAt before lateMinutes why
      slots by byName`,
    closed: {},
  },
  notices: {
    rights: { admin: '-R--', editor: '----', manager: '----', staff: '----' },
    open: 'key topic kind to urgency words link about at state nextAt tries triedAt sentAt via problem',
    closed: {},
  },
  'payload-kv': {
    rights: { admin: '----', editor: '----', manager: '----', staff: '----' },
    open: 'key data',
    closed: {},
  },
  'payload-locked-documents': {
    rights: { admin: 'CRUD', editor: 'CRUD', manager: 'CRUD', staff: '----' },
    open: 'document globalSlug user updatedAt createdAt',
    closed: {},
  },
  'payload-preferences': {
    rights: { admin: 'Crud', editor: 'Crud', manager: 'Crud', staff: '----' },
    open: 'user key value updatedAt createdAt',
    closed: {},
  },
  'payload-migrations': {
    rights: { admin: '----', editor: '----', manager: '----', staff: '----' },
    open: 'name batch updatedAt createdAt',
    closed: {},
  },
  settings: {
    rights: { admin: 'RU', editor: 'R-', manager: 'RU', staff: '--' },
    open: `
      brand timezone graceMinutes deferDays approverMustDiffer approvalCovers kindTargets
      kindTargets.persona kindTargets.knowledge kindTargets.sales digestTimes digestTimes.first
      digestTimes.second fold fold.lines fold.charsPerLine
      updatedAt createdAt`,
    closed: {
      stopped: 'system',
      stoppedAt: 'system',
      stoppedBy: 'system',
      stoppedByName: 'system',
      stoppedReason: 'system',
    },
  },
};
