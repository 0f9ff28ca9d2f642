import { linkOf } from '../brand';
import type { DemoCopy, ProductKey } from '../types';

const sales = (
  key: string,
  title: string,
  product: ProductKey,
  pictures: DemoCopy['pictures'],
  body: string,
  more: Partial<DemoCopy> = {},
): DemoCopy => ({
  key,
  title,
  kind: 'sales',
  product,
  pictures,
  body,
  firstComments: [`链接在这里：${linkOf(product)}`],
  ...more,
});

/** Monday 10:00, new on the shelf. */
export const newProducts: readonly DemoCopy[] = [
  sales(
    'new-1',
    '上新：海盐坚果燕麦脆',
    'crunch',
    ['newCrunch', 'packCrunch', 'bowlCrunch'],
    `周一上新｜海盐坚果燕麦脆

燕麦片、南瓜子、巴旦木，低温慢烤，出炉撒一层薄薄的海盐。
干吃是脆的，泡酸奶三分钟，外软里脆。
300 克一袋，45 元，店里可以试吃。`,
    {
      variants: [
        {
          key: 'new',
          segments: ['new'],
          body: `周一上新｜海盐坚果燕麦脆

没吃过我们家的，可以从这一袋开始：咸口，脆的，不腻。
头一回下单的朋友，店里拿一袋 30 克的小样先尝，喜欢再买 300 克的，45 元。
到{{store.name}}报「{{staff.name}}让我来的」就行。`,
        },
        {
          key: 'returning',
          segments: ['returning'],
          body: `周一上新｜海盐坚果燕麦脆

吃过蜂蜜味的老朋友，上次你们说想要不甜的，这回真的做出来了。
海盐味，南瓜子多放了一成，300 克 45 元。
要几袋跟我说，我给你留着。`,
        },
      ],
    },
  ),
  sales(
    'new-2',
    '上新：桂花乌龙冷泡茶',
    'oolong',
    ['newOolong', 'packOolong', 'glassOolong'],
    `周一上新｜桂花乌龙冷泡茶

一瓶凉水，一个茶包，摇一摇，等半小时。
乌龙打底，桂花是后来才闻到的。
15 包 49 元，够喝三个礼拜的工作日。
要带去公司的，我这边有赠的随手杯，先到先拿。`,
  ),
  sales(
    'new-3',
    '上新：黑芝麻核桃燕麦糊',
    'sesame',
    ['newSesame', 'packSesame', 'sesameBowl'],
    `新到的黑芝麻核桃燕麦糊，早上试冲了一碗，同事闻着味儿就过来了。

芝麻是现磨的，核桃留了一点碎粒，喝到底还有得嚼。
独立小袋，10 袋 39 元。
不爱甜的可以放心，甜味很淡。`,
  ),
  sales(
    'new-4',
    '上新：七日坚果盒换了新配方',
    'nutbox',
    ['newNutbox', 'packNutbox', 'nutsPattern'],
    `七日坚果盒换新配方啦。

拿掉了大家都挑出来的葡萄干，换成开心果仁；
腰果换了大一号的；
盒盖上写着周一到周日，一天一格，不用数。
59 元一盒，今天到货 120 盒。`,
    {
      variants: [
        {
          key: 'member',
          segments: ['member'],
          body: `会员朋友先说一声：七日坚果盒换新配方了。

你们在问卷里写的，葡萄干全部拿掉，换成开心果仁。
59 元一盒，积分照常累计。
去年买过礼盒的，回复我「换」，我给你留一盒新的尝尝味道。`,
        },
      ],
    },
  ),
  sales(
    'new-5',
    '上新：陈皮白茶小罐',
    'baicha',
    ['newBaicha', 'packBaicha', 'teaPour'],
    `等了四个月，陈皮白茶小罐到了。

白茶放了三年，陈皮是新会的，一层茶一层皮，压在一起又放了一季。
小罐 88 元，能泡三十来回。
罐子是马口铁的，喝完装纽扣也好看。🍵`,
  ),
];

/** Wednesday, shortly before the live starts at 20:00. */
export const lives: readonly DemoCopy[] = [
  sales(
    'live-1',
    '直播：燕麦的三种煮法',
    'oats',
    ['liveOats', 'packOats', 'bowlBanana'],
    `十分钟后开播，今天现场煮三锅燕麦：清粥、奶粥、咸粥。
边煮边聊，煮好了当场吃给你看。
三色燕麦片今晚直播间 2 袋 55 元，平时一袋 29.9 元。
搬小板凳来。`,
  ),
  sales(
    'live-2',
    '直播：炒货间开播',
    'nutbox',
    ['liveNuts', 'roastPan', 'packNutbox'],
    `今晚镜头搬进炒货间，看师傅怎么听声音判断火候。
噼里啪啦响得密，就是快好了。

八点开播，七日坚果盒直播间 54 元，比平时少 5 元，限今晚 200 盒。
进来说是「{{staff.name}}的朋友」，师傅多给你讲一段。`,
    {
      variants: [
        {
          key: 'new',
          segments: ['new'],
          body: `刚加我不久的朋友，今晚可以来认认门。
八点，直播炒货，师傅会从生的一路炒到能吃，什么都可以问。
想带一盒的，七日坚果盒直播间 54 元；不买，来闻个热闹也行。`,
        },
      ],
    },
  ),
  sales(
    'live-3',
    '直播：冷泡茶一次讲明白',
    'oolong',
    ['liveTea', 'glassOolong', 'packOolong'],
    `为什么你泡的冷泡茶发苦？
今晚八点直播，摆五个瓶子，水温、时间、茶量一个一个试给你看。
桂花乌龙直播间两盒 92 元，随手杯送完为止。`,
  ),
  sales(
    'live-4',
    '直播：早餐箱拆箱',
    'breakfast',
    ['liveBox', 'packBreakfast', 'boxOpen'],
    `晨光早餐箱里到底有什么？
今晚八点，当着镜头拆一箱：
三袋燕麦、一盒坚果、一盒茶，还有一张手写的搭配卡。
128 元一箱，直播间下单的加送一只搪瓷碗，碗只有 80 只。
拆完还会照着卡片做一份，做砸了也播。`,
  ),
  sales(
    'live-5',
    '直播：问什么答什么',
    'gift',
    ['liveAsk', 'packGift', 'giftTable'],
    `今晚不赶流程，就坐着聊。
坚果怎么存、茶怎么挑、礼盒送谁合适，弹幕问什么答什么。
团圆坚果礼盒 168 元，今晚下单可以写一句话，我们手写在卡片上一起寄。
八点见。`,
  ),
];

/** Thursday 20:00; each says 今晚, so none may slip to another day. */
export const flashSales: readonly DemoCopy[] = [
  sales(
    'flash-1',
    '晚八点：早餐箱尝鲜价',
    'breakfast',
    ['flashBreakfast', 'packBreakfast'],
    `晚八点，开始了。
晨光早餐箱，今晚 108 元一箱，到 24 点恢复 128 元。
每人限两箱。
报券码 {{staff.coupon}} 下单，我这边能看到，早点给你发走。`,
    { offer: 'flash' },
  ),
  sales(
    'flash-2',
    '晚八点：燕麦片囤货',
    'oats',
    ['flashOats', 'packOats', 'jarOats'],
    `今晚八点到十二点，三色燕麦片 3 袋 79 元。
保质期到明年，囤三袋，差不多吃两个月。
家里罐子不够的，凑满三袋送一只密封夹。`,
  ),
  sales(
    'flash-3',
    '晚八点：茶的夜场',
    'oolong',
    ['flashTea', 'packOolong', 'packBaicha'],
    `今晚是茶的夜场。
桂花乌龙 49 元照旧，加 39 元换购一罐半量装陈皮白茶。
平时半量装不单卖，做得不多，今晚放 60 罐。
到点收摊。`,
  ),
  sales(
    'flash-4',
    '晚八点：燕麦脆两袋装',
    'crunch',
    ['flashCrunch', 'packCrunch'],
    `加班的朋友看过来。
海盐坚果燕麦脆，今晚两袋 79 元，明天恢复 45 元一袋。
下单备注「加班」，给你塞两包茶。`,
    {
      variants: [
        {
          key: 'returning',
          segments: ['returning'],
          body: `老朋友，抽屉里那袋是不是见底了？
今晚两袋 79 元，到十二点。
地址没变的话回我「老样子」，我来帮你拍。`,
        },
      ],
    },
  ),
  sales(
    'flash-5',
    '晚八点：坚果盒拼个双',
    'nutbox',
    ['flashNutbox', 'packNutbox'],
    `一盒自己吃，一盒给对面工位的人。
七日坚果盒，今晚两盒 105 元，可以分开寄两个地址。
寄给谁、写什么，下单时备注，我们照着写。`,
  ),
];

/** Saturday 10:30, from the stewards. */
export const weekendSales: readonly DemoCopy[] = [
  sales(
    'weekend-1',
    '周末箱：一家人的早饭',
    'breakfast',
    ['tableFour', 'packBreakfast', 'boxOpen', 'bowlBerry'],
    `周末一家人坐齐了吃早饭，比什么都热闹。
晨光早餐箱 128 元，四口人吃四个早上刚刚好：
燕麦三袋，口味不一样，不用抢；
坚果一盒，自己抓；
茶一盒，给不吃甜的人。
今天下单，明天上午送到，{{store.name}}三公里内免运费。`,
    {
      variants: [
        {
          key: 'new',
          segments: ['new'],
          body: `还没买过早餐箱的朋友，周末可以先来店里坐坐。
我们煮一锅，你尝三种，喜欢哪一种再带走哪一种。
单袋 29.9 元起，不用一下子买一箱。
{{store.name}}，周末九点开门。`,
        },
        {
          key: 'returning',
          segments: ['returning'],
          body: `上次那箱吃得差不多了吧？
这周的早餐箱换了搭配卡，新加了一道咸口的：燕麦青菜粥。
128 元一箱，明天上午送到，还是我给你送。`,
        },
      ],
    },
  ),
  sales(
    'weekend-2',
    '周末自提：三色燕麦片',
    'oats',
    ['shopSunny', 'packOats'],
    `周末路过店里，三色燕麦片 29.9 元，自提送一根香蕉。
对，就是一根香蕉，早上刚到的，配燕麦正好。
送到下午五点，或者香蕉没了为止。`,
  ),
  sales(
    'weekend-3',
    '周末礼盒：回家带一份',
    'gift',
    ['giftRibbon', 'packGift', 'nutsPattern'],
    `周末回爸妈家，手里别空着。
团圆坚果礼盒，八格，个个开口，老人家好剥。
168 元，可以帮你写卡片，字丑的我来写。`,
  ),
  sales(
    'weekend-4',
    '周末茶桌',
    'baicha',
    ['teaTable', 'packBaicha', 'teaPour'],
    `周末的茶桌不用讲究。
一个壶，两个杯，一碟坚果，一个愿意听你说话的人。
陈皮白茶 88 元一小罐，买茶的朋友送一小袋腰果配着吃。`,
  ),
  sales(
    'weekend-5',
    '周末烘焙：燕麦饼干',
    'oats',
    ['cookies', 'packOats', 'kidBowl'],
    `周末跟小朋友一起做燕麦饼干吧：
燕麦片 100 克，香蕉两根压成泥，拌匀，捏成小饼，170 度烤 18 分钟。
不用打发，不用模具，三岁也能帮忙捏。

三色燕麦片 29.9 元一袋，一袋能做五盘。
做好了拍给我看，我想看看谁捏得圆。`,
  ),
];

/** The 8th, 09:00. */
export const memberDays: readonly DemoCopy[] = [
  sales(
    'member-day-1',
    '会员日：满 99 减 20',
    'breakfast',
    ['memberDayPoster', 'packBreakfast', 'packNutbox', 'packOolong'],
    `8 号，会员日。
今天会员满 99 减 20，店里、小程序都可以用，每人一次。

不知道怎么凑的：
燕麦脆 45 + 坚果盒 59，减完 84 元
早餐箱 128，减完 108 元
还不是会员的，进店登记一下就是。`,
    {
      offer: 'memberDay',
      occasion: 'memberDay',
      dayBound: true,
      variants: [
        {
          key: 'member',
          segments: ['member'],
          body: `今天 8 号，你的会员日。
满 99 减 20 的券已经放在你账户里了，今晚 24 点前有效。
我看了下你常买的，燕麦脆加坚果盒，减完 84 元。
要的话回我一个字，我帮你下单。`,
        },
        {
          key: 'new',
          segments: ['new'],
          body: `跟新朋友说一下，我们每个月 8 号是会员日。
进店登记个手机号就是会员，不收钱，当天就能用满 99 减 20。
想先看看有什么，点评论里的链接，慢慢逛。`,
        },
      ],
    },
  ),
  sales(
    'member-day-2',
    '会员日：这个月的搭配',
    'nutbox',
    ['memberDayPoster2', 'packCrunch', 'packBaicha'],
    `又到 8 号。
这个月会员日帮大家搭了两份：

早起的：三色燕麦 + 桂花乌龙 + 黑芝麻糊，117.9 元，减完 97.9 元
晚睡的：陈皮白茶 + 燕麦脆，133 元，减完 113 元
满 99 减 20，每位会员一次，今天有效。`,
    { offer: 'memberDay', occasion: 'memberDay', dayBound: true },
  ),
];

/** Fill a day up to its cap, so that the plan has something to decide. */
export const extraSales: readonly DemoCopy[] = [
  sales(
    'extra-1',
    '补货：桂花乌龙到店',
    'oolong',
    ['packOolong', 'glassOolong'],
    `断货两周的桂花乌龙补上了，三家店各 40 盒。
49 元一盒，之前留言要的，我一个个通知过了，没收到的来找我。`,
  ),
  sales(
    'extra-2',
    '临期特价：燕麦脆小包',
    'crunch',
    ['packCrunch', 'bowlCrunch'],
    `燕麦脆 30 克小包，还有 40 天到期，2 元一包，介意的别拍。
味道没问题，我早上刚吃了一包。
一共 60 包，卖完就没有了。`,
  ),
  sales(
    'extra-3',
    '团购：办公室下午茶',
    'nutbox',
    ['deskSnack', 'packNutbox', 'packOolong'],
    `公司下午茶可以找我订。
十人份：坚果小袋 10 包、茶包 10 个、燕麦脆 2 袋，合计 199 元，送到工位。
行政的朋友私信我，发票、送货时间我来弄。`,
  ),
  sales(
    'extra-4',
    '自提：黑芝麻糊买二送一',
    'sesame',
    ['packSesame', 'sesameBowl'],
    `黑芝麻核桃燕麦糊，到店自提买两盒送三袋散装。
39 元一盒，送的三袋可以换口味。
来之前跟我说一声，我在{{store.name}}等你。`,
  ),
  sales(
    'extra-5',
    '搭配：坚果盒加茶',
    'nutbox',
    ['nutsPattern', 'packNutbox', 'packBaicha'],
    `一边喝茶一边剥坚果，是店里晚上的固定节目。
坚果盒 59 + 陈皮白茶 88，一起带 139 元。
分开买也行，不差这几块钱，图个方便。`,
  ),
  sales(
    'extra-7',
    '到货：陈皮白茶大罐',
    'baicha',
    ['packBaicha', 'teaTable'],
    `天天喝的朋友催了好久的大罐，今天到了 24 罐。
一大罐抵三小罐，239 元，密封条一圈一圈缠好的，放着不怕潮。
自己喝的不用送礼盒，省下的钱多泡几回。`,
  ),
  sales(
    'extra-6',
    '预订：下周的早餐箱',
    'breakfast',
    ['boxOpen', 'packBreakfast'],
    `下周的早餐箱开始登记了。
128 元一箱，周一统一发，今天登记的可以自己挑三种燕麦口味。
报名字和口味给我就行，付款不急。`,
  ),
];

/** Both feeds of the pool carry these, so every customer meets them twice and they count twice. */
export const doubles: readonly DemoCopy[] = [
  sales(
    'double-1',
    '三店同庆：礼盒到货',
    'gift',
    ['giftTable', 'packGift', 'shopSunny'],
    `三家店的团圆坚果礼盒今天同时到货。
八格装，开心果、夏威夷果、腰果、巴旦木、碧根果、核桃、榛子、南瓜子，一格不少。
168 元一盒，十盒以上可以印公司名字。
要看实物的来店里，样品在进门左手边。`,
  ),
];

/** The one too many of its day. */
export const overflow = {
  pastSkip: sales(
    'over-skip',
    '晚安价：燕麦糊',
    'sesame',
    ['packSesame'],
    `睡前想喝点热的，冲一袋黑芝麻燕麦糊。
今晚下单两盒 75 元，明早发货。`,
    { onConflict: 'skip' },
  ),
  pastHold: sales(
    'over-hold',
    '加推：礼盒剩余 20 盒',
    'gift',
    ['packGift', 'giftRibbon'],
    `礼盒还剩 20 盒，168 元，卖完等下一批。
之前问过我的朋友，今晚给个准话，我先替你留。`,
    { onConflict: 'hold' },
  ),
  aheadDefer: sales(
    'over-defer',
    '晚间推荐：燕麦脆配酸奶',
    'crunch',
    ['bowlCrunch', 'packCrunch', 'bowlBerry'],
    `睡前有点饿又不想吃太多，半碗酸奶，一把燕麦脆，够了。
海盐味 45 元一袋，睡前吃记得再刷一次牙。`,
  ),
  aheadSecond: sales(
    'over-defer-2',
    '晚间推荐：冷泡一瓶明天喝',
    'oolong',
    ['glassOolong', 'packOolong'],
    `现在泡一瓶放冰箱，明天出门拿了就走。
桂花乌龙 49 元 15 包，{{staff.name}}亲测：瓶子横着放，味道更匀。`,
  ),
} satisfies Record<string, DemoCopy>;

/** Only some customers see each of these, so five fit on a day that allows three. */
export const narrow: readonly DemoCopy[] = [
  sales(
    'only-new',
    '新客：三种口味各尝一包',
    'oats',
    ['packOats', 'bowlBanana'],
    `新朋友专门看的：三色燕麦尝味装，每种一包，9.9 元包邮。
吃完觉得哪种对胃口，再回来买大袋。
每人一份，地址发我。`,
    { audience: { visibility: 'only', segments: ['new'] } },
  ),
  sales(
    'only-returning',
    '老客：空罐子别扔',
    'oats',
    ['jarOats', 'packOats'],
    `老朋友家里应该攒了几只我们的玻璃罐吧？
带一只空罐到店，三色燕麦现称，500 克 26.9 元，比袋装少 3 元。
少一个袋子，大家都好。`,
    { audience: { visibility: 'only', segments: ['returning'] } },
  ),
  sales(
    'only-member',
    '会员：提前选口味',
    'breakfast',
    ['packBreakfast', 'tableFour'],
    `会员朋友可以提前选下一期早餐箱的口味了。
六选三，选好 128 元不变，比公开发售早两天寄出。
点链接勾一下，晚上十点前我统一报给仓库。`,
    { audience: { visibility: 'only', segments: ['member'] } },
  ),
];
