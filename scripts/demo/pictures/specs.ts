import {
  almond,
  at,
  awning,
  banana,
  blueberry,
  bunting,
  cashew,
  circle,
  clockFace,
  cloth,
  cloud,
  cookie,
  cupSide,
  cupTop,
  ellipse,
  flake,
  giftBox,
  glass,
  hazelnut,
  ice,
  ink,
  jar,
  leafShape,
  line,
  oatEar,
  osmanthus,
  paper,
  path,
  peanut,
  person,
  pistachio,
  plant,
  plate,
  potSide,
  pumpkinSeed,
  random,
  rect,
  saucer,
  scatter,
  spoon,
  steam,
  strawberry,
  sun,
  teapot,
  teaSprig,
  walnut,
  windowFrame,
  wood,
} from './elements';
import {
  bowlOf,
  calendarLeaf,
  centred,
  choice,
  fill,
  flashPoster,
  fruitTopping,
  knowledgeCard,
  liveCard,
  livePoster,
  memberPoster,
  newPoster,
  nutPile,
  nuts,
  nutTopping,
  type Picture,
  packShot,
  packs,
  question,
  small,
  square,
  storyCard,
  table,
} from './scenes';
import { lines, text } from './text';

const cup = (body: string, liquid?: string): string => at(0, -150, steam(), 0.9) + cupSide(body, liquid);

const shopFront = (sky: string, extras: string, wall = '#EAD9BD'): Picture =>
  square(
    fill(sky),
    rect(120, 250, 840, 650, wall),
    rect(120, 250, 840, 130, '#2F5B4F'),
    text('早谷', { x: 300, y: 348, size: 92, fill: ink.cream, anchor: 'middle', tracking: 0.2 }),
    small('燕麦 · 坚果 · 茶', 680, 336, 46, '#F3DFA6'),
    at(540, 380, awning(880, ['#C6553C', '#F7EDDF'])),
    rect(180, 560, 420, 300, '#6E8E92', 10),
    rect(196, 576, 388, 268, '#F9E6BC', 6),
    at(270, 780, packs.oats(), 0.2),
    at(390, 780, packs.crunch(), 0.2),
    at(505, 792, packs.oolong(), 0.2),
    rect(180, 846, 420, 24, ink.brown, 6),
    rect(680, 540, 210, 360, '#7A4E2D', 10),
    rect(704, 566, 162, 180, '#F9E6BC', 8),
    circle(706, 790, 12, ink.amber),
    table(900, '#C9B79C'),
    at(990, 820, plant('#C6553C'), 0.8),
    extras,
  );

const windowScene = (view: string, wall: string, frame: string, board: string, front: string): Picture =>
  square(fill(wall), at(540, 400, windowFrame(view, frame), 0.98), table(830, board), front);

const hills = (a: string, b: string, c: string): string =>
  path('M0 620C220 480 420 560 620 500C800 450 960 520 1080 470V1440H0Z', a) +
  path('M0 760C260 640 460 740 700 660C860 610 980 660 1080 640V1440H0Z', b) +
  path('M0 920C300 800 560 900 820 840C940 812 1020 830 1080 820V1440H0Z', c);

const tea = (n: number, y: number, tone: string): string =>
  Array.from({ length: n }, (_, i) => {
    const x = 40 + i * (1000 / (n - 1));
    return ellipse(Math.round(x), y + Math.round(Math.sin(i * 1.3) * 12), 74, 46, tone);
  }).join('');

const shelf = (y: number, things: string): string =>
  things + rect(70, y, 940, 30, '#A87847', 6) + rect(70, y + 30, 940, 12, ink.dark, 4, 'fill-opacity="0.15"');

const sachet = (tone: string, name: string): string =>
  rect(-76, -110, 152, 220, tone, 10) +
  rect(-76, -110, 152, 24, ink.dark, 6, 'fill-opacity="0.12"') +
  rect(-76, 86, 152, 24, ink.dark, 6, 'fill-opacity="0.12"') +
  text(name, { x: 0, y: 20, size: 52, fill: ink.cream, anchor: 'middle' });

const openBox = (inside: string): string =>
  ellipse(12, 250, 330, 34, ink.dark, 'fill-opacity="0.13"') +
  path('M-290 -60L-400 -190L-120 -170L0 -60Z', '#D9B583') +
  path('M290 -60L400 -190L120 -170L0 -60Z', '#CDA56E') +
  inside +
  path('M-290 -60H290V250H-290Z', '#C99F68') +
  path('M60 -60H290V250H100Z', ink.dark, 'fill-opacity="0.06"') +
  rect(-100, 60, 200, 110, ink.cream, 12) +
  text('早谷', { x: 0, y: 138, size: 76, fill: '#8A5A34', anchor: 'middle', tracking: 0.06 });

const bowlSide = (tone: string, filling: string, topping = ''): string =>
  ellipse(8, 196, 190, 22, ink.dark, 'fill-opacity="0.13"') +
  path('M-270 -30H270C262 120 150 190 60 190H-60C-150 190 -262 120 -270 -30Z', tone) +
  path('M120 -30H270C262 120 150 190 60 190H20C90 140 130 60 120 -30Z', ink.dark, 'fill-opacity="0.1"') +
  ellipse(0, -30, 270, 62, tone) +
  ellipse(0, -30, 246, 50, filling) +
  topping;

const speech = (words: readonly string[], tone: string, w: number, size = 52): string =>
  path(
    `M${-w / 2 + 40} -90H${w / 2 - 40}A40 40 0 0 1 ${w / 2} -50V50A40 40 0 0 1 ${w / 2 - 40} 90H40L0 140L-40 90H${-w / 2 + 40}A40 40 0 0 1 ${-w / 2} 50V-50A40 40 0 0 1 ${-w / 2 + 40} -90Z`,
    tone,
  ) + lines(words, { x: 0, y: words.length > 1 ? -6 : 20, size, fill: ink.dark, anchor: 'middle' }, 66);

const stars = (seed: number, count: number): string => {
  const next = random(seed);
  return Array.from({ length: count }, () =>
    circle(next() * 1080, next() * 520, 2 + next() * 5, '#F6E7B8', 'fill-opacity="0.8"'),
  ).join('');
};

const rain = (tone: string): string =>
  Array.from({ length: 40 }, (_, i) =>
    line(`M${((i * 97) % 640) - 310} ${((i * 173) % 640) - 320}l-14 44`, tone, 5, 'stroke-opacity="0.6"'),
  ).join('');

const setTable = (base: string, middle: string): Picture => square(base, middle);

const roundTable = (tone: string): string =>
  circle(556, 566, 440, ink.dark, 'fill-opacity="0.14"') +
  circle(540, 540, 440, tone) +
  circle(540, 540, 400, ink.white, 'fill-opacity="0.08"');

/** Every picture of the demo, by the name that the posts use. Drawn when asked for. */
export const pictures = {
  // Packs
  packOats: () =>
    packShot(
      'oats',
      '#F5E3C3',
      '#D8AE73',
      '三色燕麦片',
      at(880, 850, oatEar(), 0.62, 16) + at(180, 800, scatter(3, 12, 90, [flake], 1.2)),
    ),
  packCrunch: () =>
    packShot(
      'crunch',
      '#D6E3E6',
      '#A9C2C8',
      '海盐坚果燕麦脆',
      at(190, 760, scatter(5, 9, 100, [...nuts], 0.95)) + at(890, 770, scatter(6, 7, 84, [...nuts], 0.95)),
    ),
  packNutbox: () =>
    packShot('nutbox', '#F6D9C8', '#DF9E81', '七日坚果盒', at(900, 830, scatter(8, 8, 100, [...nuts], 0.9))),
  packOolong: () =>
    packShot(
      'oolong',
      '#FAEBC4',
      '#E7C06C',
      '桂花乌龙冷泡茶',
      at(140, 830, osmanthus(), 1.6) + at(940, 800, osmanthus(), 1.9) + at(890, 856, osmanthus(), 1.2),
    ),
  packBaicha: () =>
    packShot(
      'baicha',
      '#DCE7DC',
      '#9DB8A4',
      '陈皮白茶',
      at(190, 760, teaSprig(), 1.1, -30) +
        at(
          880,
          820,
          path('M-90 0C-60 -70 60 -70 90 0C40 40 -40 40 -90 0Z', '#D98A3D') +
            path('M-60 0C-40 -36 40 -36 60 0C30 20 -30 20 -60 0Z', '#EBAF6C'),
          1,
        ),
    ),
  packBreakfast: () =>
    packShot('breakfast', '#FBE6CF', '#E3B67E', '晨光早餐箱', at(150, 240, sun('#F3BE6B'), 0.72)),
  packSesame: () =>
    packShot(
      'sesame',
      '#E6DFD6',
      '#B7A896',
      '黑芝麻核桃燕麦糊',
      at(190, 790, walnut(), 1.5, 12) + at(890, 796, walnut(), 1.3, -20),
    ),
  packGift: () =>
    packShot(
      'gift',
      '#F3D3C4',
      '#B9483C',
      '团圆坚果礼盒',
      at(120, 820, hazelnut(), 1.2) + at(950, 830, almond(), 1.2, -30),
      ink.cream,
    ),

  // Bowls, cups and jars
  bowlBerry: () =>
    setTable(
      cloth('#E4EEF0', '#CFE0E4'),
      at(
        540,
        540,
        bowlOf('#5C7F93', 11, scatter(21, 14, 170, [blueberry, strawberry, blueberry], 1.35, 1)),
        1.25,
      ) + at(930, 760, spoon(), 1.4, 24),
    ),
  bowlBanana: () =>
    setTable(
      cloth('#FBEFD6', '#F3DFB4'),
      at(520, 530, bowlOf('#D98C4A', 13, fruitTopping(14)), 1.22) + at(960, 700, spoon('#9C6E42'), 1.4, 18),
    ),
  bowlCrunch: () =>
    setTable(
      wood('#C99E6C'),
      at(540, 540, bowlOf('#F2EBDD', 17, nutTopping(18), '#FBF6EC'), 1.28) +
        at(120, 930, scatter(4, 8, 120, [flake, pumpkinSeed, almond], 1.3)) +
        at(960, 150, scatter(9, 7, 110, [flake, cashew], 1.3)),
    ),
  kidBowl: () =>
    setTable(
      cloth('#FDE7DC', '#F8D2C2'),
      at(
        540,
        560,
        bowlOf(
          '#F0A17F',
          31,
          at(-80, -50, blueberry(), 1.7) +
            at(80, -50, blueberry(), 1.7) +
            path(
              'M-110 60C-60 140 60 140 110 60',
              'none',
              'stroke="#C6553C" stroke-width="22" stroke-linecap="round"',
            ) +
            at(-150, 30, strawberry(), 0.9, 30) +
            at(150, 30, strawberry(), 0.9, -30),
        ),
        1.2,
      ) +
        at(880, 210, cupTop('#FFF8EC', '#7FA3B5'), 0.95) +
        at(180, 200, banana(), 1.8),
    ),
  sesameBowl: () =>
    square(
      fill('#EFE3D3'),
      circle(540, 470, 390, '#E2CFB7'),
      at(540, 400, steam('#FFFFFF'), 1.3),
      at(
        540,
        580,
        bowlSide(
          '#C6553C',
          '#3A3635',
          at(-60, -46, walnut(), 0.9) +
            at(70, -34, walnut(), 0.8, 40) +
            scatter(5, 20, 60, [() => circle(0, 0, 4, '#F2E6D0')], 1),
        ),
        1.35,
      ),
      table(860, '#B98A5C'),
      at(170, 940, walnut(), 1.4, 10),
      at(300, 1000, walnut(), 1.1, -30),
      at(910, 960, at(0, 0, spoon('#E8D2AE'), 1, 80), 1),
    ),
  glassOolong: () =>
    square(
      fill('#F9E7B9'),
      circle(560, 420, 370, '#FFF6DC'),
      table(830, '#DDAE5C'),
      at(
        540,
        560,
        glass(
          '#D89A3A',
          at(-40, -150, ice(), 1.1, 14) +
            at(50, -110, ice(), 1, -20) +
            at(-20, -40, ice(), 0.9, 30) +
            at(60, 60, osmanthus(), 1.5) +
            at(-50, 140, osmanthus(), 1.2) +
            at(10, 200, osmanthus(), 1.4),
        ),
        1.14,
      ),
      at(210, 800, teaSprig(), 1.2, -28),
      at(880, 860, osmanthus(), 2),
      at(820, 900, osmanthus(), 1.4),
    ),
  jarOats: () =>
    square(
      fill('#E7E3CF'),
      table(800, '#B98F5E'),
      at(350, 610, jar('#EBD3A6', 0.86, 41), 1.12),
      at(740, 650, jar('#D2A25E', 0.62, 42, '#5C7F93', [almond, cashew, walnut]), 0.98),
      at(560, 930, scatter(8, 9, 110, [flake], 1.4)),
    ),
  jarsHome: () =>
    square(
      fill('#DDE8E4'),
      at(540, 330, rect(-470, -270, 940, 520, '#F6F3E6', 20) + circle(300, -130, 78, '#F3C777')),
      table(760, '#C79D6B'),
      at(190, 640, jar('#EBD3A6', 0.8, 51), 0.78),
      at(425, 640, jar('#C48F57', 0.6, 52, '#2F5B4F', [walnut]), 0.78),
      at(660, 640, jar('#7C8C4F', 0.7, 53, '#C6553C', [() => leafShape('#6E8A44')]), 0.78),
      at(892, 640, jar('#E3B24C', 0.5, 54, '#496A86', [() => circle(0, 0, 20, '#F3D27B')]), 0.78),
      small('燕麦', 190, 930, 40, ink.dark),
      small('核桃', 425, 930, 40, ink.dark),
      small('茶', 660, 930, 40, ink.dark),
      small('零钱', 892, 930, 40, ink.dark),
    ),
  nutsPattern: () =>
    square(
      fill('#F3E4CC'),
      at(540, 540, scatter(71, 64, 700, [almond, walnut, cashew, pistachio, hazelnut, peanut], 1.25, 0.9)),
    ),
  teaPour: () =>
    square(
      fill('#E8EEE2'),
      circle(620, 420, 360, '#F6F9F0'),
      table(830, '#A98558'),
      line('M392 402C424 470 424 540 424 640', '#C9853A', 17),
      at(700, 330, teapot('#6B8F86', false), 0.86, -24),
      at(424, 740, cupSide('#FFFFFF', '#C9853A'), 0.9),
      at(900, 900, teaSprig(), 0.8, 60),
    ),
  teapotScene: () =>
    square(
      fill('#EBD9C4'),
      at(540, 380, rect(-430, -300, 860, 560, '#F4E8D8', 280)),
      table(800, '#7A5236'),
      at(540, 600, teapot('#9C4B34'), 1.22),
      at(250, 890, cupTop('#C9853A', '#EFE3D0'), 0.62),
      at(830, 890, cupTop('#C9853A', '#EFE3D0'), 0.62),
    ),
  teaTable: () =>
    setTable(
      wood('#9C6B45'),
      rect(130, 250, 820, 620, '#6E4528', 40) +
        rect(160, 280, 760, 560, '#7E5233', 30) +
        at(
          540,
          540,
          circle(10, 16, 176, ink.dark, 'fill-opacity="0.2"') +
            circle(0, 0, 170, '#55756B') +
            circle(0, 0, 120, '#4A675E') +
            circle(0, 0, 26, '#3B544C') +
            path('M160 -40L262 -70V10L166 30Z', '#55756B') +
            line('M-166 -40C-270 -90 -270 90 -166 40', '#55756B', 26),
        ) +
        at(270, 400, cupTop('#D08A3C', '#F4ECDC'), 0.62) +
        at(800, 720, cupTop('#D08A3C', '#F4ECDC'), 0.62) +
        at(290, 710, plate(110, '#EFE3D0') + scatter(12, 8, 66, [cashew, almond], 0.8)) +
        at(850, 220, teaSprig(), 1, 40),
    ),
  halfCup: () =>
    square(
      fill('#EADFD0'),
      rect(0, 0, 1080, 500, '#F3EADD'),
      table(760, '#C69C6D'),
      at(540, 560, cupSide('#496A86', '#B86A28'), 1.5),
      at(540, 360, steam('#FFFFFF'), 1.2),
      at(180, 800, osmanthus(), 1.5),
      at(900, 830, osmanthus(), 1.9),
      at(830, 880, osmanthus(), 1.1),
    ),
  cupNow: () =>
    square(
      fill('#F3D9BE'),
      circle(800, 280, 200, '#F8C98C'),
      table(700, '#A9714A'),
      at(500, 620, saucer('#F7EDDF'), 1.1),
      at(500, 480, cupSide('#F7EDDF', '#9C5A24'), 1.24),
      at(500, 310, steam('#FFFFFF'), 1.1),
      at(
        820,
        830,
        paper(280, 340, '#FFFAF2') + line('M-96 -90H96M-96 -40H96M-96 10H60M-96 60H80', '#C9B08A', 8),
        1,
        14,
      ),
      at(860, 840, rect(-10, -150, 20, 260, '#496A86', 8) + path('M-10 110H10L0 144Z', ink.dark), 1, 40),
    ),
  leafClose: () =>
    square(
      fill('#CFE0B8'),
      at(520, 520, leafShape('#5F8443'), 6.2, -32),
      at(900, 240, leafShape('#8DAC63'), 3.2, 50),
      circle(430, 520, 34, ink.white, 'fill-opacity="0.6"'),
      circle(610, 690, 24, ink.white, 'fill-opacity="0.6"'),
      circle(560, 380, 18, ink.white, 'fill-opacity="0.6"'),
    ),
  cookies: () =>
    setTable(
      cloth('#F4E6D0', '#E9D3B0'),
      at(
        540,
        560,
        rect(-400, -330, 810, 690, ink.dark, 44, 'fill-opacity="0.12"') +
          rect(-410, -345, 820, 690, '#8A8F94', 44) +
          rect(-380, -315, 760, 630, '#A4AAB0', 30),
      ) +
        [
          [300, 400],
          [540, 400],
          [780, 400],
          [300, 700],
          [540, 700],
          [780, 700],
        ]
          .map(([x, y], i) => at(x ?? 0, y ?? 0, cookie(), 1.14, i * 53))
          .join('') +
        at(200, 130, banana(), 1.8) +
        at(290, 150, banana(), 1.5, 40),
    ),
  oatField: () =>
    square(
      fill('#CFE4E8'),
      at(820, 230, sun('#F6C469'), 0.8),
      at(260, 240, cloud(), 1),
      hills('#A9BF7E', '#D8B765', '#E5C56F'),
      [90, 250, 420, 600, 780, 950]
        .map((x, i) => at(x, 780 + (i % 2) * 50, oatEar(i % 2 ? '#D9A441' : '#E8B958'), 0.86, (i - 3) * 4))
        .join(''),
    ),
  oatEar: () =>
    square(
      fill('#E9D7A8'),
      circle(540, 460, 380, '#F6E9C6'),
      at(420, 560, oatEar('#C98F34'), 1.35, -10),
      at(680, 600, oatEar('#DDAA4E'), 1.2, 14),
    ),
  teaHill: () =>
    square(
      fill('#DCEBE3'),
      at(250, 260, sun('#F3D08A'), 0.75),
      at(780, 200, cloud(), 0.9),
      path('M0 520C220 380 400 460 560 380C760 300 900 380 1080 330V1080H0Z', '#9FBFA2'),
      path('M0 620C240 540 520 600 1080 500V1080H0Z', '#6F9A6A'),
      tea(12, 700, '#5E8A55'),
      tea(11, 800, '#4F7B49'),
      tea(12, 905, '#5E8A55'),
      tea(11, 1010, '#41693D'),
      at(760, 690, person('#C6553C', '#3F2A1D', true), 0.62),
      at(760, 618, path('M-190 10L0 -110L190 10Z', '#E2C078') + ellipse(0, 8, 190, 26, '#D1A956'), 0.62),
    ),

  // Mornings, rooms and streets
  morningPot: () =>
    windowScene(
      rect(-300, -340, 600, 680, '#CBE3E6') +
        at(120, -140, sun('#F6C469'), 0.72) +
        at(-120, 230, plant('#C6553C'), 0.9),
      '#F6E6CF',
      '#FFFFFF',
      '#B98357',
      at(540, 850, potSide('#C6553C'), 0.82) + at(540, 740, steam(), 1),
    ),
  shopMorning: () =>
    shopFront(
      '#F8DDBE',
      at(930, 150, sun('#F3AF5C'), 0.7) +
        rect(180, 556, 420, 120, '#9AA5A4') +
        [580, 606, 632, 658].map((y) => rect(180, y, 420, 4, ink.dark, 0, 'fill-opacity="0.2"')).join(''),
    ),
  shopSunny: () =>
    shopFront(
      '#BFDDE4',
      at(150, 150, sun('#F6C469'), 0.66) +
        at(820, 150, cloud(), 0.9) +
        at(
          180,
          930,
          path('M-70 -210H70L90 0H-90Z', '#4A3628') +
            rect(-58, -196, 116, 150, '#2F2620', 6) +
            small('请进', 0, -104, 44, ink.cream),
        ),
    ),
  apron: () =>
    square(
      fill('#D8E0DA'),
      rect(0, 140, 1080, 26, '#8A5A34'),
      circle(540, 152, 24, '#5E3E24'),
      at(
        540,
        620,
        ellipse(20, 360, 300, 20, ink.dark, 'fill-opacity="0.08"') +
          line('M-130 -300C-120 -500 120 -500 130 -300', '#B5763F', 26) +
          path(
            'M-140 -310H140L180 -100C270 -70 290 0 290 60L270 350H-270L-290 60C-290 0 -270 -70 -180 -100Z',
            '#C88A4E',
          ) +
          rect(-150, 40, 300, 210, '#B67A40', 18) +
          line('M-150 70H150', '#F2DDBE', 5, 'stroke-dasharray="14 12"') +
          rect(20, -20, 110, 150, '#F7EDDF', 8) +
          rect(20, -20, 22, 150, '#496A86', 4) +
          rect(-100, -40, 18, 170, '#E6A243', 8) +
          text('早谷', { x: 0, y: -160, size: 86, fill: ink.cream, anchor: 'middle', tracking: 0.1 }),
      ),
    ),
  rainWindow: () =>
    windowScene(
      rect(-300, -340, 600, 680, '#9FB6C3') + at(-60, -170, cloud('#C6D3DB'), 1.3) + rain('#E4EEF2'),
      '#DCD9D2',
      '#F7F3EA',
      '#9A6C48',
      at(370, 800, bowlSide('#4B6A88', '#F2E2C2'), 0.72) +
        at(370, 690, steam(), 0.9) +
        at(770, 810, jar('#EBD3A6', 0.7, 61), 0.62),
    ),
  noteDesk: () =>
    square(
      wood('#D2AE80'),
      at(560, 500, paper(620, 700, '#FBEBA8'), 1, -4),
      at(
        560,
        500,
        lines(
          ['话说慢一点', '水记得喝', '下午吃点心'],
          { x: -210, y: -120, size: 80, fill: '#5E4A22' },
          140,
        ) + line('M-210 -90H210M-210 50H160M-210 190H210', '#D9B44A', 6),
        1,
        -4,
      ),
      at(560, 150, circle(0, 0, 34, ink.brick) + circle(-10, -10, 10, '#F0A491')),
      at(200, 910, cupTop('#B86A28', ink.cream), 0.8),
      at(940, 860, rect(-13, -220, 26, 380, '#496A86', 10) + path('M-13 160H13L0 206Z', '#EBD3A6'), 1, 28),
    ),
  busRide: () =>
    square(
      fill('#F6DEC0'),
      at(860, 200, sun('#F1A85A'), 0.7),
      path('M0 640C160 560 240 600 380 540V1080H0Z', '#D9C2A0'),
      rect(620, 470, 120, 260, '#D9C2A0'),
      rect(780, 540, 160, 200, '#CDB48E'),
      table(800, '#8C8F92'),
      at(
        540,
        650,
        ellipse(0, 204, 440, 24, ink.dark, 'fill-opacity="0.18"') +
          rect(-450, -220, 900, 400, '#2F5B4F', 54) +
          rect(-450, 60, 900, 60, '#F3DFA6') +
          [-380, -190, 0, 190].map((x) => rect(x, -160, 160, 160, '#DCEDEE', 18)).join('') +
          rect(370, -160, 60, 200, '#DCEDEE', 14) +
          at(-110, -50, person('#C6553C', '#3F2A1D'), 0.38) +
          at(82, -50, person('#E6A243', '#5E3E24'), 0.38) +
          circle(-260, 184, 66, '#2B2B30') +
          circle(-260, 184, 28, '#B9BCC0') +
          circle(260, 184, 66, '#2B2B30') +
          circle(260, 184, 28, '#B9BCC0') +
          small('17', 400, 105, 44, '#2F5B4F'),
      ),
    ),
  tinMemory: () =>
    square(
      fill('#E9DCC9'),
      circle(540, 440, 380, '#F4EADA'),
      table(790, '#8F6443'),
      at(
        540,
        560,
        ellipse(12, 300, 300, 30, ink.dark, 'fill-opacity="0.16"') +
          path('M-280 -150V260C-280 320 280 320 280 260V-150Z', '#A63A32') +
          path('M140 -120H280V260C280 286 220 300 140 306Z', ink.dark, 'fill-opacity="0.13"') +
          ellipse(0, -150, 280, 60, '#7E2A24') +
          ellipse(0, -142, 252, 46, '#5A1D18') +
          at(
            0,
            -136,
            `<g transform="scale(1 0.36)">${scatter(5, 22, 200, [walnut, almond, peanut, cashew], 1.1)}</g>`,
          ) +
          circle(0, 90, 120, '#F0D9A8') +
          at(0, 90, text('囍', { x: 0, y: 48, size: 140, fill: '#A63A32', anchor: 'middle' })),
      ),
      at(
        830,
        860,
        ellipse(0, 0, 210, 48, '#7E2A24') +
          ellipse(0, -16, 210, 46, '#B9483C') +
          ellipse(0, -16, 160, 32, '#C9604F'),
      ),
    ),
  shelfStock: () =>
    square(
      fill('#F1E6D4'),
      shelf(
        330,
        [170, 330, 490].map((x) => at(x, 252, packs.baicha(), 0.22)).join('') +
          [680, 880].map((x) => at(x, 262, packs.oolong(), 0.26)).join(''),
      ),
      shelf(
        640,
        [190, 430, 670, 890]
          .map((x, i) => at(x, 558, i % 2 ? packs.nutbox() : packs.breakfast(), 0.3))
          .join(''),
      ),
      shelf(
        960,
        [160, 320, 480, 640, 800, 940]
          .map((x, i) =>
            at(x, 856, i % 3 === 0 ? packs.oats() : i % 3 === 1 ? packs.crunch() : packs.sesame(), 0.29),
          )
          .join(''),
      ),
    ),
  streetMorning: () =>
    square(
      fill('#F5D9B8'),
      at(270, 260, sun('#EF9E55'), 0.8),
      rect(60, 380, 250, 520, '#C8A27C'),
      rect(330, 300, 230, 600, '#DDBB92'),
      rect(580, 420, 200, 480, '#BF9468'),
      rect(800, 340, 240, 560, '#D3AC80'),
      [100, 210, 370, 470, 620, 700, 840, 950]
        .map((x, i) => rect(x, 460 + (i % 3) * 30, 60, 84, i % 2 ? '#FBE8BD' : '#8FA9AE', 6))
        .join(''),
      at(445, 660, awning(220, ['#2F5B4F', '#F7EDDF']), 1),
      table(900, '#A58B6C'),
      at(700, 916, person('#7C8C9A', '#DADADA'), 0.72),
      at(360, 916, person('#2F5B4F', '#3F2A1D', true), 0.72),
      at(620, 690, speech(['有嚼头'], ink.paper, 300, 70), 0.9),
    ),
  slowTable: () =>
    setTable(
      wood('#D8B488'),
      roundTable('#F3E7D2') +
        at(330, 400, bowlOf('#C6553C', 81, scatter(82, 8, 150, [blueberry, almond], 1.4, 1)), 0.52) +
        at(750, 400, bowlOf('#496A86', 83, scatter(84, 8, 150, [strawberry], 1.3, 1)), 0.52) +
        at(330, 730, cupTop('#C9853A'), 0.72) +
        at(750, 730, cupTop('#C9853A', '#F0C7A0'), 0.72) +
        at(540, 560, plate(120, '#FFFFFF') + scatter(85, 10, 78, [...nuts], 0.85)),
    ),
  basket: () =>
    square(
      fill('#DCE8D2'),
      table(800, '#B58D5F'),
      at(
        540,
        640,
        line('M-270 -60C-240 -420 240 -420 270 -60', '#8A5A34', 28) +
          at(-150, -100, circle(0, 0, 96, '#EE9A3C') + circle(-28, -30, 20, '#F7C27C')) +
          at(30, -120, circle(0, 0, 100, '#F0A544') + circle(-28, -30, 20, '#F9CF92')) +
          at(190, -90, circle(0, 0, 90, '#E58E33') + circle(-24, -26, 18, '#F4B970')) +
          line('M-240 -60L-310 -330M-216 -60L-250 -360M-196 -60L-206 -340', '#5F8E45', 20) +
          at(
            120,
            -280,
            [0, 72, 144, 216, 288].map((t) => at(0, 0, ellipse(0, -46, 28, 44, '#E58FA0'), 1, t)).join('') +
              circle(0, 0, 26, '#F3CE6A'),
          ) +
          line('M120 -200V-90', '#5F8E45', 12) +
          path('M-320 -70H320L260 230H-260Z', '#C58F52') +
          [-20, 40, 100, 160]
            .map((y) => line(`M${-310 + (y + 20) * 0.2} ${y - 10}H${310 - (y + 20) * 0.2}`, '#9B6A35', 10))
            .join('') +
          [-220, -130, -40, 50, 140, 220]
            .map((x) => line(`M${x} -66L${x * 0.86} 226`, '#9B6A35', 7))
            .join('') +
          rect(-340, -90, 680, 44, '#A9743C', 22),
      ),
    ),
  kidDrawing: () =>
    square(
      fill('#E9D3B4'),
      at(540, 530, paper(840, 800), 1, 3),
      at(
        540,
        530,
        line('M-280 240C-280 120 -160 120 -160 240', '#4F7BA6', 14) +
          circle(-220, 40, 84, 'none', 'stroke="#4F7BA6" stroke-width="14"') +
          circle(-248, 26, 8, '#4F7BA6') +
          circle(-192, 26, 8, '#4F7BA6') +
          line('M-252 66C-236 90 -204 90 -188 66', '#D2493E', 10) +
          line('M-296 10C-320 -70 -260 -80 -220 -60C-180 -80 -130 -70 -144 10', '#5E3E24', 14) +
          at(140, 60, walnut(), 3.4) +
          circle(100, 40, 12, ink.dark) +
          circle(180, 40, 12, ink.dark) +
          line('M104 96C124 124 156 124 176 96', ink.dark, 10) +
          line('M-120 160C-60 130 -40 150 -10 150', '#4F7BA6', 12) +
          line('M-330 290C-100 270 100 300 330 280', '#7FAE57', 14) +
          circle(280, -260, 60, '#F3B63F') +
          line('M200 -260H170M220 -320L196 -344M280 -340V-374M340 -320L364 -344', '#F3B63F', 12) +
          small('我们是朋友', -80, -230, 66, '#D2493E'),
        1,
        3,
      ),
      at(540, 140, rect(-90, -26, 180, 52, '#F3DFA6', 6, 'fill-opacity="0.85"')),
    ),
  familyTable: () =>
    setTable(
      cloth('#EEF0DD', '#DCE2C2'),
      roundTable('#E2BE8C') +
        at(540, 260, bowlOf('#C6553C', 91, at(0, 0, scatter(92, 6, 130, [almond, peanut], 1.5, 1))), 0.44) +
        at(820, 540, bowlOf('#2F5B4F', 93, scatter(94, 6, 130, [banana], 1.4, 1)), 0.44) +
        at(540, 820, bowlOf('#496A86', 95, scatter(96, 6, 130, [walnut], 1.3, 1)), 0.44) +
        at(260, 540, bowlOf('#E6A243', 97, scatter(98, 6, 130, [blueberry], 1.6, 1)), 0.44) +
        at(
          540,
          540,
          plate(116, '#FFFFFF') +
            scatter(99, 26, 84, [() => circle(0, 0, 7, '#3A3635'), () => circle(0, 0, 7, '#F2E6D0')], 1),
        ),
    ),
  deskSnack: () =>
    square(
      fill('#DDE3E6'),
      rect(180, 130, 720, 480, '#2B2F36', 28),
      rect(206, 156, 668, 428, '#F2F5F7', 14),
      rect(250, 210, 300, 26, '#B8C6CE', 12),
      rect(250, 262, 560, 18, '#D3DDE2', 9),
      rect(250, 304, 500, 18, '#D3DDE2', 9),
      rect(250, 346, 540, 18, '#D3DDE2', 9),
      rect(250, 420, 160, 100, '#7FA3B5', 10),
      rect(440, 450, 160, 70, '#E6A243', 10),
      rect(630, 390, 160, 130, '#C6553C', 10),
      table(680, '#C59B6B'),
      rect(120, 610, 840, 40, '#8F9AA1', 20),
      at(250, 810, packs.crunch(), 0.44),
      at(540, 860, plate(130, '#F7F1E6') + scatter(61, 10, 88, [...nuts], 0.85)),
      at(830, 810, cupSide('#2F5B4F', '#B86A28'), 0.85),
    ),
  nightLamp: () =>
    square(
      fill('#26324B'),
      stars(77, 30),
      circle(880, 180, 70, '#F3DFA6'),
      circle(852, 160, 62, '#26324B'),
      path('M540 420L180 900H900Z', '#F6D98F', 'fill-opacity="0.22"'),
      at(
        540,
        400,
        path('M-130 60L-70 -110H70L130 60Z', '#E6A243') +
          rect(-10, 60, 20, 330, '#8A5A34') +
          rect(-120, 380, 240, 34, '#8A5A34', 16),
      ),
      table(800, '#6B4A36'),
      at(260, 790, cupSide('#C6553C', '#8A4B20'), 0.76),
      at(
        800,
        780,
        path('M-130 60C-150 -40 -80 -90 0 -80C20 -120 60 -130 66 -90C110 -80 150 -20 130 60Z', '#4A4038') +
          line('M-40 -20C-30 -10 -14 -10 -6 -20M26 -20C36 -10 52 -10 60 -20', '#F3DFA6', 5) +
          line('M130 50C200 40 190 -40 160 -50', '#4A4038', 22),
      ),
      centred('晚安', 980, 84, '#F6E7B8', 0.2),
    ),
  alarmClock: () =>
    square(
      fill('#F9D9A8'),
      at(540, 560, sun('#F4BE6A', 24), 2.8),
      table(880, '#B9794A'),
      at(
        540,
        560,
        line('M-120 220L-170 300M120 220L170 300', ink.dark, 30) +
          path('M-200 -170A110 110 0 0 1 -60 -250L-130 -120Z', '#2F5B4F') +
          path('M200 -170A110 110 0 0 0 60 -250L130 -120Z', '#2F5B4F') +
          clockFace('#C6553C', 6, 30),
        1.2,
      ),
    ),
  tableFour: () =>
    setTable(
      cloth('#FBE9D6', '#F4D4B4'),
      at(300, 320, bowlOf('#C6553C', 111, scatter(112, 9, 150, [strawberry, blueberry], 1.3, 1)), 0.66) +
        at(790, 300, bowlOf('#2F5B4F', 113, scatter(114, 9, 150, [banana], 1.3, 1)), 0.66) +
        at(290, 790, bowlOf('#496A86', 115, scatter(116, 9, 150, [walnut, almond], 1.2, 1)), 0.66) +
        at(800, 790, bowlOf('#E6A243', 117, scatter(118, 9, 150, [blueberry, cashew], 1.3, 1)), 0.66) +
        at(545, 550, cupTop('#C9853A'), 0.62),
    ),
  giftTable: () =>
    square(
      fill('#F0D8C8'),
      at(540, 120, bunting(['#A63A32', '#E8BE6A', '#F7EDDF', '#C6553C'])),
      table(740, '#8F4A36'),
      at(540, 640, giftBox('#A63A32', '#E8BE6A'), 1.05),
      at(200, 890, plate(130, '#F7EDDF') + scatter(63, 10, 88, [...nuts], 0.85)),
      at(890, 880, cupTop('#C9853A'), 0.72),
    ),
  giftRibbon: () =>
    square(
      fill('#A63A32'),
      rect(450, 0, 180, 1080, '#E8BE6A'),
      rect(0, 450, 1080, 180, '#E8BE6A'),
      rect(450, 450, 180, 180, '#D9A94E'),
      at(
        540,
        540,
        path('M0 0C-60 -190 -330 -240 -350 -90C-360 40 -140 50 0 0Z', '#F3D28A') +
          path('M0 0C60 -190 330 -240 350 -90C360 40 140 50 0 0Z', '#F3D28A') +
          path(
            'M0 0C-90 90 -190 190 -230 330L-120 290C-70 200 -30 100 0 0ZM0 0C90 90 190 190 230 330L120 290C70 200 30 100 0 0Z',
            '#E2B765',
          ) +
          path(
            'M0 0C-60 -110 -200 -150 -250 -90C-260 -20 -120 10 0 0ZM0 0C60 -110 200 -150 250 -90C260 -20 120 10 0 0Z',
            '#C9963F',
          ) +
          circle(0, 0, 62, '#F3D28A'),
      ),
      rect(90, 800, 270, 180, '#F7EDDF', 14),
      text('团圆', { x: 225, y: 922, size: 96, fill: '#A63A32', anchor: 'middle', tracking: 0.1 }),
    ),
  boxOpen: () =>
    square(
      fill('#F3E1C8'),
      circle(540, 400, 350, '#FBF1E1'),
      table(820, '#B88A5A'),
      at(
        540,
        640,
        openBox(
          at(-150, -150, packs.oats(), 0.5, -8) +
            at(30, -180, packs.crunch(), 0.5, 3) +
            at(190, -130, packs.oolong(), 0.42, 9),
        ),
        1.1,
      ),
    ),
  boxHalf: () =>
    square(
      fill('#DFE9E3'),
      circle(540, 420, 350, '#EFF5F1'),
      table(800, '#9DB8A4'),
      at(
        540,
        640,
        openBox(at(-110, -140, packs.oats(), 0.46, -6) + at(110, -130, packs.sesame(), 0.44, 7)),
        0.96,
      ),
      at(210, 880, sachet('#C6553C', '坚果'), 0.9, -12),
      at(880, 880, sachet('#2F5B4F', '茶'), 0.9, 12),
    ),
  roastPan: () =>
    square(
      fill('#43332A'),
      circle(540, 900, 420, '#E8743A', 'fill-opacity="0.35"'),
      [300, 420, 540, 660, 780]
        .map((x, i) =>
          at(
            x,
            930,
            path('M0 60C-60 40 -50 -40 0 -110C50 -40 60 40 0 60Z', '#F08A3C') +
              path('M0 60C-30 46 -26 0 0 -46C26 0 30 46 0 60Z', '#F9CB6B'),
            1 + (i % 2) * 0.25,
          ),
        )
        .join(''),
      at(
        540,
        600,
        ellipse(0, 30, 440, 210, '#1F1916') +
          ellipse(0, 0, 440, 200, '#5B5450') +
          ellipse(0, 4, 400, 170, '#2E2825'),
      ),
      at(
        540,
        596,
        `<g transform="scale(1 0.42)">${scatter(65, 34, 380, [almond, cashew, hazelnut, peanut, walnut], 1.5, 0.85)}</g>`,
      ),
      at(540, 330, steam('#F3E1C8'), 1.3),
      centred('现炒现装', 190, 110, '#F6D9A0', 0.1),
    ),
  shopGuide: () =>
    square(
      fill('#F6EBD8'),
      rect(90, 230, 900, 720, '#FFFAF2', 30, 'stroke="#8A5A34" stroke-width="10"'),
      rect(470, 930, 140, 40, '#F6EBD8'),
      at(250, 720, rect(-120, -90, 240, 180, '#F2C9B4', 20) + cookie(), 1),
      at(540, 560, rect(-130, -110, 260, 220, '#F1DDB2', 20) + at(0, -6, packs.oats(), 0.26)),
      at(830, 380, rect(-120, -100, 240, 200, '#CFE0D2', 20) + at(0, 20, cupSide('#2F5B4F', '#B86A28'), 0.5)),
      small('试吃台', 250, 862, 44, ink.dark),
      small('燕麦和坚果', 540, 724, 44, ink.dark),
      small('茶桌', 830, 532, 44, ink.dark),
      line(
        'M540 930C540 860 400 880 380 760M400 640C420 560 440 560 400 560M680 520C720 500 720 460 700 430',
        ink.brick,
        9,
        'stroke-dasharray="2 26"',
      ),
      centred('头一回来，这样逛', 166, 84, ink.brick),
      small('进门', 540, 1030, 44, ink.brick),
    ),

  // New on Monday
  newCrunch: () =>
    newPoster(
      'crunch',
      '海盐坚果燕麦脆',
      '咸口 · 脆的 · 不腻',
      '#DCE9EC',
      '#3B6479',
      at(150, 1190, scatter(141, 9, 110, [...nuts], 1.05)) +
        at(930, 600, scatter(142, 6, 90, [...nuts], 1.05)),
    ),
  newOolong: () =>
    newPoster(
      'oolong',
      '桂花乌龙冷泡茶',
      '一瓶凉水 · 一个茶包',
      '#FBEDC6',
      '#9A6A14',
      at(140, 540, osmanthus(), 2.6) +
        at(240, 610, osmanthus(), 1.6) +
        at(940, 1180, osmanthus(), 2.8) +
        at(860, 1240, osmanthus(), 1.7) +
        at(930, 560, teaSprig(), 1.3, 26),
    ),
  newSesame: () =>
    newPoster(
      'sesame',
      '黑芝麻核桃燕麦糊',
      '现磨 · 有嚼头',
      '#E9E2D8',
      '#5A4A3C',
      at(150, 1180, walnut(), 2, 14) +
        at(930, 1190, walnut(), 1.7, -20) +
        at(920, 580, scatter(143, 26, 110, [() => ellipse(0, 0, 9, 5, '#3A3635')], 1.2)),
    ),
  newNutbox: () =>
    newPoster(
      'nutbox',
      '七日坚果盒',
      '新配方 · 多了开心果',
      '#F8DDCD',
      '#B4472F',
      at(170, 540, pistachio(), 2, -20) +
        at(280, 600, pistachio(), 1.5, 40) +
        at(920, 1200, pistachio(), 1.9, 12) +
        at(180, 1230, scatter(144, 6, 90, [...nuts], 1.1)),
    ),
  newBaicha: () =>
    newPoster(
      'baicha',
      '陈皮白茶小罐',
      '一层茶 · 一层皮',
      '#DFEADF',
      '#2F5B4F',
      at(150, 600, teaSprig(), 1.5, -18) +
        at(
          930,
          1180,
          path('M-90 0C-60 -70 60 -70 90 0C40 40 -40 40 -90 0Z', '#D98A3D') +
            path('M-60 0C-40 -36 40 -36 60 0C30 20 -30 20 -60 0Z', '#EBAF6C'),
          1.3,
        ) +
        at(170, 1220, leafShape('#8DAC63'), 1.1, 60),
    ),

  // Live on Wednesday
  liveOats: () =>
    livePoster(
      '燕麦的三种煮法',
      '#FBE9CF',
      '#B8622A',
      at(0, -60, person('#2F5B4F', '#3F2A1D', true), 1.1) + at(0, 250, potSide('#C6553C'), 0.5),
    ),
  liveNuts: () =>
    livePoster(
      '走进炒货间',
      '#F4DCC6',
      '#A8452E',
      at(0, -80, person('#FFFFFF', '#55443A'), 1.1) +
        at(
          0,
          250,
          ellipse(0, 0, 190, 70, '#3A3330') +
            `<g transform="scale(1 0.4)">${scatter(146, 16, 150, [...nuts], 1)}</g>`,
        ),
    ),
  liveTea: () =>
    livePoster(
      '冷泡茶，一次讲明白',
      '#DDEBE2',
      '#2F6B58',
      at(0, -90, person('#E6A243', '#2E2420'), 1.1) +
        [-150, -75, 0, 75, 150]
          .map((x, i) =>
            at(
              x,
              210,
              rect(
                -26,
                -90,
                52,
                180,
                ['#E9C46A', '#D89A3A', '#C77F2C', '#A9641F', '#8C4F18'][i] ?? ink.tea,
                14,
              ) + rect(-14, -122, 28, 40, ink.white, 6),
            ),
          )
          .join(''),
    ),
  liveBox: () =>
    livePoster(
      '拆一只早餐箱',
      '#F7E3C9',
      '#9A5B22',
      at(0, -120, person('#C6553C', '#3F2A1D', true), 1.05) +
        at(0, 230, openBox(at(-110, -120, packs.oats(), 0.36) + at(90, -110, packs.oolong(), 0.34)), 0.56),
    ),
  liveAsk: () =>
    livePoster(
      '今晚，问什么答什么',
      '#E5E4F0',
      '#5E3E5C',
      at(-90, 10, person('#496A86', '#3F2A1D'), 0.8) +
        at(100, 20, person('#C6553C', '#6B4A30', true), 0.8) +
        at(0, -240, speech(['坚果怎么存'], ink.white, 340, 52), 0.9) +
        at(0, 260, cupSide('#F7EDDF', '#B86A28'), 0.5),
    ),
  liveCardOats: () =>
    liveCard(
      '一袋燕麦，三种煮法',
      '#F3C98F',
      '#B8622A',
      at(-250, 0, bowlSide('#C6553C', '#F4E3C0'), 0.44) +
        at(0, 0, bowlSide('#496A86', '#FFF8EC'), 0.44) +
        at(250, 0, bowlSide('#2F5B4F', '#E9D9A8'), 0.44),
    ),
  liveCardNuts: () => liveCard('镜头搬进炒货间', '#D98E6C', '#A8452E', at(0, 0, nutPile(151), 0.62)),
  liveCardTea: () =>
    liveCard(
      '五个瓶子，五种泡法',
      '#9CC0AC',
      '#2F6B58',
      [-280, -140, 0, 140, 280]
        .map((x, i) =>
          at(x, -10, glass(['#F0D58C', '#E3B24C', '#D0902F', '#B3701F', '#8C4F18'][i] ?? ink.tea), 0.36),
        )
        .join(''),
    ),
  liveCardBox: () =>
    liveCard(
      '箱子里还有什么',
      '#E3B77E',
      '#9A5B22',
      at(
        0,
        10,
        openBox(
          at(-90, -110, packs.crunch(), 0.34) +
            text('?', { x: 90, y: -110, size: 170, fill: ink.brick, anchor: 'middle' }),
        ),
        0.66,
      ),
    ),
  liveCardAsk: () =>
    liveCard(
      '没有脚本的直播',
      '#B6B2CF',
      '#5E3E5C',
      at(-180, -130, speech(['茶怎么挑'], '#F3DFA6', 340)) +
        at(190, -20, speech(['礼盒送谁'], '#EFB9A2', 340)),
    ),

  // Eight in the evening
  flashBreakfast: () => flashPoster(packs.breakfast(), '晨光早餐箱', '108 元一箱', '#26324B', '#C6553C'),
  flashOats: () => flashPoster(packs.oats(), '三色燕麦片', '3 袋 79 元', '#3A2E4F', '#C98A3C'),
  flashTea: () => flashPoster(packs.baicha(), '茶的夜场', '加 39 元换购', '#1F3F3A', '#6F9A6A'),
  flashCrunch: () => flashPoster(packs.crunch(), '海盐坚果燕麦脆', '2 袋 79 元', '#2B3A4F', '#7FA3B5'),
  flashNutbox: () => flashPoster(packs.nutbox(), '七日坚果盒', '2 盒 105 元', '#4A2430', '#DE7458'),
  flashTonight: () =>
    flashPoster(
      at(170, -40, packs.crunch(), 0.78) + at(-120, 110, packs.nutbox(), 0.74),
      '今晚的小摊',
      '坚果盒 + 燕麦脆 95 元',
      '#33284A',
      '#8A6A9A',
    ),

  // Stories on Friday
  storyNight: () =>
    storyCard(
      ['一天的收尾', '也是一天的开头'],
      '夜班护士小韩',
      '#DCE6EE',
      '#496A86',
      '#9FC3D6',
      '#3F2A1D',
      true,
      at(880, 180, circle(0, 0, 64, '#F3DFA6') + circle(-26, -18, 56, '#DCE6EE')),
    ),
  storyStall: () =>
    storyCard(
      ['现在轮到有人', '做给他吃'],
      '街角摆摊的老周',
      '#F5E1C8',
      '#B8622A',
      '#7C8C5A',
      '#8C8C8C',
      false,
      at(900, 210, bowlSide('#C6553C', '#F4E3C0'), 0.36) + at(900, 160, steam(), 0.6),
    ),
  storyDorm: () =>
    storyCard(
      ['谁起得早谁煮', '谁起得晚谁洗碗'],
      '宿舍 412',
      '#F3DDE2',
      '#A8506A',
      '#E6A243',
      '#5E2E20',
      true,
      at(160, 230, person('#7FA3B5', '#2E2420', true), 0.7) +
        at(920, 230, person('#C6553C', '#6B4A30', true), 0.7),
    ),
  storyMother: () =>
    storyCard(
      ['妈妈煮粥', '女儿负责下雪'],
      '阿芳和五岁的女儿',
      '#E6EEDD',
      '#5F8443',
      '#D98C8C',
      '#3F2A1D',
      true,
      at(880, 260, person('#F3C777', '#3F2A1D', true), 0.62) +
        at(170, 210, scatter(152, 9, 110, [() => flake('#D9B878'), almond, peanut], 0.8)),
    ),
  storyTeacher: () =>
    storyCard(
      ['人可以忘', '杯子不能忘'],
      '李老师和他的搪瓷杯',
      '#E3E6E0',
      '#2F5B4F',
      '#5C6F7F',
      '#B9BCC0',
      false,
      at(
        900,
        230,
        cupSide('#F7F7F2', '#B86A28') +
          line('M-148 -96C0 -70 100 -70 148 -96', '#2F5B4F', 10) +
          small('先进教师', 0, 20, 54, '#C6553C'),
        0.6,
      ),
    ),

  // Questions
  chooseSweetSalty: () =>
    choice(
      {
        name: '甜口',
        tone: '#E39A6B',
        art: bowlSide(
          '#C6553C',
          '#F9E6C2',
          at(-90, -40, strawberry(), 0.9) + at(0, -46, banana(), 1) + at(90, -36, blueberry(), 1.2),
        ),
      },
      {
        name: '咸口',
        tone: '#6F9189',
        art: bowlSide(
          '#2F5B4F',
          '#EFE6C8',
          at(-70, -36, leafShape('#5F8E45'), 0.5, 70) +
            at(30, -40, leafShape('#7FAE57'), 0.5, -60) +
            at(100, -30, peanut(), 0.7),
        ),
      },
      '燕麦粥你站哪边',
    ),
  chooseHotCold: () =>
    choice(
      { name: '热茶', tone: '#C9724A', art: at(0, 20, cup('#F7EDDF', '#8C4F18'), 1.1) },
      {
        name: '凉茶',
        tone: '#5C97A3',
        art: glass('#D89A3A', at(-40, -150, ice(), 1.1, 14) + at(40, -100, ice(), 1, -16)),
      },
      '下班想喝哪一杯',
    ),
  askWho: () =>
    question(
      ['你家早饭', '谁做？'],
      '#F6DFC4',
      '#8A3F2A',
      at(300, 760, person('#496A86', '#8C8C8C'), 1.25) +
        at(780, 760, person('#C6553C', '#3F2A1D', true), 1.25) +
        table(1000, '#B98A5C') +
        at(540, 920, potSide('#2F5B4F'), 0.5) +
        at(540, 840, steam(), 0.8),
    ),
  guessNut: () =>
    question(
      ['猜猜', '这是什么坚果'],
      '#2F5B4F',
      '#F3DFA6',
      at(
        540,
        720,
        circle(14, 24, 250, ink.dark, 'fill-opacity="0.25"') +
          circle(0, 0, 246, '#7A4A26') +
          path('M-210 -130C-80 -60 80 -60 210 -130A246 246 0 0 0 -210 -130Z', '#F5E6C8') +
          path('M-150 -140C-60 -90 60 -90 150 -140C90 -200 -90 -200 -150 -140Z', '#FBF3E1') +
          text('?', { x: 0, y: 120, size: 190, fill: '#F3DFA6', anchor: 'middle' }),
      ),
    ),
  nameIt: () =>
    question(
      ['新口味', '你来起名字'],
      '#F9D7C2',
      '#A63A32',
      at(
        540,
        720,
        `<g>${packs.crunch()}</g>` +
          rect(
            -180,
            -260,
            360,
            420,
            '#FFFAF2',
            24,
            'stroke="#A63A32" stroke-width="6" stroke-dasharray="18 14"',
          ) +
          text('?', { x: 0, y: 40, size: 220, fill: '#A63A32', anchor: 'middle' }),
        0.92,
      ) +
        at(180, 860, path('M-90 0C-60 -70 60 -70 90 0C40 40 -40 40 -90 0Z', '#D98A3D'), 1, -20) +
        at(
          900,
          860,
          circle(0, 0, 66, '#B92F33') + circle(-18, -20, 14, '#DE7A74') + line('M0 -60V-90', '#5F8E45', 12),
        ),
    ),
  askLearn: () =>
    question(
      ['下周三', '想看哪个？'],
      '#DFE7F0',
      '#2F4E62',
      [
        ['A', '隔夜燕麦'],
        ['B', '炒脆腰果'],
        ['C', '办公室泡茶'],
      ]
        .map(
          ([mark, name], i) =>
            rect(150, 470 + i * 180, 780, 140, ink.paper, 34) +
            circle(240, 540 + i * 180, 46, ['#C6553C', '#E6A243', '#2F5B4F'][i] ?? ink.brick) +
            small(mark ?? '', 240, 560 + i * 180, 54, ink.white) +
            small(name ?? '', 330, 560 + i * 180, 56, ink.dark, 'start'),
        )
        .join(''),
    ),

  // Notices and the member day
  calendarEight: () => calendarLeaf('8', '会员日', '明天，三家店见', '#E8D9C3', '#C6553C'),
  calendarEight2: () => calendarLeaf('8', '明天', '灯给你留到晚上十点', '#CFDcD6', '#2F5B4F'),
  memberDayPoster: () =>
    memberPoster(
      '每月 8 日 · 会员专享',
      ['满 99', '减 20'],
      '#FBE7D0',
      '#B4472F',
      at(250, 1120, packs.crunch(), 0.5) +
        at(540, 1110, packs.breakfast(), 0.52) +
        at(850, 1120, packs.nutbox(), 0.46),
    ),
  memberDayPoster2: () =>
    memberPoster(
      '早起的一份 · 晚睡的一份',
      ['满 99', '减 20'],
      '#E3ECE3',
      '#2F5B4F',
      at(230, 1110, packs.oats(), 0.52) +
        at(480, 1130, packs.oolong(), 0.4) +
        at(720, 1110, packs.baicha(), 0.5) +
        at(930, 1120, packs.sesame(), 0.42),
    ),

  // Knowledge
  cardThreeOats: () =>
    knowledgeCard(
      '燕麦片的三种样子',
      ['整粒压片，煮 10 分钟', '快熟燕麦，煮 3 分钟', '即食燕麦，热水一冲'],
      '#EBD9B8',
      '#B07A2E',
      at(300, 880, scatter(161, 5, 80, [flake], 2.6, 1)) +
        at(560, 880, scatter(162, 12, 90, [flake], 1.5)) +
        at(820, 880, scatter(163, 30, 90, [flake], 0.8)),
    ),
  cardDampNuts: () =>
    knowledgeCard(
      '坚果受潮怎么办',
      ['先闻，没有哈喇味', '120 度烤 8 分钟', '凉透再装回罐子'],
      '#F0D3C2',
      '#B4552F',
      at(800, 860, jar('#E0C79B', 0.6, 164, ink.brown, [...nuts]), 0.5) +
        at(380, 880, scatter(165, 12, 120, [...nuts], 0.9)),
    ),
  cardColdBrew: () =>
    knowledgeCard(
      '冷泡茶记一个数',
      ['1 克茶，100 毫升水', '冷藏 4 到 6 小时', '当天喝完'],
      '#D5E6DC',
      '#2F6B58',
      at(780, 800, glass('#D89A3A', at(-30, -140, ice(), 1, 14) + at(40, -90, ice(), 0.9, -20)), 0.56) +
        text('1 : 100', { x: 130, y: 900, size: 130, fill: '#2F6B58' }),
    ),
  cardSeal: () =>
    knowledgeCard(
      '麦片怎么封口',
      ['空气往外赶一赶', '袋口卷三折', '夹子夹在正中间'],
      '#DDE3EA',
      '#496A86',
      at(800, 800, packs.oats(), 0.46) +
        at(800, 640, rect(-140, -26, 280, 52, '#C6553C', 16) + rect(-20, -50, 40, 100, '#A63A32', 10)) +
        at(
          370,
          860,
          rect(-190, -80, 380, 44, '#D9A95C', 14) +
            rect(-190, -26, 380, 44, '#C9974A', 14) +
            rect(-190, 28, 380, 44, '#B98538', 14),
        ),
    ),
  cardHandful: () =>
    knowledgeCard(
      '一把坚果是多少',
      ['巴旦木 20 粒左右', '核桃 4 到 5 个整仁', '腰果 16 粒左右'],
      '#F2DFC6',
      '#9A5B22',
      at(
        560,
        880,
        path('M-260 0C-250 120 -120 150 0 150C140 150 240 110 260 0C200 40 -200 40 -260 0Z', '#EFC6A0') +
          at(0, 14, scatter(166, 10, 104, [almond, walnut, cashew], 0.78)),
      ),
    ),
  cardOvernight: () =>
    knowledgeCard(
      '隔夜燕麦',
      ['燕麦 40 克', '牛奶 120 毫升', '半勺蜂蜜', '盖好，放冷藏'],
      '#DCE4EE',
      '#4B5F8C',
      at(830, 700, jar('#F4EBD9', 0.86, 167, '#4B5F8C', [flake, flake, flake, flake, blueberry]), 0.66),
    ),
  cardLabel: () =>
    knowledgeCard(
      '怎么看配料表',
      ['排在前面的放得多', '名单越短越看得懂'],
      '#E4E8D6',
      '#5F7A3E',
      at(
        540,
        800,
        paper(620, 330, '#FFFFFF') +
          small('配料表', -180, -80, 48, ink.dark) +
          line('M-260 -40H260', '#C9C9B8', 5) +
          small('燕麦 坚果 海盐', -30, 30, 54, '#5F7A3E') +
          line('M-260 90H60', '#DADACB', 16) +
          circle(190, 10, 110, 'none', 'stroke="#8A5A34" stroke-width="18"') +
          line('M270 92L350 170', '#8A5A34', 30),
      ),
    ),
  cardWalnut: () =>
    knowledgeCard(
      '核桃剥出整仁',
      ['热水泡 5 分钟', '两条缝朝左右', '捏住缝轻轻一压'],
      '#EADBC8',
      '#8A5A34',
      at(350, 870, walnut(), 2.2) +
        at(600, 870, walnut(), 2.2, 90) +
        at(
          850,
          870,
          path('M0 -100C-110 -90 -120 90 0 100Z', '#A8703C') +
            path('M-14 -70C-80 -60 -84 60 -14 70Z', '#EBD3A6'),
          1,
        ) +
        at(
          880,
          870,
          path('M0 -100C110 -90 120 90 0 100Z', '#A8703C') + path('M14 -70C80 -60 84 60 14 70Z', '#EBD3A6'),
          1,
        ),
    ),
  cardTeaTemp: () =>
    knowledgeCard(
      '泡茶水温',
      ['绿茶 80 度', '花茶 85 度', '白茶 90 度', '乌龙 95 度'],
      '#DBE8DD',
      '#3E7360',
      at(
        820,
        660,
        rect(-40, -230, 80, 400, ink.white, 40, 'stroke="#3E7360" stroke-width="10"') +
          rect(-16, -90, 32, 260, '#C6553C', 16) +
          circle(0, 200, 74, '#C6553C') +
          line('M60 -160H96M60 -80H96M60 0H96M60 80H96', '#3E7360', 9),
      ),
    ),
  cardMilkWater: () =>
    knowledgeCard(
      '先水，后牛奶',
      ['水烧开', '下燕麦，煮稠', '关火前倒牛奶'],
      '#DDE8EE',
      '#3F6E8C',
      at(780, 800, potSide('#7FA3B5'), 0.58) +
        at(780, 690, steam('#B8CBD6'), 0.7) +
        at(
          330,
          850,
          path(
            'M-80 -150H80V-80L110 -30V140H-110V-30L-80 -80Z',
            '#FFFFFF',
            'stroke="#3F6E8C" stroke-width="9"',
          ) +
            rect(-106, 20, 212, 80, '#3F6E8C') +
            small('牛奶', 0, 80, 52, ink.white),
        ),
    ),
  cardWeekPlan: () =>
    knowledgeCard(
      '一周早餐备起来',
      ['燕麦分五份', '坚果分五小袋', '水果洗好擦干'],
      '#F0E2CB',
      '#B4472F',
      [0, 1, 2, 3, 4]
        .map(
          (i) =>
            at(
              190 + i * 175,
              860,
              jar(
                ['#EBD3A6', '#E3B77E', '#EBD3A6', '#DDB877', '#EBD3A6'][i] ?? ink.oat,
                0.8,
                171 + i,
                ['#C6553C', '#E6A243', '#7C9A57', '#496A86', '#5E3E5C'][i],
              ),
              0.36,
            ) + small('一二三四五'[i] ?? '', 190 + i * 175, 886, 54, ink.dark),
        )
        .join(''),
    ),
  cardTeaStain: () =>
    knowledgeCard(
      '茶渍怎么洗',
      ['小苏打加几滴水', '抹上去等五分钟', '软布一擦就干净'],
      '#DCE9EC',
      '#3B7180',
      at(
        350,
        870,
        cupSide('#FFFFFF', '#E9F1F3') +
          path(
            'M-142 -60C-60 -40 60 -40 142 -60',
            'none',
            'stroke="#B86A28" stroke-opacity="0.6" stroke-width="10"',
          ),
        0.72,
      ) +
        at(
          800,
          870,
          rect(-130, -60, 260, 130, '#F3C777', 40) +
            rect(-130, 20, 260, 50, '#7FA66A', 24) +
            circle(-60, -90, 26, ink.white, 'stroke="#9CC3CE" stroke-width="5"') +
            circle(20, -116, 36, ink.white, 'stroke="#9CC3CE" stroke-width="5"'),
        ),
    ),
  cardNutNames: () =>
    knowledgeCard(
      '看懂坚果的名字',
      ['巴旦木就是扁桃仁', '碧根果是山核桃的亲戚', '花生算豆子'],
      '#EFDCC9',
      '#8F4A36',
      at(260, 880, almond(), 1.9, -20) +
        at(460, 880, pistachio(), 1.7, 14) +
        at(660, 880, hazelnut(), 1.8) +
        at(870, 880, peanut(), 1.7, -14),
    ),
  cardWash: () =>
    knowledgeCard(
      '燕麦要不要洗',
      ['燕麦片，不用洗', '燕麦米，淘两遍'],
      '#DCE8E6',
      '#2F6B6B',
      at(310, 800, bowlOf('#C6553C', 181, ''), 0.52) +
        at(
          780,
          800,
          bowlOf(
            '#3B7180',
            182,
            Array.from({ length: 5 }, (_, i) =>
              circle(
                -90 + i * 44,
                -60 + (i % 3) * 50,
                16 + (i % 3) * 8,
                ink.white,
                'fill-opacity="0.7" stroke="#9CC3CE" stroke-width="4"',
              ),
            ).join(''),
          ),
          0.52,
        ),
    ),
} satisfies Record<string, () => Picture>;

export type PictureKey = keyof typeof pictures;
export const pictureKeys = Object.keys(pictures) as PictureKey[];
