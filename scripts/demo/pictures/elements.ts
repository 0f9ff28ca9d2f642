/**
 * What the demo's pictures are made of: small flat drawings, each around its own origin, as SVG text.
 * Everything is a pure function of its arguments, so the same picture has the same bytes everywhere.
 */
export const ink = {
  cream: '#F7EDDF',
  paper: '#FFFAF2',
  oat: '#EBD3A6',
  wheat: '#DDAE63',
  amber: '#E6A243',
  brown: '#8A5A34',
  dark: '#3F2A1D',
  brick: '#C6553C',
  rose: '#EFB9A2',
  leaf: '#7C9A57',
  deep: '#2F5B4F',
  tea: '#B86A28',
  sky: '#C4DEE1',
  blue: '#496A86',
  night: '#26324B',
  plum: '#5E3E5C',
  berry: '#4A4F86',
  white: '#FFFFFF',
} as const;

/** A small seeded generator (mulberry32): scattered flakes lie the same way each time. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (n: number): number => Math.round(n * 10) / 10;

export const at = (x: number, y: number, drawing: string, scale = 1, turn = 0): string =>
  `<g transform="translate(${round(x)} ${round(y)})${turn ? ` rotate(${round(turn)})` : ''}${scale !== 1 ? ` scale(${Math.round(scale * 1000) / 1000})` : ''}">${drawing}</g>`;

export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`;
export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`;
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;
export const line = (d: string, stroke: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

const shade = (opacity: number): string => `fill-opacity="${opacity}"`;
export const groundShadow = (rx: number, ry: number, y: number): string =>
  ellipse(12, y, rx, ry, ink.dark, shade(0.13));

// Food, seen from above

export const flake = (tone: string = ink.oat): string =>
  ellipse(0, 0, 21, 14, tone) +
  line('M-13 2C-5 -3 5 -3 13 2', '#B98F55', 2.4, 'stroke-opacity="0.7"') +
  ellipse(-6, -5, 7, 3, ink.white, shade(0.35));

export const almond = (): string =>
  path('M-52 0C-40 -34 18 -36 56 0C18 36 -40 34 -52 0Z', '#A9683A') +
  path('M-52 0C-40 -34 18 -36 56 0C18 -16 -22 -14 -52 0Z', '#BF7E4B') +
  line(
    'M-34 4C-10 10 18 8 40 2M-26 16C-8 20 10 19 26 14M-30 -8C-8 -13 16 -12 34 -6',
    '#7E4722',
    3,
    'stroke-opacity="0.55"',
  );

export const walnut = (): string =>
  path(
    'M0 -50C20 -58 44 -44 48 -20C60 -4 54 24 38 36C26 54 8 50 0 44C-8 50 -26 54 -38 36C-54 24 -60 -4 -48 -20C-44 -44 -20 -58 0 -50Z',
    '#C4935A',
  ) +
  line('M0 -46V40', '#8C5F31', 5) +
  line(
    'M-14 -32C-34 -30 -30 -12 -16 -12M-18 0C-42 -4 -40 20 -20 16M-14 28C-24 26 -26 38 -16 38M14 -32C34 -30 30 -12 16 -12M18 0C42 -4 40 20 20 16M14 28C24 26 26 38 16 38',
    '#8C5F31',
    4.5,
  );

export const cashew = (): string =>
  path(
    'M-40 -8C-38 -44 4 -54 34 -34C50 -24 52 -6 40 2C30 8 22 -2 10 -6C-4 -10 -8 2 -4 18C0 34 -16 46 -28 34C-38 24 -42 8 -40 -8Z',
    '#EACB93',
  ) +
  path(
    'M-40 -8C-38 -44 4 -54 34 -34C20 -38 -22 -36 -26 0C-27 14 -30 22 -34 22C-38 14 -41 4 -40 -8Z',
    '#F4DDB2',
  );

export const pistachio = (): string =>
  path('M-46 0C-40 -30 10 -40 46 -6C50 0 48 8 42 12C12 36 -38 26 -46 0Z', '#DCC49A') +
  path('M-30 2C-22 -16 14 -22 40 -2C14 16 -20 18 -30 2Z', '#8FA653') +
  path('M-30 2C-22 -16 14 -22 40 -2C14 -10 -14 -8 -30 2Z', '#A9BD6B');

export const hazelnut = (): string =>
  circle(0, 0, 36, '#A8652F') +
  path('M-34 -12A36 36 0 0 1 34 -12C16 -2 -16 -2 -34 -12Z', '#D8B585') +
  path('M-22 8C-20 20 -10 28 0 30', 'none', 'stroke="#7F4619" stroke-width="4" stroke-linecap="round"');

export const peanut = (): string =>
  path(
    'M-54 0C-54 -28 -22 -32 -6 -20C6 -14 12 -28 30 -28C62 -26 62 26 30 28C12 28 6 14 -6 20C-22 32 -54 28 -54 0Z',
    '#D9A765',
  ) +
  line('M-38 -8V8M-22 -12V12M-6 -8V8M16 -12V12M32 -14V14M46 -6V6', '#B07C3C', 3.4, 'stroke-opacity="0.6"');

export const pumpkinSeed = (): string =>
  path('M-22 0C-12 -15 14 -14 26 0C14 14 -12 15 -22 0Z', '#8A9A55') + line('M-14 0H16', '#65743A', 2.4);

export const blueberry = (): string =>
  circle(0, 0, 26, ink.berry) +
  circle(-7, -8, 8, '#7F86BB', shade(0.75)) +
  path('M-9 4L0 -3L9 4L5 13L-5 13Z', '#343868');

export const strawberry = (): string =>
  path('M0 44C-34 26 -44 -6 -30 -24C-16 -38 16 -38 30 -24C44 -6 34 26 0 44Z', '#D2493E') +
  path('M0 34C-20 22 -28 0 -18 -14C-8 -22 8 -22 18 -14C28 0 20 22 0 34Z', '#EE8B78') +
  path('M0 24C-10 16 -14 2 -8 -6C-4 -10 4 -10 8 -6C14 2 10 16 0 24Z', '#FBE0D3');

export const banana = (): string =>
  circle(0, 0, 38, '#F1D98B') +
  circle(0, 0, 31, '#F9EBB9') +
  line('M0 -3V-13M3 2L12 8M-3 2L-12 8', '#C9A85A', 4.2);

export const leafShape = (tone: string = ink.leaf): string =>
  path('M0 -70C38 -44 42 24 0 70C-42 24 -38 -44 0 -70Z', tone) +
  path('M0 -70C38 -44 42 24 0 70Z', ink.dark, shade(0.13)) +
  line(
    'M0 -58V84M0 -22L16 -36M0 8L20 -10M0 36L16 20M0 -22L-16 -36M0 8L-20 -10M0 36L-16 20',
    ink.white,
    3,
    'stroke-opacity="0.45"',
  );

/** A bud and two leaves, as tea is picked. */
export const teaSprig = (tone: string = ink.leaf): string =>
  line('M0 96C2 40 0 10 0 -6', '#5F7A3E', 7) +
  at(-34, 12, leafShape(tone), 0.86, -48) +
  at(36, -8, leafShape('#8DAC63'), 0.8, 44) +
  at(0, -58, leafShape('#A8C37A'), 0.62, 4);

export const osmanthus = (): string =>
  [0, 90, 180, 270].map((turn) => at(0, 0, ellipse(0, -13, 9, 12, '#F0B13C'), 1, turn)).join('') +
  circle(0, 0, 5, '#C97D1B');

export const oatEar = (tone: string = ink.wheat): string => {
  const grain = (x: number, y: number, turn: number): string =>
    at(
      x,
      y,
      path('M0 -34C15 -16 14 20 0 32C-14 20 -15 -16 0 -34Z', tone) +
        line('M0 -30V24', '#A9772F', 2.4) +
        line('M0 -34L4 -76', tone, 2.6),
      1,
      turn,
    );
  const rows = [0, 1, 2, 3, 4]
    .map((i) => grain(-24, -150 + i * 56, -26) + grain(24, -128 + i * 56, 26))
    .join('');
  return line('M0 330C6 200 0 60 0 -160', '#B98A42', 7) + rows + grain(0, -196, 0);
};

/** Scatters drawings inside a circle without much overlap. */
export function scatter(
  seed: number,
  count: number,
  radius: number,
  drawings: readonly (() => string)[],
  scale = 1,
  apart = 0.85,
): string {
  const next = random(seed);
  const placed: [number, number][] = [];
  let out = '';
  const gap = apart * radius * Math.sqrt(2.2 / count);
  for (let tries = 0; placed.length < count && tries < count * 60; tries += 1) {
    const r = radius * Math.sqrt(next());
    const a = next() * Math.PI * 2;
    const x = r * Math.cos(a);
    const y = r * Math.sin(a);
    if (placed.some(([px, py]) => (px - x) ** 2 + (py - y) ** 2 < gap * gap)) continue;
    placed.push([x, y]);
    const drawing = drawings[placed.length % drawings.length];
    if (drawing) out += at(x, y, drawing(), scale * (0.9 + next() * 0.2), next() * 360);
  }
  return out;
}

export interface BowlSpec {
  rim: string;
  inside?: string;
  filling: string;
  seed: number;
  flakes?: number;
  topping?: string;
}

/** A bowl from above, radius 300. */
export const bowlTop = (spec: BowlSpec): string =>
  circle(16, 26, 304, ink.dark, shade(0.15)) +
  circle(0, 0, 300, spec.rim) +
  circle(0, 0, 276, spec.inside ?? ink.paper) +
  circle(0, 6, 250, '#000000', shade(0.08)) +
  circle(0, 0, 246, spec.filling) +
  scatter(
    spec.seed,
    spec.flakes ?? 70,
    222,
    [flake, () => flake('#E2C08A'), () => flake('#F3E2BE')],
    1.05,
    0.7,
  ) +
  (spec.topping ?? '') +
  `<path d="M-262 -86A276 276 0 0 1 -86 -262" fill="none" stroke="#FFFFFF" stroke-opacity="0.55" stroke-width="12" stroke-linecap="round"/>`;

export const spoon = (tone = '#B98A55'): string =>
  path(
    'M0 -190C40 -190 54 -140 46 -104C38 -72 18 -60 10 -54L14 230C14 252 -14 252 -14 230L-10 -54C-18 -60 -38 -72 -46 -104C-54 -140 -40 -190 0 -190Z',
    tone,
  ) +
  path(
    'M0 -176C26 -176 36 -138 30 -110C24 -88 8 -78 0 -76C-8 -78 -24 -88 -30 -110C-36 -138 -26 -176 0 -176Z',
    ink.dark,
    shade(0.14),
  );

export const cupTop = (liquid: string, rim: string = ink.white): string =>
  circle(10, 16, 150, ink.dark, shade(0.14)) +
  path('M120 -44C200 -70 200 70 120 44L120 24C166 40 166 -40 120 -24Z', rim) +
  circle(0, 0, 146, rim) +
  circle(0, 0, 126, liquid) +
  path(
    'M-104 -34A110 110 0 0 1 -14 -108',
    'none',
    'stroke="#FFFFFF" stroke-opacity="0.5" stroke-width="9" stroke-linecap="round"',
  );

export const plate = (r: number, tone: string = ink.white): string =>
  circle(12, 20, r + 2, ink.dark, shade(0.13)) +
  circle(0, 0, r, tone) +
  circle(0, 0, r * 0.72, ink.dark, shade(0.05));

export const cookie = (): string =>
  circle(8, 12, 92, ink.dark, shade(0.14)) +
  path('M-88 6C-94 -40 -50 -90 0 -88C52 -92 92 -46 88 4C90 52 46 92 0 88C-50 92 -86 52 -88 6Z', '#C98F4E') +
  path('M-74 0C-78 -36 -42 -74 0 -72C42 -76 76 -38 72 0C40 -20 -40 -22 -74 0Z', '#DBA766') +
  scatter(7, 12, 70, [() => flake('#F0DCB0'), pumpkinSeed, () => circle(0, 0, 10, '#6B3E1E')], 0.8);

// Cups, pots and glasses, seen from the side

export const steam = (tone: string = ink.white): string =>
  line(
    'M-44 0C-74 -46 -14 -74 -44 -128M0 -16C-32 -64 32 -100 0 -158M44 0C14 -46 74 -74 44 -128',
    tone,
    12,
    'stroke-opacity="0.75"',
  );

export const cupSide = (body: string, liquid: string = ink.tea): string =>
  groundShadow(190, 22, 152) +
  path('M128 -70C246 -96 246 96 112 74L112 44C196 52 196 -50 128 -36Z', body) +
  path('M-150 -110H150C150 20 116 150 60 150H-60C-116 150 -150 20 -150 -110Z', body) +
  path('M40 -110H150C150 20 116 150 60 150H20C60 110 70 0 40 -110Z', ink.dark, shade(0.09)) +
  ellipse(0, -110, 150, 30, body) +
  ellipse(0, -110, 136, 24, ink.dark, shade(0.16)) +
  ellipse(0, -106, 130, 20, liquid);

export const saucer = (tone: string): string =>
  ellipse(0, 0, 250, 34, tone) + ellipse(0, -8, 200, 20, ink.dark, shade(0.1));

export const glass = (liquid: string, extras = ''): string =>
  groundShadow(150, 20, 292) +
  path('M-140 -300H140L112 290C110 300 -110 300 -112 290Z', ink.white, 'fill-opacity="0.5"') +
  path('M-128 -190H128L106 280H-106Z', liquid) +
  ellipse(0, -190, 128, 22, ink.white, shade(0.35)) +
  extras +
  path(
    'M-116 -270L-96 250',
    'none',
    'stroke="#FFFFFF" stroke-opacity="0.7" stroke-width="12" stroke-linecap="round"',
  ) +
  ellipse(0, -300, 140, 22, ink.white, shade(0.55));

export const ice = (): string =>
  rect(-34, -34, 68, 68, ink.white, 12, 'fill-opacity="0.55"') +
  line('M-20 -20H8', ink.white, 6, 'stroke-opacity="0.8"');

export const teapot = (tone: string, stands = true): string =>
  (stands ? groundShadow(280, 28, 214) : '') +
  path('M-210 40C-330 20 -300 -90 -378 -110L-344 -140C-270 -120 -250 -50 -190 -50Z', tone) +
  line('M190 -70C330 -120 350 110 186 110', tone, 34) +
  path(
    'M-220 20C-220 -100 -130 -150 0 -150C130 -150 220 -100 220 20C220 140 140 210 0 210C-140 210 -220 140 -220 20Z',
    tone,
  ) +
  path(
    'M60 -145C150 -130 220 -80 220 20C220 140 140 210 0 210C110 180 150 0 60 -145Z',
    ink.dark,
    shade(0.12),
  ) +
  path('M-120 -134C-110 -190 110 -190 120 -134Z', tone) +
  path(
    'M-120 -134C-70 -116 70 -116 120 -134',
    'none',
    `stroke="${ink.dark}" stroke-opacity="0.25" stroke-width="7"`,
  ) +
  circle(0, -192, 26, tone) +
  path(
    'M-168 -20C-160 -70 -120 -104 -80 -112',
    'none',
    'stroke="#FFFFFF" stroke-opacity="0.5" stroke-width="14" stroke-linecap="round"',
  );

export const potSide = (tone: string): string =>
  groundShadow(300, 28, 182) +
  rect(-330, -70, 90, 34, tone, 17) +
  rect(240, -70, 90, 34, tone, 17) +
  path('M-260 -110H260V60C260 140 210 180 150 180H-150C-210 180 -260 140 -260 60Z', tone) +
  path('M90 -110H260V60C260 140 210 180 150 180H70C150 140 130 0 90 -110Z', ink.dark, shade(0.13)) +
  ellipse(0, -110, 260, 44, ink.dark, shade(0.28)) +
  ellipse(0, -106, 246, 36, '#F2E2C2');

export const jar = (
  fill: string,
  level: number,
  seed: number,
  lid: string = ink.brown,
  drawings: readonly (() => string)[] = [flake],
): string => {
  const top = 210 - 380 * level;
  const inside = scatter(seed, 60, 168, drawings, 1.05, 0.7);
  return (
    groundShadow(170, 20, 222) +
    rect(-150, -200, 300, 420, ink.white, 44, 'fill-opacity="0.55"') +
    `<clipPath id="jar${seed}"><rect x="-136" y="${top}" width="272" height="${206 - top}" rx="34"/></clipPath><g clip-path="url(#jar${seed})">${rect(-136, top, 272, 210 - top, fill)}${at(0, 60, inside, 1.15)}${at(0, -60, inside, 1.1, 80)}</g>` +
    rect(-150, -200, 300, 420, 'none', 44, 'stroke="#FFFFFF" stroke-opacity="0.8" stroke-width="8"') +
    rect(-118, -256, 236, 66, lid, 16) +
    rect(-118, -256, 236, 20, ink.white, 10, 'fill-opacity="0.2"') +
    line('M-118 -140V120', ink.white, 14, 'stroke-opacity="0.6"')
  );
};

// Packs: the label is drawn by the caller on top

export const pouch = (tone: string, label: string): string =>
  groundShadow(240, 26, 352) +
  path(
    'M-220 -350H220L236 -300C226 -120 226 120 244 330C160 362 -160 362 -244 330C-226 120 -226 -120 -236 -300Z',
    tone,
  ) +
  path(
    'M110 -350H220L236 -300C226 -120 226 120 244 330C214 342 170 350 120 354C150 120 150 -120 110 -350Z',
    ink.dark,
    shade(0.1),
  ) +
  rect(-220, -350, 440, 46, ink.dark, 4, 'fill-opacity="0.13"') +
  line('M-206 -327H206', ink.white, 3, 'stroke-opacity="0.5" stroke-dasharray="2 14"') +
  circle(0, -327, 15, ink.cream, shade(0.8)) +
  label;

export const carton = (front: string, side: string, top: string, label: string): string =>
  groundShadow(330, 30, 304) +
  path('M-300 -200L-210 -290H330L240 -200Z', top) +
  path('M240 -200L330 -290V200L240 300Z', side) +
  rect(-300, -200, 540, 500, front) +
  label;

export const tin = (body: string, lid: string, label: string): string =>
  groundShadow(240, 28, 306) +
  path('M-220 -190V280C-220 330 220 330 220 280V-190Z', body) +
  path('M110 -160H220V280C220 300 180 312 110 318Z', ink.dark, shade(0.13)) +
  path('M-232 -270V-170C-232 -126 232 -126 232 -170V-270Z', lid) +
  path('M120 -250H232V-170C232 -152 190 -142 120 -138Z', ink.dark, shade(0.16)) +
  ellipse(0, -270, 232, 42, lid) +
  ellipse(0, -270, 200, 32, ink.white, shade(0.22)) +
  label;

export const giftBox = (tone: string, ribbon: string): string =>
  groundShadow(330, 30, 262) +
  rect(-300, -110, 600, 370, tone, 10) +
  rect(60, -110, 240, 370, ink.dark, 10, 'fill-opacity="0.07"') +
  rect(-330, -190, 660, 110, tone, 12) +
  rect(-330, -100, 660, 20, ink.dark, 0, 'fill-opacity="0.13"') +
  rect(-44, -190, 88, 450, ribbon) +
  path('M0 -190C-40 -300 -190 -320 -200 -250C-206 -200 -90 -180 0 -190Z', ribbon) +
  path('M0 -190C40 -300 190 -320 200 -250C206 -200 90 -180 0 -190Z', ribbon) +
  path(
    'M0 -192C-30 -250 -120 -280 -150 -256C-160 -226 -80 -204 0 -192ZM0 -192C30 -250 120 -280 150 -256C160 -226 80 -204 0 -192Z',
    ink.dark,
    shade(0.18),
  ) +
  circle(0, -194, 34, ribbon);

// Places and things

export const sun = (tone: string = ink.amber, rays = 12): string =>
  Array.from({ length: rays }, (_, i) => at(0, 0, rect(-7, -172, 14, 46, tone, 7), 1, (360 / rays) * i)).join(
    '',
  ) + circle(0, 0, 104, tone);

export const cloud = (tone: string = ink.white): string =>
  path(
    'M-130 50C-190 50 -196 -20 -136 -28C-130 -90 -30 -104 -6 -54C40 -86 110 -50 100 0C160 -2 164 50 118 50Z',
    tone,
  );

export const plant = (pot: string): string =>
  at(-46, -110, leafShape('#6E8F4C'), 1.05, -34) +
  at(46, -116, leafShape('#86A660'), 1.05, 30) +
  at(0, -150, leafShape(ink.leaf), 1.2, -2) +
  path('M-90 -40H90L66 120H-66Z', pot) +
  rect(-100, -60, 200, 40, pot, 8) +
  path('M-100 -20H100L98 -8H-98Z', ink.dark, shade(0.14));

export const phone = (screen: string, inside: string): string =>
  groundShadow(260, 26, 470) +
  rect(-250, -470, 500, 940, '#2B2B30', 64) +
  rect(-226, -446, 452, 892, screen, 46) +
  inside +
  rect(-70, -432, 140, 26, '#2B2B30', 13);

export const clockFace = (tone: string, hour: number, minute: number): string =>
  circle(8, 16, 232, ink.dark, shade(0.15)) +
  circle(0, 0, 228, tone) +
  circle(0, 0, 190, ink.paper) +
  Array.from({ length: 12 }, (_, i) =>
    at(0, 0, rect(-6, -176, 12, i % 3 === 0 ? 40 : 22, ink.dark, 6), 1, i * 30),
  ).join('') +
  at(0, 0, rect(-10, -104, 20, 120, ink.dark, 10), 1, (hour % 12) * 30 + minute / 2) +
  at(0, 0, rect(-7, -150, 14, 168, tone, 7), 1, minute * 6) +
  circle(0, 0, 18, ink.dark);

export const windowFrame = (view: string, frame: string): string =>
  rect(-300, -340, 600, 680, frame, 14) +
  `<clipPath id="pane"><rect x="-270" y="-310" width="540" height="620"/></clipPath><g clip-path="url(#pane)">${view}</g>` +
  rect(-12, -310, 24, 620, frame) +
  rect(-270, -40, 540, 22, frame) +
  rect(-340, 330, 680, 40, frame, 8) +
  rect(-340, 358, 680, 14, ink.dark, 6, 'fill-opacity="0.15"');

export const bunting = (tones: readonly string[]): string =>
  line('M-560 -20C-300 70 300 70 560 -20', ink.brown, 5) +
  Array.from({ length: 13 }, (_, i) => {
    const x = -516 + i * 86;
    const y = 48 - (x / 560) ** 2 * 62;
    return at(x, y, path('M-32 0H32L0 62Z', tones[i % tones.length] ?? ink.brick), 1, (-x / 560) * 8);
  }).join('');

export const awning = (width: number, tones: readonly [string, string]): string => {
  const n = 9;
  const w = width / n;
  return (
    Array.from({ length: n }, (_, i) => {
      const x = -width / 2 + i * w;
      const tone = tones[i % 2] ?? ink.white;
      return (
        rect(x, 0, w + 0.5, 120, tone) +
        `<path d="M${x} 120H${x + w}A${w / 2} ${w / 2} 0 0 1 ${x} 120Z" fill="${tone}"/>`
      );
    }).join('') + rect(-width / 2, 0, width, 22, ink.dark, 0, 'fill-opacity="0.12"')
  );
};

export const person = (shirt: string, hair: string, long = false, skin = '#EFC6A0'): string =>
  (long
    ? path(
        'M-96 -30C-110 -150 110 -150 96 -30C94 40 110 70 104 120C60 140 -60 140 -104 120C-110 70 -94 40 -96 -30Z',
        hair,
      )
    : '') +
  path('M-120 260C-130 120 -80 60 0 60C80 60 130 120 120 260Z', shirt) +
  rect(-26, 20, 52, 66, skin, 20) +
  circle(0, -30, 82, skin) +
  path(
    'M-88 -22C-96 -120 -40 -140 8 -136C70 -134 96 -90 88 -20C80 -50 60 -74 30 -80C-10 -70 -60 -70 -88 -22Z',
    hair,
  ) +
  circle(-28, -22, 6, ink.dark) +
  circle(28, -22, 6, ink.dark) +
  line('M-18 12C-8 22 8 22 18 12', '#A85E44', 5) +
  circle(-46, 2, 13, '#E59A80', shade(0.5)) +
  circle(46, 2, 13, '#E59A80', shade(0.5));

export const paper = (w: number, h: number, tone: string = ink.paper): string =>
  rect(-w / 2 + 10, -h / 2 + 16, w, h, ink.dark, 18, 'fill-opacity="0.13"') +
  rect(-w / 2, -h / 2, w, h, tone, 18);

export const cloth = (a: string, b: string): string =>
  rect(0, 0, 1080, 1440, a) +
  Array.from(
    { length: 12 },
    (_, i) =>
      rect(0, i * 120 + 40, 1080, 40, b, 0, 'fill-opacity="0.5"') +
      rect(i * 120 + 40, 0, 40, 1440, b, 0, 'fill-opacity="0.5"'),
  ).join('');

export const wood = (base: string): string =>
  rect(0, 0, 1080, 1440, base) +
  Array.from(
    { length: 6 },
    (_, i) =>
      rect(0, i * 240, 1080, 5, ink.dark, 0, 'fill-opacity="0.16"') +
      line(
        `M${60 + i * 40} ${i * 240 + 90}C400 ${i * 240 + 70} 600 ${i * 240 + 120} 980 ${i * 240 + 96}M${160 - i * 10} ${i * 240 + 170}C420 ${i * 240 + 190} 700 ${i * 240 + 150} 900 ${i * 240 + 176}`,
        ink.dark,
        4,
        'stroke-opacity="0.06"',
      ),
  ).join('');
