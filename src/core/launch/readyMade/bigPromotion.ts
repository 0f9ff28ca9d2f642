import type { ReadyMade } from './types';

/** Three waves with quiet days between them: T−10 to T−1, T and T+1, T+6 to T+8. */
export const bigPromotion: ReadyMade = {
  key: 'big-promotion',
  name: { zh: '大促：预热、爆发、返场', en: 'Big promotion: warm-up, burst, return' },
  description: {
    zh: '像 618 这样的大促，前后十八天：十天预热，两天爆发，歇四天，再返场三天。中间留了不发的日子，客户不烦，员工也喘得过气。',
    en: 'A promotion like 618 over eighteen days: ten days of warm-up, two of burst, four of rest, three of return. Quiet days are left free on purpose, for customers and for staff.',
  },
  phases: [
    {
      key: 'tease',
      name: { zh: '预热：引发兴趣', en: 'Warm-up: tease' },
      required: true,
      kinds: ['persona', 'knowledge', 'interaction'],
      maxSales: 0,
      minGapMinutes: 240,
      guidance: '还早，不卖货。先说好这回怎么做，再帮大家理一理要买什么。开始前七天那天不发。',
      steps: [
        {
          key: 'promise',
          title: { zh: '先把话说在前头', en: 'A promise beforehand' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -10, time: '20:30' },
          copyMode: 'example',
          body: `大促快到了，先把话说在前头。
该说的日子我说，其余的日子不吵你们。
要买什么，我提前帮你盘一盘；
没什么要买的，划过去就好，咱们照样聊天。`,
          pictures: 1,
          guidance: '配本人或门店的日常照，不用大促海报。',
          staffGuidance: '用自己的话说，你打算怎么不吵人。说到要做到，中间空着的日子别自己加发广告。',
        },
        {
          key: 'your-list',
          title: { zh: '你的清单上有什么', en: 'What is on your list' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: -9, time: '12:10' },
          copyMode: 'example',
          body: `问一句：这回大促，你清单上有什么？
我的清单一半是纸巾，实在没什么出息。
写几样出来看看，
我有的，我帮你盯着价；我没有的，你去别处买，别等我。`,
          pictures: 0,
          guidance: '每条都回。别人写的东西店里没有，就真的说没有，别硬往自家商品上拐。',
          staffGuidance: '纸巾换成你自己清单上真有的东西，别写店里卖的。',
        },
        {
          key: 'whats-left',
          title: { zh: '先看看家里还剩什么', en: 'See what is left at home' },
          kind: 'interaction',
          channels: ['group'],
          at: { days: -8, time: '12:10' },
          body: `大促之前，先理一理手上还剩什么。
快用完的，早该换的，买了没怎么动过的，
三样在群里说说。
前两样我帮你看怎么补，后一样，这回就别再买了。`,
          pictures: 0,
          guidance: '做课程、服务的，把三样换成「学完的、想学的、买了没学的」。自己先写一份开个头。',
        },
        {
          key: 'no-loss',
          title: { zh: '大促怎么买不吃亏', en: 'How not to lose out' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: -8, time: '20:30' },
          body: `大促买东西，我自己的老办法：
先把平时的价钱记下来，到时候对着看；
满减先算实付多少，别看划掉的那个价；
用不完的，再便宜也是贵。
你有什么招，也教教我。`,
          pictures: 1,
          guidance: '配一张手写的比价便签。只讲办法，不带商品，不放链接，也不说别家的坏话。',
        },
      ],
    },
    {
      key: 'showcase',
      name: { zh: '预热：展示亮点价值', en: 'Warm-up: show what it is worth' },
      required: true,
      kinds: ['sales', 'knowledge', 'persona'],
      maxSales: 2,
      minGapMinutes: 240,
      guidance: '只主推一样，把它讲透。开始前三天那天不发，让大家歇一歇。',
      steps: [
        {
          key: 'the-one',
          title: { zh: '这回主推一样', en: 'The one thing this time' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: -6, time: '20:30' },
          body: `这回大促，我主推一样：{{product.name}}。
【填：一句话：解决了什么麻烦】
不是样样都推，推多了你们记不住，我也讲不清。
{{launch.time}} 开始，价钱过几天跟大家说。`,
          firstComments: ['想先看看样子的，跟我说，我拍给你。'],
          pictures: 4,
          guidance: '写它替客户省了什么事，一句话说完。选平时就有人回头买的，别拿压仓的货来凑。',
        },
        {
          key: 'side-by-side',
          title: { zh: '放一起看差别', en: 'Side by side' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: -5, time: '12:10' },
          body: `同一类东西，放在一起看，差别就出来了。
看左边：【填：一处看得见的差别】
看右边：【填：同一处，另一种样子】
两种都有人要，看你怎么用。
想知道自己该要哪种，把用处说给我。`,
          pictures: 2,
          guidance: '两张同角度、同光线的实拍。只比看得见的差别，不点别家的名字，不说谁不好。',
        },
        {
          key: 'group-ask-first',
          title: { zh: '群里先透个底', en: 'A first word to the group' },
          kind: 'sales',
          channels: ['group'],
          at: { days: -4, time: '12:10' },
          body: `跟群里先透个底，这回主推{{product.name}}，另外有{{offer.name}}。
想要的先跟我说个大概的数，我好去备，备多了压在手里，备少了你们白等。
说了不算订，到时候改主意也行。`,
          pictures: 2,
          guidance: '记下大概的数量去备货。课程、服务按名额记。不收定金的，别把这句写成预订。',
        },
        {
          key: 'getting-ready',
          title: { zh: '在备货了', en: 'Getting ready' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -4, time: '20:30' },
          copyMode: 'example',
          body: `这两天下了班都在为大促做准备。
东西挨个看，有一点不对劲的都挑出来放一边。
同事笑我挑得太细，
我说，等客户来挑就晚了。`,
          pictures: 3,
          guidance: '配备货、验货、改讲义的实拍，乱一点没关系。',
          staffGuidance: '说你自己挑出来的那一样，为什么挑它。没参加备货的，说你在准备什么。',
        },
      ],
    },
    {
      key: 'interact',
      name: { zh: '预热：福利互动', en: 'Warm-up: join in' },
      required: true,
      kinds: ['interaction', 'sales', 'persona'],
      maxSales: 3,
      minGapMinutes: 30,
      guidance:
        '帮大家算清楚，比喊便宜有用。价格公开前先跟老客单独说一声，公开以后各处一个价。商品资料里的价格，提交审批前就改成大促的卖价。',
      steps: [
        {
          key: 'do-the-sums',
          title: { zh: '清单发我，我帮你算', en: 'Send me your list' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: -2, time: '12:10' },
          body: `清单理好了没？发我，我帮你算。
怎么凑合适，哪样这回不用买，
有没有更省的买法，我写在纸上拍给你。
就当练练算术，不买也给算。`,
          pictures: 1,
          guidance: '排好谁来算，当天都要回。配一张真的算过账的纸，名字遮住。',
        },
        {
          key: 'regulars',
          title: { zh: '私聊老客', en: 'A word to regulars' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { days: -2, time: '20:30' },
          copyMode: 'example',
          body: `大促的安排定了，先跟你说。
{{product.name}}，{{product.price}} 元，有{{offer.name}}，{{launch.time}} 开始。
你之前买的那份该差不多了吧？
还有就先不补，没有了我给你留着。`,
          pictures: 0,
          guidance: '只发给买过同类东西的老客。说了「留着」，就要真的留。',
          staffGuidance: '看一眼他上次是什么时候买的，写进去。他说还有，就回「那先用着」，不再劝。',
        },
        {
          key: 'the-price',
          title: { zh: '价钱公开', en: 'The price is out' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: -1, time: '12:10' },
          body: `说好的，价钱来了：{{product.name}}，{{product.price}} 元。
另有{{offer.name}}，{{launch.time}} 开始。
和平时差多少，图里列得明明白白，
你拿去比，比完再说。`,
          variants: [
            {
              key: 'member',
              body: `会员看这里：{{product.name}}，{{product.price}} 元，{{launch.time}} 开始。
{{offer.name}}你们也能用，
能不能和会员的优惠一起算，我写在图里了，
看着绕的话，把要买的发我，我列个数给你。`,
            },
            {
              key: 'returning',
              body: `买过的朋友，价钱出来了：{{product.name}}，{{product.price}} 元。
加上{{offer.name}}，{{launch.time}} 开始。
你上回多少钱买的，翻翻订单对一对，
觉得合适就来，要几份先跟我说，我给你留。`,
            },
            {
              key: 'new',
              body: `才加我没多久的朋友，不用怕大促的算法。
就一样：{{product.name}}，{{product.price}} 元，{{launch.time}} 开始。
{{offer.name}}怎么用，我到时候一步步截图，
跟着点就行。`,
            },
            {
              key: 'dormant',
              body: `许久没联系，不知道你近来还用不用得上这些。
大促有一样我觉得值得说：{{product.name}}，{{product.price}} 元，
{{launch.time}} 开始，有{{offer.name}}。
用不上也没事，看到了就当问个好。`,
            },
          ],
          firstComments: ['算不清楚的，把想买的写在这里，我来算。'],
          pictures: 2,
          guidance:
            '一张实拍，一张价格对照图：平时多少、这回多少、用上优惠多少。平时价写近一个月真卖过的价，不能抬高了再降。',
        },
        {
          key: 'group-how',
          title: { zh: '群里说怎么买', en: 'How to buy, for the group' },
          kind: 'sales',
          channels: ['group'],
          at: { days: -1, time: '20:00' },
          body: `怎么买，一步一步说：
先看价，{{product.name}}，{{product.price}} 元；
再填码，{{offer.code}}，看到减了再付款；
付完看一眼名字和电话对不对。
{{launch.time}} 开始，哪一步卡住都在群里喊。`,
          pictures: 3,
          guidance: '三张下单截图，用自己的账号真走一遍。没有券码的，第二步改成实际的用法。',
        },
        {
          key: 'eve',
          title: { zh: '开始前一晚', en: 'The evening before' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: -1, time: '21:00' },
          copyMode: 'example',
          body: `东西摆好了，话也说完了。
这会儿反倒没什么要做的，把桌子擦了一遍。
谢谢这些天理我的人，
一问一答的，比做海报有意思。`,
          pictures: 1,
          guidance: '配收拾好的桌面或店面，安安静静的一张。',
          staffGuidance: '说你此刻在干什么。不再讲价格，也不催。',
        },
      ],
    },
    {
      key: 'on-sale',
      name: { zh: '爆发：商品开售', en: 'Burst: on sale' },
      required: true,
      kinds: [],
      maxSales: 6,
      minGapMinutes: 10,
      guidance:
        '就这两天。卖货的话短一点、准一点，中间插自己的日常，别让人觉得只剩广告。之后歇四天，只回消息，不发卖货。',
      steps: [
        {
          key: 'burst-morning',
          title: { zh: '大促这天的早上', en: 'The morning of the burst' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 0, time: '08:00' },
          copyMode: 'example',
          body: `今天会很忙，先给自己煮了碗热的。
充电宝带了，水带了，嗓子先省着用。
回消息要是慢了，不是不理你，
是在排队，排到了一定回。`,
          pictures: 1,
          guidance: '配早饭或出门路上的实拍。',
          staffGuidance: '换成你今天真的准备了什么。说好回得慢，晚些一定要都回完。',
        },
        {
          key: 'before-paying',
          title: { zh: '付款前看三样', en: 'Three checks before paying' },
          kind: 'notice',
          channels: ['wechat-moments'],
          at: { days: 0, time: '12:10' },
          body: `付款之前，看三样：
名字电话对不对，要的份数对不对，优惠减了没有。
每回大促都有人填了旧地址，
东西转了一圈又回来，两头着急。`,
          pictures: 1,
          guidance: '做课程、服务的，把地址换成手机号和开课时间。配一张圈出三处的下单页截图。',
        },
        {
          key: 'hour-before',
          title: { zh: '开始前一小时', en: 'One hour to go' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: -60 },
          body: `{{launch.countdown}}后，大促开始。
我这边就推{{product.name}}，{{product.price}} 元，
到点把链接放在评论里。
别处也有要买的，先去忙，我这儿不用赶。`,
          pictures: 1,
          guidance: '货确实不多的，把末尾一句换成实话，说清有多少、卖完怎么办。',
        },
        {
          key: 'open',
          title: { zh: '大促开始', en: 'The promotion opens' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: 0 },
          body: `开始了。{{product.name}}，{{product.price}} 元。
链接和券码都在评论里，填了码再付款。
价钱跟我之前说的一样，
你看到的要是不一样，先别付，截图给我。`,
          variants: [
            {
              key: 'returning',
              body: `开始了，{{product.name}}，{{product.price}} 元。
跟我说过要留的，给你留好了，直接找我。
没说的也有，链接在评论里，
收货信息还是老样子的话，付完就不用管了。`,
            },
            {
              key: 'new',
              body: `大促开始，头一回在我这儿买的看这条。
{{product.name}}，{{product.price}} 元，点评论里的链接，
填上券码，减了再付。
付完给我发一句，我告诉你下一步。`,
            },
          ],
          firstComments: ['链接在这里：{{product.link}}', '{{offer.name}}的券码：{{offer.code}}'],
          pictures: 4,
          guidance: '开始前五分钟用自己的手机看一遍价格和优惠。价格不对就先压住不发，告诉管理的人。',
        },
        {
          key: 'group-open',
          title: { zh: '群里开始', en: 'Opening in the group' },
          kind: 'sales',
          channels: ['group'],
          at: { minutes: 10 },
          body: `大促开始，{{product.name}}可以买了，{{product.price}} 元，链接在下面。
之前报过数的，我按数备了，照常下单就行。
卡住的发截图，不卡的帮忙看看别人卡在哪儿。`,
          firstComments: ['{{product.link}}'],
          pictures: 1,
          guidance: '两个人值守：一个答问题，一个看后台。',
        },
        {
          key: 'kept-for-you',
          title: { zh: '私聊说过要留的', en: 'A word to those you kept one for' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { minutes: 40 },
          copyMode: 'example',
          body: `给你留的{{product.name}}在这儿，{{product.price}} 元，链接在下面。
不着急，我先替你放着。
改主意了说一声，我放回去给别人。`,
          firstComments: ['{{product.link}}'],
          pictures: 0,
          guidance: '只发给说过要留的人。留到什么时候，店里先定好。',
          staffGuidance: '照名单发，写清楚给他留了几份、留到什么时候。',
        },
        {
          key: 'so-far',
          title: { zh: '报个真实的数', en: 'Sold so far' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: 90 },
          body: `歇口气，看了眼后台：{{product.name}}卖了【填：后台现在的数字】份。
是多是少我不比，每一份都得有个交代。
已经买的，先去休息；
还在算账的，清单发我，我陪你算完。`,
          firstComments: ['还要链接的：{{product.link}}'],
          pictures: 1,
          guidance: '数字照后台抄，不凑整、不估。不想报数就删掉头一行。配一张正在忙的实拍。',
        },
        {
          key: 'questions',
          title: { zh: '买完常问的', en: 'Asked after buying' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: 1, time: '08:00' },
          body: `买完之后常问的，答在图里：
什么时候能到，买多了怎么退，开票找谁。
都是些琐事，
但琐事没人管，比贵几块钱还气人。`,
          pictures: 3,
          guidance: '一张图答一个问题，照店里的规矩写。做课程的换成：什么时候开课、能不能改期、听不懂找谁。',
        },
        {
          key: 'burst-ends',
          title: { zh: '大促这一轮今天收', en: 'This round ends today' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 1, time: '12:10' },
          body: `大促这一轮，今天收。
{{product.name}}，{{product.price}} 元，{{offer.name}}今天还能用。
平常就在用的，趁这回补上；没试过的，先要一份。
怎么买合适，发我，我现在就算。`,
          firstComments: ['链接：{{product.link}}'],
          pictures: 2,
          guidance: '返场定了是同样的价，就在这里说「过几天还有一场」；没定就不说。',
        },
        {
          key: 'burst-thanks',
          title: { zh: '这两天谢谢了', en: 'Thank you for these two days' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 1, time: '21:00' },
          copyMode: 'example',
          body: `忙完了，手机总算不烫了。
谢谢下单的，谢谢等我回消息没发火的，
也谢谢算完账说「那我不买了」的，你做得对。
接下来几天我不吵了，专心把你们的单子办好。`,
          pictures: 1,
          guidance: '接下来四天不发卖货，只回消息、办售后。配一张收工的照片。',
          staffGuidance: '写一件这两天真的发生的小事，好笑的更好，不写客户的名字。',
        },
      ],
    },
    {
      key: 'momentum',
      name: { zh: '返场：营造氛围', en: 'Return: keep it going' },
      required: true,
      kinds: ['sales', 'interaction'],
      maxSales: 4,
      minGapMinutes: 240,
      guidance:
        '返场是给没赶上的人补一场，价钱不能比爆发那两天低，不然买了的人心里不舒服。先贴真实的反馈，再卖。',
      steps: [
        {
          key: 'why-return',
          title: { zh: '为什么有返场', en: 'Why there is a return' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 6, time: '12:10' },
          body: `大促那两天没赶上{{product.name}}的，补一场。
价钱一样，{{product.price}} 元，不多减，也不加。
买过的朋友放心，你没买亏；
没买的，这回慢慢看。`,
          variants: [
            {
              key: 'returning',
              body: `老朋友，大促那两天买了{{product.name}}的放心，
返场也是 {{product.price}} 元，没比你便宜。
你那份有什么不合适的，直接找我，
比起再卖一份，我更想听这个。`,
            },
          ],
          firstComments: ['链接在这里：{{product.link}}'],
          pictures: 2,
          guidance:
            '返场价和爆发价要一致，核对了再发。老客多半已经买过，给他们那一版不催买，改的时候也别加。',
        },
        {
          key: 'group-return',
          title: { zh: '群里返场', en: 'The return, for the group' },
          kind: 'sales',
          channels: ['group'],
          at: { days: 6, time: '20:30' },
          body: `返场开了，{{product.name}}，{{product.price}} 元，还是那个价。
之前说过没赶上的、出差没看见的，这回给你们补上。
返场到【填：返场结束的日子】，中间想到再来，不用守着。`,
          firstComments: ['{{product.link}}'],
          pictures: 1,
          guidance: '填上返场哪天结束。返场没有优惠码的，后台先停掉，免得有人填了没用。',
        },
        {
          key: 'how-was-it',
          title: { zh: '买了的说说', en: 'Those who bought, tell us' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: 7, time: '12:10' },
          copyMode: 'example',
          body: `大促买的东西，都还合心意吗？
合心意的说说，买错了的也说说。
我先认一个：纸巾囤得太多，
家里柜子关不上了。`,
          pictures: 1,
          guidance: '评论里有人说不满意，先公开道歉，再转私聊处理。自己买错的那样，换成真的。',
          staffGuidance: '认一个你自己买错的。有人说在你这儿买错了，先赔不是，再私聊问怎么办。',
        },
        {
          key: 'voices',
          title: { zh: '买过的人怎么说', en: 'What those who bought say' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 7, time: '20:30' },
          body: `攒了几天，把买过{{product.name}}的人说的话贴一贴。
原话，本人点过头的，有好有坏。
坏的那条我已经在办了。
想要的看完再决定，返场还开着，{{product.price}} 元。`,
          firstComments: ['链接：{{product.link}}'],
          pictures: 3,
          guidance:
            '遮住头像和名字，至少有一条意见，并写清怎么办的。说效果、说治好了什么的不能放。还没有人说，就不发。',
        },
        {
          key: 'return-ends',
          title: { zh: '返场今天收', en: 'The return ends today' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 8, time: '12:10' },
          body: `返场今天收，{{product.name}}过了今天回到平时的价。
现在是 {{product.price}} 元，链接在评论里。
这阵子一直在看的，今天定一下；
还拿不准，说说卡在哪儿，我帮你看。`,
          firstComments: ['{{product.link}}'],
          pictures: 1,
          guidance: '当天真的会恢复原价才发。之后价格不变的，把头一行改成「返场今天收」。',
        },
      ],
    },
    {
      key: 'review',
      name: { zh: '结束复盘', en: 'Wrap up' },
      required: true,
      kinds: ['notice', 'persona'],
      maxSales: 0,
      minGapMinutes: 60,
      guidance: '把没买到的、没办完的一个个交代清楚，再谢一次。之后至少三天不卖货。',
      steps: [
        {
          key: 'loose-ends',
          title: { zh: '私聊还有事没办完的', en: 'A word about what is still open' },
          kind: 'notice',
          channels: ['one-to-one'],
          at: { days: 8, time: '17:30' },
          copyMode: 'example',
          body: `大促收了，跟你对一下还没办完的事。
你要的、要退的，还有那天没买到的，我这边都记着，
办到哪一步了我待会儿发你。
有我漏掉的，现在告诉我。`,
          pictures: 0,
          guidance: '先从后台拉出没发、没退、没补的单，分给各人。没买到的人，也在这时候说清还补不补。',
          staffGuidance: '发之前查好他那一单，接着就把进度发过去，别只发这一段。',
        },
        {
          key: 'thanks',
          title: { zh: '大促收工', en: 'The promotion is over' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 8, time: '21:00' },
          copyMode: 'example',
          body: `大促收工。
开头说过，该说的日子才说，不知道做到了没有，
做到了的话夸我一句，没做到骂我一句。
往后几天不卖东西，发点吃的和天气。`,
          pictures: 1,
          guidance: '配一张轻松的生活照。之后几天排人设和干货。',
          staffGuidance: '说说你打算怎么歇。留言都回，有人骂就谢谢他。',
        },
      ],
    },
  ],
};
