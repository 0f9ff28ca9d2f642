export { bytesOf } from './bytes';
export { mediaLimits, uploadLimits } from './limits';
export { type OriginalFacts, type PreparedImage, prepareImage, type Rendition } from './prepareImage';
export { type AcceptedUpload, type PreparedUpload, prepareUpload } from './prepareUpload';
export { type PreparedVideo, prepareVideo } from './prepareVideo';
