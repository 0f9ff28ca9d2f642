/**
 * What the server decides about a request before Next sees it. All pure: the request's parts go in, a
 * refusal or the headers come out. These are first gates only; every handler checks again for itself.
 */

/** A photo of a modern phone is 3 to 12 MB, a short video up to 25 MB. */
export const maxUploadBytes = 30 * 1024 * 1024;
/** Everything that is not an upload: a post with all its variants is under 100 kB. */
export const maxBodyBytes = 2 * 1024 * 1024;
/** The admin moves longer queries into a body. Node itself ends headers of more than 16 kB with 431. */
export const maxUrlLength = 8192;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const words = {
  zh: {
    origin: '这个请求不是从本系统的页面发出的，已拒绝。请回到本系统的页面再操作。',
    upload: '文件太大：一次最多上传 30 MB。请压缩后再试。',
    body: '提交的内容太大：最多 2 MB。请减少内容后再试。',
    url: '网址太长，请缩小查询范围。',
    path: '没有这个地址。',
  },
  en: {
    origin:
      'This request did not come from a page of this system and was refused. Go back to its page and try again.',
    upload: 'The file is too large: at most 30 MB can be uploaded at once. Make it smaller and try again.',
    body: 'The request is too large: at most 2 MB. Send less at once.',
    url: 'The address is too long: narrow the query.',
    path: 'There is no such address.',
  },
};

/** The language of a refusal: the one that was chosen on a page, else the browser's, else Chinese. */
export function languageOf({ cookie = '', 'accept-language': accepted = '' }) {
  const chosen = /(?:^|;\s*)payload-lng=(zh|en)/.exec(cookie)?.[1];
  if (chosen) return chosen;
  const first = /\b(zh|en)\b/i.exec(accepted)?.[1];
  return first?.toLowerCase() === 'en' ? 'en' : 'zh';
}

/** Payload's shape of an error. */
const refusal = (status, code, headers) => ({
  status,
  body: JSON.stringify({ errors: [{ message: words[languageOf(headers)][code] }] }),
});

/** How many bytes the body of a request with these headers may have. */
export const bodyLimit = (headers) =>
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '') ? maxUploadBytes : maxBodyBytes;

export const tooLarge = (headers) =>
  refusal(413, bodyLimit(headers) === maxUploadBytes ? 'upload' : 'body', headers);

/** Exactly the origins under which pages of this system are served. */
export function allowedOrigins({ port, serverUrl, addresses }) {
  const hosts = ['localhost', '127.0.0.1', '[::1]', ...addresses];
  const origins = hosts.map((host) => new URL(`http://${host}:${port}`).origin);
  if (serverUrl) origins.push(new URL(serverUrl).origin);
  return [...new Set(origins)];
}

const carriesSession = ({ cookie = '' }) => /(?:^|;\s*)payload-token=/.test(cookie);

/**
 * Browsers send the session cookie whoever made the page, and name the page's origin with every request
 * that may change something. Clients that sign in by header (integrators) carry no ambient rights.
 */
function foreign({ method, headers, origins }) {
  if (safeMethods.has(method) || headers.authorization || !carriesSession(headers)) return false;
  return !origins.includes(headers.origin);
}

/** Next fails at a path that is no UTF-8, in English and with 500. */
function isReadable(url) {
  try {
    decodeURIComponent(url.split('?', 1)[0]);
    return true;
  } catch {
    return false;
  }
}

/** @returns { status, body } to answer at once, or undefined to go on. */
export function refuse({ method, url, headers, origins }) {
  if (url.length > maxUrlLength) return refusal(414, 'url', headers);
  if (!isReadable(url)) return refusal(400, 'path', headers);
  if (foreign({ method, headers, origins })) return refusal(403, 'origin', headers);
  const declared = Number(headers['content-length'] ?? 0);
  if (declared > bodyLimit(headers)) return tooLarge(headers);
  return undefined;
}

/** Set by proxies and by Next for itself; from a client they are forged (CVE-2025-29927 and its kin). */
const internal = /^x-(middleware|invoke|next|nextjs|now|vercel|matched|prerender)-|^x-matched-path$/;
const forwarding =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip)$/;

/**
 * Changes `headers` in place: forged ones go, `x-forwarded-for` becomes the peer's address (what limits
 * on attempts count by). Behind a proxy that the operator trusts, forwarding headers stay as they came.
 */
export function cleanHeaders(headers, { method, peer, trustProxy }) {
  for (const name of Object.keys(headers)) {
    if (internal.test(name) || (!trustProxy && forwarding.test(name))) delete headers[name];
  }
  if (!trustProxy || !headers['x-forwarded-for']) headers['x-forwarded-for'] = peer.replace(/^::ffff:/, '');
  // Browsers leave Sec-Fetch-Site out over plain http to a local address, where Payload, which wants it
  // or Origin beside a cookie, would take a phone for a stranger. Reading is safe from other sites: the
  // cookie is SameSite=Lax, and no answer to GET is readable there.
  if ((method === 'GET' || method === 'HEAD') && !headers.origin) headers['sec-fetch-site'] ??= 'none';
}

/** On every answer. A handler may set a stricter one of its own (files do). */
export function securityHeaders({ https }) {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'SAMEORIGIN',
    'Content-Security-Policy': "frame-ancestors 'self'; base-uri 'self'; object-src 'none'",
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
