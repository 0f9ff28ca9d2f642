import { linkOf } from '../brand';
import type { DemoCopy, ProductKey } from '../types';

const knowledge = (
  key: string,
  title: string,
  pictures: DemoCopy['pictures'],
  body: string,
  more: Partial<DemoCopy> = {},
): DemoCopy => ({ key, title, kind: 'knowledge', pictures, body, ...more });

/** Knowledge with a link to buy is advertising and says so, in the text and in the comment. */
const withLink = (product: ProductKey, words: string): Partial<DemoCopy> => ({
  product,
  firstComments: [`广告｜${words}：${linkOf(product)}`],
});

export const mondayKnowledge: readonly DemoCopy[] = [
  knowledge(
    'know-mon-1',
    '燕麦片的三种样子',
    ['cardThreeOats'],
    `超市里的燕麦片，看包装背面就能分清：
① 整粒压片：片大、厚，煮 10 分钟，有嚼劲
② 快熟燕麦：切碎再压，煮 3 分钟
③ 即食燕麦：已经熟了，热水一冲就行
不分好坏，看你早上有几分钟。`,
  ),
  knowledge(
    'know-mon-2',
    '坚果受潮了怎么办',
    ['cardDampNuts'],
    `坚果软了先别急着扔。
闻一闻，没有哈喇味，就平铺在烤盘里，120 度烤 8 分钟，摊凉再吃，又脆了。
有油哈味的就不要留了。
放回罐子前一定要凉透，热着装，第二天又软。`,
  ),
  knowledge(
    'know-mon-3',
    '冷泡茶的比例',
    ['cardColdBrew'],
    `冷泡茶记一个数就够：1 比 100。
1 克茶，100 毫升凉白开，放冰箱冷藏 4 到 6 小时。
500 毫升的瓶子放 5 克，大约一平勺。
早上泡上，午饭后喝；睡前泡上，第二天带走。
当天喝完，不隔夜。`,
  ),
  knowledge(
    'know-mon-4',
    '麦片怎么封口',
    ['cardSeal'],
    `开了封的麦片，袋口卷三折再夹夹子，比只夹一下管用。
卷之前把袋子里的空气往外赶一赶。
夹子夹在卷起来的那一边的正中间，两头不漏气。
小事情，能多脆一个礼拜。`,
  ),
  knowledge(
    'know-mon-5',
    '一把坚果是多少',
    ['cardHandful'],
    `常有人问，一把坚果到底是多少？
手心微微握起来，能盖住手心，不冒尖，差不多就是 25 克：
巴旦木 20 粒左右
核桃 4 到 5 个整仁
腰果 16 粒左右
分装的小袋子就是照这个量配的。`,
  ),
];

export const tuesdayKnowledge: readonly DemoCopy[] = [
  knowledge(
    'know-tue-1',
    '隔夜燕麦怎么做',
    ['cardOvernight', 'bowlBerry', 'jarOats'],
    `隔夜燕麦，睡前两分钟：

1. 燕麦片 40 克，铺在罐底
2. 牛奶 120 毫升，刚好没过
3. 想吃甜一点，加半勺蜂蜜
4. 盖好，放冷藏

第二天早上拿出来，铺水果和坚果，带着就走。
怕凉的朋友，提前二十分钟从冰箱拿出来就好。`,
  ),
  knowledge(
    'know-tue-2',
    '怎么看配料表',
    ['cardLabel'],
    `看麦片的配料表，只看两件事。

排在前面的，放得多。所以头一个应该是燕麦，不是糖。
名单越短，越容易看懂。你家厨房里有的东西，基本都认识。

下次买的时候翻过来看一眼，五秒钟的事。`,
  ),
  knowledge(
    'know-tue-3',
    '核桃怎么剥得完整',
    ['cardWalnut'],
    `剥核桃想要整仁，有个老办法：
核桃泡热水 5 分钟，擦干，让两条缝朝左右，捏住缝轻轻一压。
壳开了再顺着中间的隔膜分开。
剥坏的也别浪费，切碎了拌在粥里一样香。`,
  ),
  knowledge(
    'know-tue-4',
    '泡茶水温对照',
    ['cardTeaTemp', 'teapotScene'],
    `几种茶的水温，记在这里：

绿茶：80 度，水开了晾三分钟
乌龙：95 度，水开等半分钟
白茶：90 度，老白茶可以直接煮
桂花一类的花茶：85 度

没有温度计的话，看壶嘴的气：一条直线往上冲，还太烫；慢慢散开，就差不多了。`,
  ),
  knowledge(
    'know-tue-5',
    '牛奶还是水',
    ['cardMilkWater'],
    `煮燕麦用牛奶还是用水？
先用水煮开、煮稠，关火前再倒牛奶。
这样不容易糊底，也不容易溢锅，奶香还留得住。
记住顺序就行：水，燕麦，牛奶。`,
  ),
];

export const thursdayKnowledge: readonly DemoCopy[] = [
  knowledge(
    'know-thu-1',
    '办公室抽屉里放什么',
    ['deskSnack', 'packCrunch'],
    `下午三点，抽屉里总得有点吃的。
挑的时候看三样：一手能拿、不掉渣、拆开吃不完也封得住。
我自己的抽屉：一袋燕麦脆，一小罐茶，几包独立装的坚果。
同事路过会自己来拿，这大概就是团建。
（含商品链接，广告）`,
    withLink('crunch', '抽屉里那袋燕麦脆'),
  ),
  knowledge(
    'know-thu-2',
    '小朋友的早餐怎么搭',
    ['kidBowl', 'packBreakfast'],
    `给小朋友配早餐，我们店里宝妈常用的办法是「一软一脆一水果」。
软的：燕麦粥或鸡蛋羹
脆的：一小把麦片或烤吐司条
水果：应季的切小块
坚果给小朋友要压碎，三岁以下不要给整粒的，吃的时候大人在旁边看着。
（含商品链接，广告）`,
    withLink('breakfast', '文中的早餐搭配'),
  ),
  knowledge(
    'know-thu-3',
    '陈皮和白茶为什么搭',
    ['teapotScene', 'packBaicha'],
    `白茶清，陈皮厚，放在一起刚好互相让一步。
头一泡快进快出，十秒就倒，喝茶的鲜。
第三泡开始慢下来，陈皮的味道才出来。
七八泡之后倒进小壶里煮一煮，又是另一杯。
（含商品链接，广告）`,
    withLink('baicha', '我们配好的陈皮白茶'),
  ),
  knowledge(
    'know-thu-4',
    '黑芝麻糊怎么冲不结块',
    ['sesameBowl', 'packSesame'],
    `冲芝麻糊总结块的，试试这样：
先倒一点点凉开水，搅成厚糊，没有干粉了，
再一边倒开水一边画圈，
倒到喜欢的稠度就停。
一步到位浇开水，外面熟了里面还是粉，自然就成疙瘩了。
（含商品链接，广告）`,
    withLink('sesame', '演示用的这款'),
  ),
  knowledge(
    'know-thu-5',
    '送长辈的礼盒怎么挑',
    ['giftTable', 'packGift'],
    `给长辈挑坚果礼盒，别光看盒子大。
一看有没有小包装，老人家一次吃不多；
二看壳好不好开，开心果、夏威夷果要带开口；
三看生产日期，越近越好，礼盒放半年的不要。
照这三条，哪家买都不会错。
（含商品链接，广告）`,
    withLink('gift', '我们家的礼盒在这里'),
  ),
];

export const sundayKnowledge: readonly DemoCopy[] = [
  knowledge(
    'know-sun-1',
    '一周早餐备起来',
    ['cardWeekPlan', 'jarsHome'],
    `周日花半小时，一周的早饭就有着落了：
燕麦分成五份装小罐，写上周一到周五；
坚果分五小袋，夹在罐盖上；
水果洗好擦干放一层；
茶包五个，丢进随手拿的杯子里。
早上只要做一件事：拿。`,
  ),
  knowledge(
    'know-sun-2',
    '燕麦田里的一年',
    ['oatField', 'oatEar'],
    `燕麦是这么长的：
播种以后一周冒尖，一个月没过脚踝；
抽穗的时候是银绿色的，风一吹像水；
等到整片变成麦秆黄，穗子低头，就可以收了。
从地里到碗里，要走一百多天。
慢慢吃。`,
  ),
  knowledge(
    'know-sun-3',
    '茶渍怎么洗',
    ['cardTeaStain'],
    `杯子里的茶渍，不用使劲刷。
一勺小苏打，几滴水，调成糊抹上去，等五分钟，用软布一擦就干净。
不锈钢的杯子用白醋泡一会儿也行。
别用钢丝球，刮花了下次更容易挂茶渍。`,
  ),
  knowledge(
    'know-sun-4',
    '看懂坚果的名字',
    ['cardNutNames', 'nutsPattern'],
    `坚果的名字常常让人糊涂：
巴旦木和扁桃仁，是一样东西；
夏威夷果不只产在夏威夷；
碧根果是山核桃的亲戚；
花生其实长在土里，算豆子。
下次聊天可以讲给小朋友听。🌰`,
  ),
  knowledge(
    'know-sun-5',
    '茶山上的一天',
    ['teaHill', 'leafClose'],
    `茶农的一天从四点半开始。
天刚亮，露水还没干，先不采，等太阳把叶子晒到半干。
一芽两叶，用指腹提，不用指甲掐。
中午之前送到，下午摊凉，晚上炒。
我们喝的那一口，是别人的一整天。`,
  ),
];
