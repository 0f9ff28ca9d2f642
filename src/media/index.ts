export { bytesOf } from './bytes';
export type { OriginalFacts, PreparedImage, Rendition } from './prepareImage';
export { type AcceptedUpload, type PreparedUpload, prepareUpload } from './prepareUpload';
export type { PreparedVideo } from './prepareVideo';
