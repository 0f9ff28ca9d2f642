import {
  almond,
  at,
  banana,
  blueberry,
  bowlTop,
  bunting,
  carton,
  cashew,
  circle,
  ellipse,
  giftBox,
  hazelnut,
  ink,
  line,
  osmanthus,
  paper,
  path,
  peanut,
  person,
  phone,
  pistachio,
  pouch,
  pumpkinSeed,
  rect,
  scatter,
  strawberry,
  teaSprig,
  tin,
  walnut,
} from './elements';
import { lines, text, textWidth } from './text';

/** A picture before it is drawn: its size in pixels and what is inside the svg element. */
export interface Picture {
  width: number;
  height: number;
  body: string;
}

export const square = (...parts: string[]): Picture => ({ width: 1080, height: 1080, body: parts.join('') });
/** Three to four, the shape of a poster. */
export const tall = (...parts: string[]): Picture => ({ width: 1080, height: 1440, body: parts.join('') });

export const fill = (tone: string): string => rect(0, 0, 1080, 1440, tone);
export const table = (y: number, tone: string): string =>
  rect(0, y, 1080, 1440 - y, tone) + rect(0, y, 1080, 10, ink.white, 0, 'fill-opacity="0.28"');

export const nuts = [almond, walnut, cashew, pistachio, hazelnut] as const;

/** The seal of the brand: two characters in a rounded square. */
export const seal = (x: number, y: number, tone: string = ink.brick, size = 74): string =>
  rect(x, y, size, size, tone, 14) +
  text('早谷', { x: x + size / 2, y: y + size * 0.64, size: size * 0.4, fill: ink.cream, anchor: 'middle' });

export const centred = (content: string, y: number, size: number, tone: string, tracking = 0.04): string =>
  text(content, { x: 540, y, size, fill: tone, anchor: 'middle', tracking });
export const small = (
  content: string,
  x: number,
  y: number,
  size: number,
  tone: string,
  anchor: 'start' | 'middle' | 'end' = 'middle',
): string => text(content, { x, y, size, fill: tone, face: 'sans', anchor, tracking: 0.04 });

/** A pill with a word in it, centred on x. */
export const pill = (
  content: string,
  x: number,
  y: number,
  tone: string,
  words: string = ink.cream,
  size = 38,
): string => {
  const w = textWidth(content, size, 'sans', 0.04) + size * 1.6;
  return (
    rect(Math.round(x - w / 2), y, Math.round(w), Math.round(size * 1.9), tone, Math.round(size * 0.95)) +
    small(content, x, y + size * 1.3, size, words)
  );
};

// Packs, one for each product. Origin in the middle, about 500 × 700.

const pouchLabel = (name: readonly string[], art: string, tone: string): string =>
  rect(-160, -250, 320, 400, ink.paper, 24) +
  at(0, -52, art, 0.62) +
  lines(name, { x: 0, y: 72, size: 46, fill: tone, anchor: 'middle' }, 54) +
  rect(-48, -282, 96, 64, tone, 14) +
  text('早谷', { x: 0, y: -236, size: 36, fill: ink.cream, anchor: 'middle' });

const ring = (drawings: readonly (() => string)[], radius: number, count: number, scale = 1): string =>
  Array.from({ length: count }, (_, i) => {
    const a = (i / count) * Math.PI * 2 - Math.PI / 2;
    const drawing = drawings[i % drawings.length];
    return drawing ? at(Math.cos(a) * radius, Math.sin(a) * radius, drawing(), scale, i * 47) : '';
  }).join('');

const smallBowl = (tone: string, filling: string, topping: string): string =>
  path('M-170 -20H170C160 90 90 130 0 130C-90 130 -160 90 -170 -20Z', tone) +
  path('M60 -20H170C160 90 90 130 20 128C60 90 70 30 60 -20Z', ink.dark, 'fill-opacity="0.1"') +
  ellipse(0, -20, 170, 44, tone) +
  ellipse(0, -20, 152, 36, filling) +
  topping;

export const packs = {
  oats: () =>
    pouch(
      '#D9A95C',
      pouchLabel(
        ['三色燕麦片'],
        smallBowl(
          ink.brick,
          ink.oat,
          at(-50, -34, blueberry(), 1.1) + at(20, -44, strawberry(), 0.9) + at(70, -26, blueberry(), 1),
        ),
        '#8A5A24',
      ),
    ),
  crunch: () =>
    pouch(
      '#4D7186',
      pouchLabel(['海盐坚果', '燕麦脆'], at(0, -20, ring(nuts, 92, 7, 1.05) + almond()), '#2F4E62'),
    ),
  sesame: () =>
    pouch(
      '#3B3838',
      pouchLabel(
        ['黑芝麻核桃', '燕麦糊'],
        smallBowl('#D8C3A0', '#3A3635', at(0, -40, walnut(), 1.1)),
        '#2F2B2A',
      ),
    ),
  nutbox: () =>
    carton(
      '#C6553C',
      '#9E3F2B',
      '#DE7458',
      rect(-262, -166, 464, 250, ink.cream, 18) +
        Array.from({ length: 7 }, (_, i) => {
          const x = -230 + i * 66;
          const nut = nuts[i % nuts.length];
          return (
            rect(x - 26, -140, 56, 196, '#EBD9BF', 10) +
            (nut ? at(x + 2, -62, nut(), 0.5, 70) : '') +
            small('一二三四五六日'[i] ?? '', x + 2, 40, 26, ink.brown)
          );
        }).join('') +
        text('七日坚果盒', { x: -30, y: 186, size: 70, fill: ink.cream, anchor: 'middle', tracking: 0.06 }) +
        small('一天一格', -30, 248, 32, '#F6CDBB'),
    ),
  oolong: () =>
    carton(
      '#E3AE4A',
      '#B8832B',
      '#F0C878',
      at(-200, -90, osmanthus(), 1.6) +
        at(-120, -130, osmanthus(), 1.1) +
        at(150, 210, osmanthus(), 1.7) +
        at(70, 254, osmanthus(), 1.1) +
        at(170, -120, teaSprig('#6E8A44'), 1, 28) +
        text('桂花乌龙', { x: -30, y: 60, size: 94, fill: '#5A3A0E', anchor: 'middle', tracking: 0.04 }) +
        small('冷泡茶', -30, 130, 42, '#7A5418') +
        rect(-78, -166, 96, 60, '#7A5418', 12) +
        text('早谷', { x: -30, y: -124, size: 34, fill: ink.cream, anchor: 'middle' }),
    ),
  baicha: () =>
    tin(
      '#E9E0CB',
      '#2F5B4F',
      rect(-150, -90, 300, 330, '#F8F2E2', 12, 'stroke="#2F5B4F" stroke-width="4"') +
        at(-96, 176, teaSprig(), 0.5, -24) +
        at(98, 178, circle(0, 0, 34, '#C9772E') + circle(0, 0, 24, '#E09A4A'), 1) +
        text('陈皮', { x: 0, y: 10, size: 84, fill: '#2F5B4F', anchor: 'middle', tracking: 0.08 }) +
        text('白茶', { x: 0, y: 110, size: 84, fill: '#2F5B4F', anchor: 'middle', tracking: 0.08 }),
    ),
  breakfast: () =>
    carton(
      '#D7B283',
      '#B38B59',
      '#E6CBA4',
      rect(-262, -150, 464, 400, '#E9D2AE', 14) +
        path(
          'M-262 130C-160 60 -80 120 -20 100C60 70 120 110 202 70V236A14 14 0 0 1 188 250H-248A14 14 0 0 1 -262 236Z',
          '#C99E5F',
        ) +
        at(-30, 60, circle(0, 0, 86, '#E88E4C'), 1) +
        path(
          'M-262 130C-160 60 -80 120 -20 100C60 70 120 110 202 70V236A14 14 0 0 1 188 250H-248A14 14 0 0 1 -262 236Z',
          '#B98A4C',
          'fill-opacity="0.9"',
        ) +
        text('晨光早餐箱', { x: -30, y: -60, size: 76, fill: '#6B4320', anchor: 'middle', tracking: 0.04 }) +
        text('早谷', { x: -30, y: 214, size: 44, fill: ink.cream, anchor: 'middle', tracking: 0.3 }),
    ),
  gift: () =>
    at(0, 30, giftBox('#A63A32', '#E8BE6A')) +
    at(
      -172,
      150,
      rect(-92, -54, 184, 120, '#F6E3C0', 8) +
        text('团圆', { x: 0, y: 28, size: 72, fill: '#A63A32', anchor: 'middle', tracking: 0.06 }),
    ) +
    at(
      172,
      150,
      rect(-92, -54, 184, 120, '#F6E3C0', 8) +
        text('坚果', { x: 0, y: 28, size: 72, fill: '#A63A32', anchor: 'middle', tracking: 0.06 }),
    ),
} as const;

export type PackKey = keyof typeof packs;

/** A pack on a table in front of a plain wall, its name below. */
export const packShot = (
  pack: PackKey,
  wall: string,
  board: string,
  name: string,
  around: string,
  tone: string = ink.dark,
): Picture =>
  square(
    fill(wall),
    circle(540, 430, 370, ink.white, 'fill-opacity="0.32"'),
    table(770, board),
    at(540, 470, packs[pack](), 0.96),
    around,
    centred(name, 970, 66, tone, 0.08),
  );

/** The Monday poster: what is new, its pack, and two words about it. */
export const newPoster = (
  pack: PackKey,
  name: string,
  taste: string,
  wall: string,
  accent: string,
  around: string,
): Picture =>
  tall(
    fill(wall),
    circle(540, 820, 430, ink.white, 'fill-opacity="0.38"'),
    seal(80, 80, accent),
    small('周一上新', 1000, 134, 44, accent, 'end'),
    text(name, {
      x: 540,
      y: 300,
      size: Math.min(124, 900 / [...name].length),
      fill: ink.dark,
      anchor: 'middle',
      tracking: 0.03,
    }),
    small(taste, 540, 372, 42, accent),
    around,
    at(540, 830, packs[pack](), 1.12),
    table(1330, accent),
    small('认真吃早饭', 540, 1398, 36, ink.cream),
  );

/** A flash sale at eight in the evening. */
export const flashPoster = (art: string, name: string, deal: string, wall: string, accent: string): Picture =>
  tall(
    fill(wall),
    Array.from({ length: 26 }, (_, i) =>
      circle((i * 397) % 1080, (i * 211) % 620, 3 + (i % 3) * 2, ink.cream, 'fill-opacity="0.5"'),
    ).join(''),
    circle(900, 210, 84, '#F3DFA6'),
    circle(868, 186, 74, wall),
    text('晚八点', { x: 84, y: 260, size: 150, fill: ink.cream, tracking: 0.04 }),
    small(name, 90, 346, 50, '#F3DFA6', 'start'),
    path('M0 1040C240 980 820 980 1080 1040V1440H0Z', accent),
    ellipse(540, 1130, 420, 60, ink.dark, 'fill-opacity="0.16"'),
    at(540, 770, art, 1.02),
    pill(deal, 540, 1216, ink.cream, wall, 58),
    small('20:00 至 24:00', 540, 1390, 38, ink.cream),
  );

/** A phone with the live room on it. */
export const livePoster = (title: string, wall: string, accent: string, art: string): Picture =>
  tall(
    fill(wall),
    circle(180, 300, 210, accent, 'fill-opacity="0.22"'),
    circle(930, 1160, 260, accent, 'fill-opacity="0.22"'),
    centred(title, 216, Math.min(96, 900 / [...title].length), ink.dark, 0.03),
    small('周三晚八点 · 直播间见', 540, 300, 44, accent),
    at(
      540,
      860,
      phone(
        '#FBF3E6',
        `<clipPath id="screen"><rect x="-226" y="-446" width="452" height="892" rx="46"/></clipPath><g clip-path="url(#screen)">${rect(-226, 180, 452, 270, '#D9B27C')}${art}</g>` +
          rect(-196, -380, 168, 62, accent, 31) +
          circle(-164, -349, 10, ink.white) +
          small('直播中', -98, -336, 34, ink.white) +
          rect(-196, 356, 300, 60, ink.dark, 30, 'fill-opacity="0.35"') +
          small('说点什么', -106, 398, 30, ink.white) +
          at(
            158,
            384,
            path(
              'M0 26C-34 4 -30 -26 -10 -26C-2 -26 0 -18 0 -14C0 -18 2 -26 10 -26C30 -26 34 4 0 26Z',
              '#E5655A',
            ),
            1.3,
          ),
      ),
    ),
  );

/** The card that announces tonight's live: lighter than the poster of the sale. */
export const liveCard = (title: string, wall: string, accent: string, art: string): Picture =>
  square(
    fill(wall),
    at(540, 470, paper(860, 720)),
    pill('今晚直播', 540, 160, accent, ink.white, 44),
    at(540, 510, art),
    text(title, {
      x: 540,
      y: 776,
      size: Math.min(84, 780 / [...title].length),
      fill: ink.dark,
      anchor: 'middle',
      tracking: 0.03,
    }),
    small('20:00', 540, 940, 72, accent),
    small('不见不散', 540, 1010, 36, ink.brown),
  );

/** A card of knowledge: a title, numbered lines and a drawing beside them. */
export const knowledgeCard = (
  title: string,
  points: readonly string[],
  wall: string,
  accent: string,
  art: string,
): Picture => {
  const top = 420;
  const gap = points.length > 4 ? 100 : 118;
  return square(
    fill(wall),
    rect(60, 60, 960, 960, ink.paper, 36),
    rect(60, 60, 960, 236, accent, 36),
    rect(60, 200, 960, 96, accent),
    small('小知识', 120, 148, 38, 'rgba(255,255,255,0.85)', 'start'),
    text(title, {
      x: 118,
      y: 244,
      size: Math.min(84, 700 / [...title].length),
      fill: ink.white,
      tracking: 0.03,
    }),
    seal(904, 96, ink.white, 76).replace(ink.cream, accent),
    points
      .map((point, i) => {
        const y = top + i * gap;
        return (
          circle(150, y - 16, 34, accent, 'fill-opacity="0.16"') +
          small(String(i + 1), 150, y - 1, 42, accent) +
          small(point, 212, y, 45, ink.dark, 'start')
        );
      })
      .join(''),
    art,
  );
};

/** A customer's story: a face, a short line in quotation marks, and who said it. */
export const storyCard = (
  quote: readonly string[],
  who: string,
  wall: string,
  accent: string,
  shirt: string,
  hair: string,
  long: boolean,
  behind: string,
): Picture =>
  square(
    fill(wall),
    behind,
    `<clipPath id="face"><circle cx="540" cy="340" r="230"/></clipPath>`,
    circle(540, 340, 246, ink.white),
    circle(540, 340, 230, accent, 'fill-opacity="0.35"'),
    `<g clip-path="url(#face)">${at(540, 356, person(shirt, hair, long), 1.18)}</g>`,
    text('“', { x: 96, y: 770, size: 260, fill: accent }),
    lines(quote, { x: 540, y: 724, size: 66, fill: ink.dark, anchor: 'middle', tracking: 0.03 }, 100),
    rect(440, 868, 200, 6, accent, 3),
    small(who, 540, 940, 42, ink.brown),
    small('周五故事', 540, 1006, 32, accent),
  );

/** Two halves to choose from. */
export const choice = (
  left: { name: string; tone: string; art: string },
  right: { name: string; tone: string; art: string },
  question: string,
): Picture =>
  square(
    rect(0, 0, 540, 1080, left.tone),
    rect(540, 0, 540, 1080, right.tone),
    at(270, 590, left.art),
    at(810, 590, right.art),
    rect(120, 90, 840, 150, ink.paper, 75),
    centred(question, 190, 70, ink.dark),
    circle(540, 590, 70, ink.paper),
    text('或', { x: 540, y: 616, size: 72, fill: ink.brick, anchor: 'middle' }),
    text(left.name, { x: 270, y: 960, size: 96, fill: ink.white, anchor: 'middle' }),
    text(right.name, { x: 810, y: 960, size: 96, fill: ink.white, anchor: 'middle' }),
  );

/** A question in large type with a drawing under it. */
export const question = (words: readonly string[], wall: string, tone: string, art: string): Picture =>
  square(
    fill(wall),
    lines(words, { x: 540, y: 230, size: 92, fill: tone, anchor: 'middle', tracking: 0.04 }, 128),
    art,
  );

/** A leaf of a wall calendar. */
export const calendarLeaf = (
  day: string,
  words: string,
  below: string,
  wall: string,
  accent: string,
): Picture =>
  square(
    fill(wall),
    at(540, 540, paper(720, 800)),
    rect(180, 140, 720, 190, accent, 18),
    rect(180, 260, 720, 70, accent),
    ...[300, 420, 660, 780].map(
      (x) => rect(x - 12, 96, 24, 96, ink.dark, 12) + circle(x, 190, 18, ink.dark, 'fill-opacity="0.25"'),
    ),
    centred(words, 276, 84, ink.cream, 0.12),
    text(day, { x: 540, y: 716, size: 420, fill: accent, anchor: 'middle' }),
    small(below, 540, 862, 46, ink.brown),
  );

/** The poster of the member day. */
export const memberPoster = (
  words: string,
  deal: readonly [string, string],
  wall: string,
  accent: string,
  around: string,
): Picture =>
  tall(
    fill(wall),
    at(540, 40, bunting([accent, ink.amber, ink.cream, ink.leaf])),
    seal(503, 160, accent),
    text('会员日', { x: 540, y: 420, size: 190, fill: ink.dark, anchor: 'middle', tracking: 0.08 }),
    small(words, 540, 500, 46, accent),
    at(
      540,
      690,
      rect(-360, -110, 720, 220, accent, 28) +
        circle(-360, 0, 34, wall) +
        circle(360, 0, 34, wall) +
        line('M120 -80V80', ink.cream, 4, 'stroke-dasharray="4 16"') +
        text(deal[0], { x: -106, y: 34, size: 100, fill: ink.cream, anchor: 'middle', tracking: 0.02 }) +
        text(deal[1], { x: 224, y: 26, size: 68, fill: '#F8D98E', anchor: 'middle' }),
    ),
    around,
    table(1330, accent),
    small('早谷 · 认真吃早饭', 540, 1398, 36, ink.cream),
  );

export const fruitTopping = (seed: number): string =>
  at(-90, -60, banana(), 1.25) +
  at(-20, -96, banana(), 1.2, 40) +
  at(-96, 20, banana(), 1.2, 80) +
  at(90, -30, strawberry(), 1.3, 20) +
  at(110, 60, strawberry(), 1.1, -40) +
  at(20, 110, blueberry(), 1.2) +
  at(70, 130, blueberry(), 1.1) +
  at(-20, 140, blueberry(), 1) +
  at(10, 20, scatter(seed, 5, 70, [pumpkinSeed, almond], 0.8));

export const nutTopping = (seed: number): string =>
  scatter(seed, 16, 170, [almond, walnut, cashew, hazelnut, pumpkinSeed], 1.05, 0.95);

export const bowlOf = (rim: string, seed: number, topping: string, filling: string = '#F4E3C0'): string =>
  bowlTop({ rim, filling, seed, flakes: 46, topping });

export const nutPile = (seed: number): string =>
  scatter(seed, 24, 250, [almond, cashew, walnut, pistachio, hazelnut, peanut], 1.2, 0.9);
