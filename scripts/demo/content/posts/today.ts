import { linkOf } from '../brand';
import type { DemoCopy } from '../types';

/** Posts whose place is relative to the first start, so their words fit any hour and any weekday. */
export const todayCopies = {
  /** Two versions and `except` 沉睡: three cards on the desk. */
  threeCards: {
    key: 'today-three',
    title: '早餐箱换新搭配卡',
    kind: 'sales',
    product: 'breakfast',
    pictures: ['tableFour', 'packBreakfast', 'boxOpen'],
    audience: { visibility: 'except', segments: ['dormant'] },
    body: `晨光早餐箱这周换了新的搭配卡。

三袋燕麦、一盒坚果、一盒茶，照着卡片换着吃，一个礼拜不重样。
128 元一箱，今天下单，{{store.name}}明天上午送。
卡片背面有我手写的一句话，每箱都不一样。`,
    firstComments: [`链接在这里：${linkOf('breakfast')}`, '换口味的直接留言，写清楚要哪三种'],
    variants: [
      {
        key: 'new',
        segments: ['new'],
        body: `还没试过早餐箱的朋友，可以从半箱开始。

两袋燕麦、几包坚果、几包茶，69 元，够一个人吃一周。
吃得惯再换整箱，吃不惯跟我说哪里不对。
我是{{store.name}}的{{staff.name}}，微信 {{staff.wechat}}，有事随时找我。`,
        pictures: ['boxHalf', 'packOats', 'packNutbox'],
        firstComments: ['半箱的链接在这里：https://shop.zaogu.example/p/breakfast-half'],
      },
      {
        key: 'returning',
        segments: ['returning'],
        body: `老朋友，早餐箱又换卡片了。

这回加了两道咸口：燕麦青菜粥、坚果拌面，上次你们点名要的。
128 元一箱，老规矩，写券码 {{staff.coupon}} 多送两包桂花乌龙。
地址没变回我「照旧」就行。`,
        pictures: ['tableFour', 'packBreakfast', 'packOolong'],
      },
    ],
  },
  ready: {
    key: 'today-ready',
    title: '店里的这一刻',
    kind: 'persona',
    copyMode: 'example',
    guidance: '换成你这会儿真实看到的画面，一两句就好；照片可以现拍。',
    pictures: ['cupNow', 'bowlBerry'],
    body: `给自己倒了杯茶，歇五分钟。
今天听到的一句话：「慢慢来，碗又不会跑。」
说话的是一位等粥的阿公，我记到本子上了。
你今天听到什么好话了吗？`,
  },
  soon: {
    key: 'today-soon',
    title: '三分钟小知识：燕麦要不要洗',
    kind: 'knowledge',
    pictures: ['cardWash', 'bowlBanana'],
    body: `常被问的一个问题：燕麦片下锅前要不要洗？
不用。片状的燕麦在厂里已经清理、蒸过、压过，一洗反而散了。
要洗的是整粒的燕麦米，淘两遍，泡半小时再煮。
分不清的，拍包装给我看。`,
  },
  flash: {
    key: 'today-flash',
    title: '晚八点：今晚的早餐桌',
    kind: 'sales',
    product: 'nutbox',
    dayBound: true,
    pictures: ['flashTonight', 'packNutbox', 'packCrunch'],
    body: `晚八点的小摊支起来了。
坚果盒加燕麦脆，今晚一起带 95 元，到 24 点收摊。
要的报券码 {{staff.coupon}}，我这边先给你留货。`,
    firstComments: [`链接在这里：${linkOf('nutbox')}`],
  },
  filler: {
    key: 'today-filler',
    title: '到店：现磨黑芝麻',
    kind: 'sales',
    product: 'sesame',
    pictures: ['sesameBowl', 'packSesame'],
    body: `石磨今天开着，现磨的黑芝麻味道飘到街口了。
燕麦糊 39 元 10 袋，到店可以先尝一小杯。
磨到下午，想看的来看。`,
    firstComments: [`链接在这里：${linkOf('sesame')}`],
  },
  /** The fourth sales post of the day. Its words stay true tomorrow. */
  fourth: {
    key: 'today-fourth',
    title: '囤一罐：陈皮白茶',
    kind: 'sales',
    product: 'baicha',
    pictures: ['teaTable', 'packBaicha', 'teapotScene'],
    body: `柜子里常备一罐陈皮白茶，来客人不慌。
水开，投一小块，盖上盖子聊会儿天，茶就好了。
{{product.price}} 元一小罐，三十来泡。
喝不惯的，{{staff.name}}帮你换成桂花乌龙。`,
    firstComments: [`链接在这里：${linkOf('baicha')}`],
  },
  waiting: {
    key: 'today-waiting',
    title: '头一回来店怎么逛',
    kind: 'notice',
    pictures: ['shopGuide', 'shopSunny', 'shelfStock'],
    body: `头一回来{{store.name}}的朋友，可以这样逛：
进门左手是试吃台，随便尝；
中间是燕麦和坚果，想看配料表的都在正面；
里面靠窗是茶桌，坐下喝一杯再走，不用买东西。
找不到我就喊一声{{staff.name}}。`,
    variants: [
      {
        key: 'new',
        segments: ['new'],
        body: `刚加我的朋友，欢迎来{{store.name}}坐坐。
进门左手有试吃台，燕麦脆和坚果随便尝，茶也有热的。
停车在后门，报车牌给我，前一小时免费。`,
      },
      {
        key: 'member',
        segments: ['member'],
        body: `会员朋友，店里靠窗那张茶桌以后给你们留着。
来之前跟我说一声，我先把水烧上。
{{staff.name}}，在{{store.name}}等你。`,
      },
    ],
  },
  /** Wanted before the quiet hours end. */
  early: {
    key: 'ahead-early',
    title: '天亮前的送货车',
    kind: 'persona',
    copyMode: 'example',
    guidance: '换成你自己看到的清早，一两句就好。',
    pictures: ['shopMorning'],
    body: `天刚亮，送货的小车停在后门。
燕麦、坚果、新茶，一箱一箱往里搬，手是凉的，心里踏实。
先给自己泡一杯，再开门。`,
  },
  expired: {
    key: 'past-expired',
    title: '晚安：关灯前的一句话',
    kind: 'persona',
    copyMode: 'example',
    guidance: '写今天真实发生的一件小事。',
    pictures: ['nightLamp'],
    body: `关灯前数了一遍：今天煮了九锅粥，修好一把椅子，认识了一只叫豆包的猫。
晚安，明天见。`,
  },
} satisfies Record<string, DemoCopy>;
