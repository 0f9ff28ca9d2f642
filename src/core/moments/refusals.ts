/** Why a file was not taken. Codes and numbers only; words/media.ts makes sentences of them. */
export type MediaRefusal =
  | { code: 'empty' }
  | { code: 'missing' }
  | { code: 'not-an-image' }
  | { code: 'svg' }
  | { code: 'html' }
  | { code: 'heic' }
  | { code: 'video-format' }
  | { code: 'image-too-large'; limitBytes: number }
  | { code: 'video-too-large'; limitBytes: number }
  | { code: 'too-many-pixels'; width: number; height: number; limitPixels: number }
  | { code: 'too-long'; width: number; height: number; limit: number }
  | { code: 'damaged' }
  | { code: 'too-slow' }
  | { code: 'busy' }
  | { code: 'storage' };

export type MediaRefusalCode = MediaRefusal['code'];

/** The HTTP status that says the same. */
export function refusalStatus(code: MediaRefusalCode): 400 | 413 | 503 {
  switch (code) {
    case 'image-too-large':
    case 'video-too-large':
      return 413;
    case 'busy':
    case 'storage':
      return 503;
    default:
      return 400;
  }
}

/** Where a file may be named, so that it cannot be deleted. */
export type MediaUse = 'posts' | 'products' | 'users' | 'receipts';
