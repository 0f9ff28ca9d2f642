/**
 * The same memory as a plain byte array, nothing copied. The installed types of Node say that a Buffer is not
 * one, because they are older than TypeScript's distinction between kinds of array buffers.
 */
export const bytesOf = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
