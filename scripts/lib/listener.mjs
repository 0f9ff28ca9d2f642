/** What stands between the network and Next, wired together. */
import { answerAndClose, limitBody } from './body.mjs';
import { bodyLimit, cleanHeaders, refuse, tooLarge } from './requests.mjs';

/**
 * Adds the headers at the last moment, where the handler has not set its own: Next leaves out a header of an
 * answer that is there already, and would drop the stricter policies of the desk and of files.
 */
function secure(res, headers) {
  const { writeHead } = res;
  res.writeHead = (...args) => {
    for (const [name, value] of Object.entries(headers)) if (!res.hasHeader(name)) res.setHeader(name, value);
    return writeHead.apply(res, args);
  };
}

/** The listener for `request` and `checkContinue`: gates first, then `handle`, with security headers on every answer. */
export function listener({ handle, origins, security, trustProxy }) {
  return (req, res) => {
    secure(res, security);
    const { method = 'GET', url = '/', headers } = req;
    const refused = refuse({ method, url, headers, origins });
    if (refused) {
      answerAndClose(req, res, refused);
      return;
    }
    cleanHeaders(headers, { method, peer: req.socket.remoteAddress ?? '', trustProxy });
    limitBody(req, bodyLimit(headers), () => answerAndClose(req, res, tooLarge(headers)));
    if (req.expectsContinue) res.writeContinue();
    handle(req, res).catch((error) => {
      console.error(error);
      if (!res.headersSent)
        answerAndClose(req, res, { status: 500, body: '{"errors":[{"message":"Something went wrong."}]}' });
    });
  };
}
