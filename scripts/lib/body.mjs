/** Bodies that pass their limit on the way, and answers to those that were never going to be read. */

/** How long a refused client may go on sending before its connection is cut: long enough to read the answer. */
const lingerMs = 2000;

/** Answers at once and throws away what is still coming. */
export function answerAndClose(req, res, { status, body }) {
  if (res.headersSent || res.destroyed) {
    req.destroy();
    return;
  }
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  res.end(body);
  // Closing with unread data in the socket resets the connection, and the client loses the answer.
  req.resume();
  const cut = setTimeout(() => req.destroy(), lingerMs);
  cut.unref();
  req.once('close', () => clearTimeout(cut));
}

/**
 * Counts what really arrives, for bodies that declare no length or a false one. `push` is where the
 * parser hands over each piece, so this neither starts the stream nor takes part in its back-pressure.
 * @param onExceed called once; nothing after the limit reaches a reader.
 */
export function limitBody(req, limit, onExceed) {
  let received = 0;
  let exceeded = false;
  const push = req.push;
  req.push = function counted(chunk, encoding) {
    if (chunk) received += chunk.length;
    if (received <= limit) return push.call(this, chunk, encoding);
    if (!exceeded) {
      exceeded = true;
      onExceed();
    }
    return true;
  };
}
