import type { ReadyMade } from './types';

/** The launch instant opens the sale; it closes at the same time two days later. */
export const memberDay: ReadyMade = {
  key: 'member-day',
  name: { zh: '三天会员日', en: 'Three-day member day' },
  description: {
    zh: '会员日从预告到收尾一共三天，优惠从开售时刻算起，满两天结束。会员、老客、新客、久没来的，各有各的说法。',
    en: 'A member day in three days, announcement and farewell included; the offer runs for two days from the launch instant. Members, returning, new and dormant customers each get their own words.',
  },
  phases: [
    {
      key: 'tease',
      name: { zh: '引发兴趣', en: 'Tease' },
      required: true,
      kinds: ['sales', 'persona'],
      maxSales: 2,
      minGapMinutes: 30,
      guidance: '会员日当天白天。先打招呼，再把规矩说明白，不吊胃口：来的多是熟人，绕弯子反而生分。',
      steps: [
        {
          key: 'announce',
          title: { zh: '会员日来了', en: 'Member day is here' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 0, time: '08:00' },
          body: `会员日来了，{{launch.time}} 开始。
这回有{{offer.name}}，怎么用我写在图里了。
还不是会员的也来看看，
想加入的跟我说一声，我帮你登记。`,
          variants: [
            {
              key: 'member',
              body: `会员的朋友，这几天是给你们留的。
{{launch.time}} 开始，有{{offer.name}}。
上次会员日没买到的，把名字发我，
我先去看看这回有没有，有就告诉你。`,
            },
            {
              key: 'returning',
              body: `在我这儿买过好几回的，还没办会员的举个手。
{{launch.time}} 会员日开始，{{offer.name}}是给会员的。
你平时常买的那几样，办了划不划算，
我照你的习惯算给你看，不划算就不办。`,
            },
            {
              key: 'new',
              body: `刚加我的朋友，说说会员日是怎么回事。
就是隔一阵给常来的人让点利，这次是{{offer.name}}。
{{launch.time}} 开始。
你先逛逛，看不明白的地方问我，慢慢来。`,
            },
            {
              key: 'dormant',
              body: `好一阵没见你了，我还在这儿。
借会员日打声招呼：{{launch.time}} 开始，有{{offer.name}}。
以前买的要是不合心意，也跟我说，
我想知道是哪儿没做好。
不买也行，来说句话。`,
            },
          ],
          firstComments: ['图没看明白的，在这里问我。'],
          pictures: 2,
          guidance:
            '一张门店或人的照片，一张写清规矩的文字图：时间、优惠、怎么用、谁能用。几种说法是写给不同标签的人的，改的时候别互相抄。',
        },
        {
          key: 'last-time',
          title: { zh: '翻了翻上次的记录', en: 'Going through last time’s notes' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 0, time: '12:10' },
          copyMode: 'example',
          body: `翻了翻上次会员日的记录。
谁没买到，谁嫌下单麻烦，谁等回复等久了，都写着。
这回照着改了几处。
改得好不好，你们说了算。`,
          pictures: 1,
          guidance: '配记录本、清点货架这一类的实拍，客户的名字遮住。',
          staffGuidance: '说一件上次真没做好、这次真改了的事。没参加过上次的，说说这回你负责什么。',
        },
        {
          key: 'rules',
          title: { zh: '群里说规矩', en: 'The rules, for the group' },
          kind: 'sales',
          channels: ['group'],
          at: { days: 0, time: '12:40' },
          body: `会员日的规矩，一条条说清楚。
什么时候：{{launch.time}} 开始，整整两天，到点就停。
有什么：{{offer.name}}。
怎么用：下单时填 {{offer.code}}。
不能用的：【填：不参加的商品，没有就写「都能用」】
没看明白就在群里问，别人多半也想知道。`,
          pictures: 1,
          guidance: '照优惠的条款逐条核对，尤其是能不能叠加、退货时怎么算。没有券码，就写实际的用法。',
        },
      ],
    },
    {
      key: 'on-sale',
      name: { zh: '商品开售', en: 'On sale' },
      required: true,
      kinds: ['sales'],
      maxSales: 4,
      minGapMinutes: 10,
      guidance: '先说一样值得看的，别一口气摆十样。朋友圈当天卖货三条已经用满，想加东西就换掉其中一条。',
      steps: [
        {
          key: 'hour-before',
          title: { zh: '开始前一小时', en: 'One hour to go' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: -60 },
          body: `{{launch.countdown}}后，会员日开始。
想买的先挑好放着，到时候少翻几页。
凑不凑得上{{offer.name}}，拿不准就把清单发我，
我帮你一笔一笔算到位。`,
          pictures: 1,
          guidance: '有人发清单来，先回「收到」，再按顺序算。算出来不划算的，照实说。',
        },
        {
          key: 'open',
          title: { zh: '会员日开始', en: 'Member day opens' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { minutes: 0 },
          body: `会员日开始了。
头一样想说的是{{product.name}}，{{product.price}} 元，
还能用{{offer.name}}，链接和用法都在评论里。
先看这个，再看别的，拿不准的问我。`,
          variants: [
            {
              key: 'member',
              body: `会员日开门，你们先请。
{{product.name}}，{{product.price}} 元，{{offer.name}}照用。
你们常买的那几样，我也挨个看过价了，
要一起算的，把名字列给我，我算好了发你。`,
            },
            {
              key: 'returning',
              body: `给老朋友挑了一样：{{product.name}}，{{product.price}} 元。
挑它，是想着你们平时的用法。
会员日这几天有{{offer.name}}，现在办会员也赶得上。
看了觉得不是那么回事，就当我没说。`,
            },
            {
              key: 'new',
              body: `头一回赶上会员日，不知道看什么的，看这里。
{{product.name}}，{{product.price}} 元，这几天还有{{offer.name}}。
先少要一点，合适了再说下一回。
哪一步不会弄，截图发我。`,
            },
            {
              key: 'dormant',
              body: `你有些日子没来了，东西换过一些，人没换。
先给你看{{product.name}}，{{product.price}} 元，会员日有{{offer.name}}。
要是现在用不上，跟我说说你在找什么，
我替你留意着，有了再叫你。`,
            },
          ],
          firstComments: [
            '链接在这里：{{product.link}}',
            '下单时填 {{offer.code}}，{{offer.name}}就用上了。',
          ],
          pictures: 4,
          guidance: '主推一样就够。发之前自己走一遍下单，看优惠减没减对。会员价另有数字的，写进会员那一版。',
        },
        {
          key: 'group-open',
          title: { zh: '群里开始', en: 'Opening in the group' },
          kind: 'sales',
          channels: ['group'],
          at: { minutes: 10 },
          body: `会员日开始，先上{{product.name}}，{{product.price}} 元。
链接和券码在下面，填了码再付款，别付完才想起来。
付完才想起来也别慌，来找我，我看看怎么补。`,
          firstComments: ['{{product.link}}', '券码：{{offer.code}}'],
          pictures: 2,
          guidance: '先问清楚忘填券码的单子能不能补，不能补就删掉末尾一句。',
        },
        {
          key: 'regulars',
          title: { zh: '私聊常来的会员', en: 'A word to regular members' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { minutes: 40 },
          copyMode: 'example',
          body: `会员日开始了，单独跟你说一声。
你常买的，这几天可以用{{offer.name}}，码是 {{offer.code}}。
要我帮你算，把想要的发我；想自己逛，链接在下面。
上回的还没用完，就先不加，我不劝。`,
          firstComments: ['{{product.link}}'],
          pictures: 0,
          guidance: '只发给常来、愿意收消息的会员，一个人只发这一次。链接可以换成他常买的那样。',
          staffGuidance: '把「你常买的」换成他真的常买的东西。想不起来就先看订单，看不到就不发。',
        },
      ],
    },
    {
      key: 'momentum',
      name: { zh: '营造氛围', en: 'Keep it going' },
      required: true,
      kinds: ['sales', 'persona', 'knowledge', 'interaction'],
      maxSales: 4,
      minGapMinutes: 60,
      guidance:
        '中间那天白天不催单：问问大家想要什么，劝大家别买多，会员才觉得会员日是给自己办的。收尾那天把话说到就行，不喊「最后」，不倒数库存。',
      steps: [
        {
          key: 'wishes',
          title: { zh: '下回想要什么', en: 'Wishes for next time' },
          kind: 'interaction',
          channels: ['wechat-moments'],
          at: { days: 1, time: '08:00' },
          body: `会员日第二天，问大家一句：
下回你们希望有什么？
东西、时间、规矩，都可以提。
我整理好交上去，采没采纳，都回来说一声。`,
          pictures: 0,
          guidance: '指定一个人收留言，真的交上去，下回会员日之前真的回话。',
        },
        {
          key: 'not-too-much',
          title: { zh: '会员日怎么买不后悔', en: 'How not to buy too much' },
          kind: 'knowledge',
          channels: ['wechat-moments'],
          at: { days: 1, time: '12:10' },
          body: `趁优惠买东西，我给自己定了三条。
肯定用得完的，才多备一份。
没试过的，先要一份。
凑单凑来的，想想平时会不会买。
我少卖一点没关系，你别买回去后悔。`,
          pictures: 1,
          guidance: '这条不带商品，也不放链接。配一张生活里的图，例如自家柜子里没用完的东西。',
        },
        {
          key: 'group-halfway',
          title: { zh: '群里报报情况', en: 'How it stands, for the group' },
          kind: 'sales',
          channels: ['group'],
          at: { days: 1, time: '17:30' },
          body: `会员日过半，跟大家报一下。
还有的：【填：照后台写】
已经没有的：【填：照后台写，没有就删掉这行】
要补的我去催，催到了在群里说，催不到也说。`,
          firstComments: ['还在看{{product.name}}的，链接：{{product.link}}'],
          pictures: 0,
          guidance: '发之前现查一遍后台。货都够，就写都够，不用编紧张。',
        },
        {
          key: 'same-thing',
          title: { zh: '和平时买差在哪', en: 'What is different from any other day' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 1, time: '20:30' },
          body: `有人问，{{product.name}}现在买和平时买差在哪？
差在{{offer.name}}，东西是一样的东西。
{{product.price}} 元，本来就想要的，这几天合适；
可要可不要的，先放一放。`,
          variants: [
            {
              key: 'member',
              body: `会员问得细：{{product.name}}这几天买，退换还跟平时一样吗？
一样，该退退，该换换。
{{product.price}} 元，加上{{offer.name}}，算好了再下单。
算不清的发我，我一笔一笔列给你。`,
            },
            {
              key: 'new',
              body: `新来的朋友问，不是老会员能不能买{{product.name}}？
能买，{{product.price}} 元，{{offer.name}}的条件写在图里。
头一单我会盯着，到哪一步了都跟你说。`,
            },
          ],
          firstComments: ['链接：{{product.link}}'],
          pictures: 2,
          guidance: '退换的说法要照店里的规矩核对，会员日不退不换的，会员那一版要改。',
        },
        {
          key: 'catch-up',
          title: { zh: '把没回的补上', en: 'Catching up on replies' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 2, time: '08:00' },
          copyMode: 'example',
          body: `会员日收尾的日子，先做一件事：
把这两天没回完的消息补上。
对不住，人一多就漏。
还等我回话的，再敲我一下，我不嫌烦。`,
          pictures: 1,
          guidance: '配一张正在回消息、核单的实拍，屏幕上的内容遮住。',
          staffGuidance: '发之前真的去翻一遍没回的。说说漏了什么，别只说忙。',
        },
        {
          key: 'closing-day',
          title: { zh: '会员日今天收', en: 'Member day ends today' },
          kind: 'sales',
          channels: ['wechat-moments'],
          at: { days: 2, time: '12:10' },
          body: `会员日今天收。
想好了还没下单的，{{offer.name}}今天还能用。
没想好的别勉强，下回还有会员日。
付款卡住了找我，我在。`,
          variants: [
            {
              key: 'member',
              body: `会员的朋友，{{offer.name}}今天收。
放在那儿忘了付款的，去看一眼。
已经买够的，就别再凑了。
这两天有什么不顺的，趁我还记得，都跟我说。`,
            },
            {
              key: 'returning',
              body: `老朋友，会员日今天收，{{offer.name}}过了就按平时的价。
你问过我的那几样，我都答了，漏了哪个再提醒我。
会员想办就今天办，不想办也照样来。`,
            },
            {
              key: 'new',
              body: `头一回逛会员日的，今天是收尾。
{{offer.name}}今天还能用，不用也不会少什么。
没挑着合适的，说说你想找什么样的，
我心里有个数，往后碰到了告诉你。`,
            },
            {
              key: 'dormant',
              body: `好久没来的朋友，会员日今天收。
{{offer.name}}还能用，想回来看看的，今天合适。
不想再收到我的消息，也直说，
我记下来，不打扰你。`,
            },
          ],
          firstComments: ['{{product.name}}的链接：{{product.link}}'],
          pictures: 1,
          guidance: '下回真有会员日才写「下回还有」。写给久没来的那一版，对方说不想收，当天就改标签。',
        },
        {
          key: 'undecided',
          title: { zh: '私聊还没拿定主意的', en: 'A word to the undecided' },
          kind: 'sales',
          channels: ['one-to-one'],
          at: { days: 2, time: '17:30' },
          copyMode: 'example',
          body: `你前两天问的那样，我还记着。
会员日今天结束，{{offer.name}}过了就用不上了。
要的话我陪你看怎么买合适；
不要的话不用回我，没事的。`,
          pictures: 0,
          guidance: '只发给这两天问过、没下单的人。',
          staffGuidance: '写上他问的那一样和他当时犹豫的原因。发过一次就不再发。',
        },
      ],
    },
    {
      key: 'review',
      name: { zh: '结束复盘', en: 'Wrap up' },
      required: true,
      kinds: ['persona', 'notice'],
      maxSales: 0,
      minGapMinutes: 20,
      guidance: '优惠停了再发。谢人、交代后面的事、安顿没买到的，不再带货。',
      steps: [
        {
          key: 'group-close',
          title: { zh: '群里收尾', en: 'Closing in the group' },
          kind: 'notice',
          channels: ['group'],
          at: { days: 2, time: '20:30' },
          body: `会员日到这里结束，{{offer.name}}停了。
下了单的：【填：什么时候发货，或者什么时候开始】
没赶上的：在群里说一声要什么，我登记，有消息找你。
这几天群里消息多，吵到的多担待。`,
          pictures: 0,
          guidance: '先在后台停掉优惠再发。登记了的人，三天之内要有回音。',
        },
        {
          key: 'thanks',
          title: { zh: '收摊了，谢谢', en: 'Closing up, with thanks' },
          kind: 'persona',
          channels: ['wechat-moments'],
          at: { days: 2, time: '21:00' },
          copyMode: 'example',
          body: `会员日收摊，坐下来喝口水。
谢谢来买的，谢谢来聊两句的，
也谢谢劝我早点休息的。
你们提的意见我抄了一份，一条条去改。`,
          pictures: 1,
          guidance: '配收摊、关灯、和同事的合影。不报销售额。',
          staffGuidance: '换成你今天真的收到的一句话、一件小事。累就说累，别写成总结报告。',
        },
        {
          key: 'missed',
          title: { zh: '私聊没买成的人', en: 'A word to those who could not buy' },
          kind: 'notice',
          channels: ['one-to-one'],
          at: { days: 2, time: '21:30' },
          copyMode: 'example',
          body: `这次会员日你想要的没买成，怪我没安排好。
我记在本子上了，一有就先跟你说，等不等都由你。
要是已经在别处买了，也告诉我一声，我就划掉。`,
          pictures: 0,
          guidance: '确定不再补货的，直接说没有了，再问要不要看看相近的。',
          staffGuidance: '只发给真没买成的人，写清楚是哪一样。答应了有货就说，就要真的说。',
        },
      ],
    },
  ],
};
