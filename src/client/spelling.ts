/**
 * Spelling, for readers who write differently or by mistake: traditional characters, words of other regions, characters
 * that sound alike, and slips of the finger.
 *
 * How the tables were made (ICU 72, `uconv`): `Traditional-Simplified` over the 5,401 common characters of Big5, kept
 * where the result is one of the 3,755 common characters of GB 2312 and the traditional one is not in GB 2312; then a
 * few by hand that GB 2312 lists but simplified texts do not use (後, 於 …) and forms of Hong Kong (啓, 綫 …).
 * `Han-Latin` over GB 2312 gave the syllables; each stands with the first character that pinyin collation puts under it.
 */

/** Traditional character, simplified character, and so on. */
const traditional = `
內内勻匀弔吊戶户冊册氾泛丟丢兇凶汙污汎泛佔占佈布兌兑別别刪删吳吴呂吕吶呐囪囱壯壮夾夹妝妆決决沖冲沒没災灾禿秃見见貝贝車车並并亞亚來来併并侖仑兒儿兩两協协卹恤屆届岡冈彿佛拋抛昇升東东況况爭争狀状糾纠臥卧軋轧長长門门俠侠侶侣
係系侷局剎刹剋克則则勁劲卻却姪侄姦奸屍尸帥帅彥彦恆恒柵栅洶汹洩泄為为盃杯紅红紀纪紉纫約约計计訂订訃讣貞贞負负軍军軌轨韋韦頁页風风飛飞倣仿倖幸倆俩們们個个倫伦倉仓凍冻剛刚剝剥員员娛娱孫孙宮宫峽峡島岛師师庫库徑径恥耻悅悦挾挟
時时晉晋書书氣气烏乌狹狭狽狈畝亩砲炮祕秘紡纺紗纱紋纹純纯紐纽級级納纳紙纸紛纷脅胁脈脉荊荆茲兹記记討讨訊讯託托訓训訖讫豈岂財财貢贡軒轩迴回釘钉針针閃闪陣阵陝陕陞升隻只飢饥馬马鬥斗偽伪偉伟偵侦側侧務务動动區区參参啞哑問问唸念
國国堅坚執执夠够婁娄婦妇專专將将屜屉崑昆崙仑崗岗帶带帳帐張张強强從从悽凄捲卷掃扫掛挂掄抡掙挣採采捨舍敗败啟启敘叙斬斩晝昼桿杆棄弃條条殺杀毬球氫氢涼凉淺浅淵渊淒凄淚泪淪沦淨净牽牵猙狰現现產产畢毕異异眾众絆绊絃弦統统紮扎紹绍
細细紳绅組组終终缽钵習习脣唇脫脱莢荚莖茎莊庄處处術术覓觅規规訪访訝讶訣诀許许設设訟讼訛讹販贩責责貫贯貨货貪贪貧贫軟软這这連连釦扣釣钓釩钒閉闭陳陈陸陆陰阴頂顶頃顷魚鱼鳥鸟鹵卤麥麦傢家備备傑杰傘伞凱凯創创勞劳勝胜勛勋喪丧單单
喲哟喚唤喬乔喫吃圍围堯尧場场報报壺壶尋寻幀帧幾几廁厕廂厢廄厩復复惡恶悶闷惱恼揀拣揮挥換换揚扬棗枣棟栋棧栈棲栖欽钦殘残殼壳湧涌湊凑減减渦涡湯汤測测渾浑渙涣無无猶犹琺珐畫画痙痉痠酸發发盜盗睏困硯砚稈秆稅税筆笔筍笋絞绞結结絨绒
絕绝絲丝絡络給给絢绚肅肃腎肾脹胀華华萊莱虛虚視视註注詠咏評评詞词証证詛诅詐诈訴诉診诊貯贮貼贴貳贰費费賀贺貴贵買买貶贬貿贸貸贷軸轴週周進进郵邮鄉乡鈔钞鈕钮鈣钙鈉钠鈞钧鈍钝閏闰開开閑闲間间閒闲隊队階阶陽阳隄堤雲云韌韧項项順顺
須须飯饭飲饮馮冯馭驭黃黄亂乱傭佣債债傳传僅仅傾倾傷伤僇戮剷铲勢势匯汇嗎吗嗚呜嗆呛園园圓圆塗涂塊块塢坞奧奥媽妈幹干廈厦彙汇愛爱慄栗搾榨損损搶抢搖摇搗捣搆构暈晕會会業业極极楊杨楓枫歲岁毀毁溝沟滅灭溼湿溫温準准滄沧煙烟煩烦煉炼
煥焕爺爷獅狮瑯琅當当盞盏睜睁祿禄萬万稜棱節节粵粤經经絹绢綑捆綁绑綏绥絛绦義义羨羡聖圣腸肠腳脚腫肿腦脑葷荤葦苇葉叶虜虏號号蛻蜕補补裝装裡里詫诧該该詳详試试詩诗誇夸詣诣誠诚話话誅诛詭诡詢询賊贼資资賈贾賄贿賃赁賂赂跡迹較较載载
農农運运遊游達达違违過过鄒邹鉗钳鉀钾鈾铀鉛铅鉤钩鉑铂鈴铃鉚铆閘闸隕陨電电預预頑顽頓顿頒颁頌颂飼饲飽饱飾饰馳驰馱驮馴驯僥侥僕仆僑侨僱雇劃划厭厌嘗尝嘔呕嘆叹團团圖图塵尘墊垫塹堑壽寿夢梦奪夺寧宁實实寢寝對对屢屡嶄崭幣币彆别徹彻
慇殷態态慣惯慚惭慘惨摟搂摻掺暢畅榮荣槓杠構构槍枪滾滚漬渍漢汉滿满滯滞漸渐漲涨漣涟滬沪漁渔滲渗滌涤滷卤熒荧爾尔獄狱瑤瑶瑣琐瑪玛瘧疟瘍疡瘋疯瘓痪盡尽監监碩硕禍祸種种稱称窪洼窩窝箋笺箇个綻绽綜综綽绰綠绿緊紧綴缀網网綱纲綢绸綿绵
綵彩綸纶維维緒绪罰罚聞闻臺台與与蓆席蓋盖蒐搜蒼苍蝕蚀製制誦诵誌志語语誣诬認认誡诫誤误說说誨诲誘诱貍狸賓宾賒赊趙赵趕赶跼局輔辅輕轻輓挽遠远遜逊遙遥遞递鉸铰銀银銅铜銘铭鉻铬銜衔銑铣閡阂閨闺閩闽閣阁閥阀際际頗颇領领颱台餃饺餅饼
餌饵駁驳骯肮鳴鸣鳳凤麼么齊齐億亿儀仪價价儈侩儉俭凜凛劇剧劉刘劍剑劊刽厲厉嘩哗噓嘘噴喷嘯啸墳坟墜坠墮堕嬌娇寬宽審审寫写層层幟帜廢废廚厨廟庙廣广廠厂彈弹慶庆慮虑憂忧慼戚慫怂慾欲憐怜憫悯憚惮憤愤摯挚撲扑撈捞撐撑撥拨撓挠撫抚撚捻
撢掸敵敌數数暫暂樣样樁桩樞枢標标樓楼槳桨樂乐樑梁歐欧歎叹毆殴漿浆潑泼潔洁澆浇潛潜潰溃潤润澗涧熱热獎奖瑩莹瘡疮皚皑皺皱盤盘瞇眯確确碼码穀谷窯窑窮穷範范締缔練练緯纬緻致緘缄緬缅緝缉編编緣缘線线緞缎緩缓罵骂罷罢膠胶膚肤蓮莲蔭荫
蔣蒋蔔卜蔥葱蝦虾蝸蜗蝨虱衛卫衝冲複复誼谊諒谅談谈諄谆誕诞請请諸诸課课調调誰谁論论誹诽豎竖豬猪賠赔賞赏賦赋賤贱賬账賭赌賢贤賣卖賜赐質质踐践輝辉輛辆輩辈輪轮輥辊適适遷迁鄰邻鄭郑鄧邓鋅锌銻锑銷销鋪铺鋤锄鋁铝銳锐鋒锋鋇钡銲焊閱阅
鞏巩颳刮養养餓饿餒馁餘余駝驼駐驻駛驶駕驾駒驹髮发鬧闹魯鲁鴉鸦齒齿儘尽冪幂劑剂勳勋噹当噸吨墾垦壇坛奮奋學学導导憲宪憑凭憊惫憶忆戰战擁拥擋挡撻挞據据擄掳擇择撿捡擔担撾挝曆历曉晓樸朴橫横樹树橢椭橋桥機机歷历澱淀濃浓澤泽濁浊熾炽
燐磷燒烧燈灯燙烫燄焰獨独盧卢瞞瞒磚砖禦御積积穎颖窺窥築筑篩筛縛缚縣县膩腻興兴艙舱蕩荡蕭萧蕪芜螞蚂螢萤褲裤親亲諺谚諱讳謀谋諜谍諧谐諾诺謂谓諷讽貓猫賴赖踴踊輻辐輯辑輸输辦办選选遲迟遼辽遺遗錠锭錶表鋸锯錳锰錯错錢钱鋼钢錫锡錄录
錐锥錦锦閻阎隨随險险霑沾靜静頰颊頸颈頻频頭头頹颓頤颐館馆餞饯餡馅駭骇駱骆鬨哄鮑鲍鴕鸵鴦鸯鴨鸭鴛鸳龍龙龜龟優优償偿儲储勵励嚐尝嚇吓壓压嬰婴嶼屿嶺岭幫帮彌弥應应懇恳戲戏擊击擠挤擰拧擬拟擱搁斂敛斃毙檔档檢检氈毡濘泞濱滨濟济濤涛
濫滥澀涩濬浚濕湿濰潍營营燦灿燭烛燬毁燴烩牆墙獰狞獲获環环療疗盪荡瞭了矯矫簍篓糞粪縮缩績绩縷缕繃绷縫缝總总縱纵縴纤聲声聰聪聯联聳耸膿脓膽胆臉脸臨临舉举艱艰薑姜薔蔷薊蓟虧亏謎谜謗谤謙谦講讲謊谎謠谣謝谢謄誊賺赚賽赛購购賸剩趨趋
轄辖輾辗轅辕輿舆還还邁迈醞酝醜丑鍍镀鎂镁錨锚鍵键鍊炼鍋锅錘锤鍾钟鍬锹鍛锻闊阔闌阑闆板隱隐隸隶雖虽韓韩顆颗餵喂騁骋駿骏鮮鲜鴻鸿鴿鸽點点齋斋叢丛嚮向壘垒嬸婶擴扩擲掷擾扰攆撵擺摆擻擞斷断櫃柜檻槛檸柠檯台歸归瀉泻瀋沈濾滤濺溅燻熏
燼烬獵猎甕瓮癒愈礎础禮礼穢秽竄窜竅窍簡简糧粮織织繕缮繞绕繡绣罈坛翹翘職职聶聂臍脐舊旧薩萨藍蓝薦荐蟬蝉蟲虫謹谨謬谬豐丰贅赘蹤踪蹟迹軀躯轉转轍辙醫医醬酱釐厘鎊镑鎖锁鎢钨鎳镍鎮镇鎬镐鎚锤鎗枪闖闯離离雜杂雙双雛雏雞鸡額额顏颜題题
餾馏餽馈騎骑鬆松鯉鲤鵑鹃鵝鹅鼕冬嚥咽壞坏壟垄寵宠龐庞廬庐懲惩懷怀懶懒攏拢曠旷櫥橱瀝沥瀕濒爍烁犢犊獸兽獺獭瓊琼疇畴癟瘪癡痴礙碍禱祷穫获穩稳簾帘簽签繫系繭茧繹绎繩绳繪绘羅罗繳缴臘腊藝艺藥药藷薯蟻蚁蠅蝇蠍蝎襖袄譁哗譜谱識识證证
譚谭譏讥贈赠贊赞轎轿辭辞邊边鏡镜鏟铲鏈链關关隴陇難难霧雾韻韵類类願愿顛颠饅馒騙骗鬍胡鯨鲸鵲鹊鵬鹏麗丽勸劝嚨咙嚴严孃娘寶宝懸悬攔拦攙搀瀾澜瀰弥爐炉獻献癢痒癥症礦矿礬矾礫砾競竞籌筹籃篮糰团辮辫繼继艦舰藹蔼蘆芦蘋苹蘇苏蘊蕴覺觉
觸触議议譯译譟噪贏赢贍赡釋释鐘钟鏽锈闡阐飄飘饒饶饑饥騰腾騷骚鰓鳃鹹咸麵面黨党齣出齡龄囂嚣屬属懼惧懾慑攝摄攜携櫻樱欄栏殲歼爛烂犧牺籐藤纏缠續续蘭兰蠟蜡襪袜覽览譴谴護护譽誉贓赃躊踌躍跃轟轰辯辩鐮镰鐳镭鐵铁闢辟響响顧顾驅驱騾骡
鶴鹤齧啮孿孪巒峦彎弯攤摊權权歡欢灑洒灘滩疊叠癬癣籠笼聾聋聽听臟脏襲袭襯衬讀读贖赎鑄铸鑑鉴鑒鉴顫颤驕骄髒脏鬚须鱉鳖鷗鸥龔龚巖岩戀恋攣挛攪搅曬晒竊窃籤签纓缨纖纤纔才蘿萝蠱蛊變变邏逻顯显驚惊驗验體体鱗鳞黴霉囑嘱壩坝攬揽癱瘫蠶蚕
讓让讒谗艷艳贛赣釀酿靈灵驟骤鷹鹰鹼碱鹽盐齲龋廳厅灣湾籬篱籮箩蠻蛮觀观釁衅鑲镶鑰钥顱颅饞馋灤滦矚瞩讚赞鑷镊驢驴纜缆鑽钻鑼锣豔艳鑿凿鬱郁籲吁於于後后徵征夥伙乾干摺折啓启羣群綫线覈核裏里衆众
`;

const simplifiedOf = new Map<string, string>();
for (const line of traditional.trim().split('\n')) {
  const characters = [...line];
  for (let at = 0; at < characters.length; at += 2) simplifiedOf.set(characters[at]!, characters[at + 1]!);
}

/** The text in simplified characters. Its length stays the same. */
function simplify(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => simplifiedOf.get(character) ?? character);
}

/** One spelling for everything: half-width, lower case, simplified characters, no punctuation but that of numbers. */
export function normalise(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase())
    .replace(/[“”„‟"「」『』]/g, '"')
    .replace(/(?<=\d)[。・·](?=\d)/g, '.')
    .replace(/[‐-―−_]+/g, '-')
    .replace(/[\s,;:!?()[\]{}<>|~*/\\、。，；：！？《》〈〉【】…·§]+/g, ' ')
    .replace(/\.(?= |$)/g, '')
    .trim();
}

/** A text as it is compared with a query, where its length must stay the same. */
export function fold(text: string): string {
  return simplify(text.toLowerCase())
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[‐-―−]/g, '-');
}

/** A text without the spaces beside Chinese characters: `CAB 会议纪要` and `CAB会议纪要` are the same phrase. */
export function compact(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/**
 * Where a word stands in a text, −1 if nowhere. Chinese words stand anywhere; Latin ones begin where a word begins, and
 * up to three letters and numbers also end where it ends: `OLA` is not in `cola`, `incid` is in `incident`.
 */
export function placeOf(word: string, text: string, from = 0): number {
  const isPrefix = /[a-z]{4}$/.test(word);
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = !isLatin(word[0]) || !isLatin(text[at - 1]);
    const after = isPrefix || !isLatin(word.at(-1)) || !isLatin(text[at + word.length]);
    if (before && after) return at;
  }
  return -1;
}

/** Where a word stands in a text: all places. */
export function places(word: string, text: string): number[] {
  const found: number[] = [];
  for (let at = placeOf(word, text); at >= 0; at = placeOf(word, text, at + word.length)) found.push(at);
  return found;
}

export function contains(text: string, word: string): boolean {
  return placeOf(word, text) >= 0;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}

const regional = `
资讯:信息 软体:软件 硬体:硬件 网路:网络 伺服器:服务器 资料库:数据库 资料:数据 档案:文件 专案:项目
品质:质量 稽核:审核 审查:评审 矫正:纠正 纪录:记录 水准:级别 组态:配置 营运:运营 备援:备用
复原:恢复 支援:支持 介面:接口 帐号:账号 登入:登录 存取:访问 连线:连接 当机:宕机 排程:日程
委外:外包 合约:合同 厂商:供应商 签核:审批 教育训练:培训 利害关系者:相关方 随身碟:u盘 笔电:笔记本
简讯:短信
`;

/** Words of Taiwan and Hong Kong, in simplified characters, each with that of the mainland for the same thing. */
export const regionalWords: readonly (readonly [word: string, mainland: string])[] = regional
  .trim()
  .split(/\s+/)
  .map((pair) => pair.split(':') as [string, string]);

/** A syllable and the first character of it, in the order of pinyin collation. */
const sounds = `
a阿 ai哎 an安 ang肮 ao凹 ba八 bai掰 ban扳 bang邦 bao勹 bei卑 ben奔 beng崩 bi逼 bian边 biao灬 bie憋 bin玢 bing冫 bo拨 bu逋 ca嚓
cai猜 can参 cang仓 cao操 ce册 cen岑 ceng噌 cha叉 chai拆 chan觇 chang伥 chao抄 che车 chen抻 cheng柽 chi吃 chong充 chou抽
chu出 chuai揣 chuan巛 chuang疮 chui吹 chun春 chuo踔 ci呲 cong匆 cou凑 cu粗 cuan汆 cui崔 cun村 cuo搓 da哒 dai呆 dan丹 dang当
dao刀 de得 deng灯 di氐 dian掂 diao刁 die爹 ding丁 diu丢 dong东 dou都 du嘟 duan端 dui堆 dun吨 duo多 e婀 ei诶 en恩 er儿 fa发
fan帆 fang匚 fei飞 fen分 feng丰 fou缶 fu夫 ga旮 gai该 gan甘 gang冈 gao皋 ge戈 gei给 gen根 geng庚 gong工 gou勾 gu估 gua瓜
guai乖 guan关 guang光 gui归 gun丨 guo呙 ha哈 hai咳 han顸 hang夯 hao蒿 he诃 hei黑 hen痕 heng亨 hong轰 hou侯 hu乎 hua花 huai怀
huan欢 huang肓 hui灰 hun昏 huo耠 ji丌 jia加 jian戋 jiang江 jiao艽 jie阶 jin巾 jing京 jiong冂 jiu纠 ju居 juan娟 jue噘 jun军
ka咔 kai开 kan刊 kang康 kao尻 ke苛 ken肯 keng吭 kong空 kou抠 ku刳 kua夸 kuai蒯 kuan宽 kuang匡 kui亏 kun坤 kuo扩 la垃 lai来
lan兰 lang啷 lao捞 le仂 lei勒 leng塄 li哩 lia俩 lian奁 liang良 liao撩 lie咧 lin拎 ling伶 liu溜 long龙 lou娄 lu噜 lv驴 luan娈
lve掠 lun抡 luo罗 ma妈 mai埋 man颟 mang邙 mao猫 me么 mei没 men门 meng虻 mi咪 mian宀 miao喵 mie乜 min民 ming名 miu谬 mo摸 mou哞
mu毪 na拿 nai乃 nan囡 nang囔 nao孬 ne疒 nei馁 nen恁 neng能 ni妮 nian拈 niang娘 niao鸟 nie捏 nin您 ning宁 niu妞 nong农 nou耨
nu奴 nv女 nuan暖 nve疟 nuo挪 o喔 ou讴 pa趴 pai拍 pan潘 pang乓 pao抛 pei呸 pen喷 peng怦 pi丕 pian偏 piao剽 pie氕 pin姘 ping乒
po钋 pou剖 pu仆 qi七 qia掐 qian千 qiang呛 qiao悄 qie且 qin亲 qing青 qiong邛 qiu丘 qu区 quan悛 que缺 qun逡 ran蚺 rang禳 rao娆
re惹 ren人 reng扔 ri日 rong戎 rou柔 ru如 ruan阮 rui蕤 run闰 ruo若 sa仨 sai塞 san三 sang桑 sao搔 se色 sen森 seng僧 sha杀 shai筛
shan山 shang伤 shao捎 she奢 shei谁 shen申 sheng升 shi尸 shou收 shu书 shua刷 shuai衰 shuan闩 shuang双 shui水 shun吮 shuo说
si厶 song忪 sou嗖 su苏 suan狻 sui虽 sun孙 suo唆 ta他 tai胎 tan坍 tang汤 tao涛 te忑 teng疼 ti剔 tian天 tiao佻 tie帖 ting厅
tong通 tou偷 tu凸 tuan湍 tui推 tun吞 tuo乇 wa挖 wai歪 wan弯 wang汪 wei危 wen温 weng翁 wo挝 wu乌 xi夕 xia虾 xian仙 xiang乡
xiao枭 xie些 xin心 xing星 xiong凶 xiu休 xu吁 xuan轩 xue削 xun勋 ya丫 yan恹 yang央 yao幺 ye掖 yi一 yin因 ying应 yo哟 yong佣
you优 yu纡 yuan鸢 yue曰 yun晕 za匝 zai灾 zan糌 zang赃 zao遭 ze则 zei贼 zen怎 zeng增 zha扎 zhai斋 zhan沾 zhang张 zhao钊 zhe蜇
zhen贞 zheng争 zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai拽 zhuan专 zhuang妆 zhui隹 zhun肫 zhuo拙 zi孜 zong宗 zou邹 zu租
zuan钻 zui嘴 zun尊 zuo昨
`;

interface Sounds {
  collator: Intl.Collator;
  /** The first characters of the syllables, in order. */
  first: string[];
  /** One character for each syllable, the same for syllables that sound alike. */
  signs: string[];
  known: Map<string, string>;
}

let opened: Sounds | undefined;

function openSounds(): Sounds {
  const entries = sounds.trim().split(/\s+/);
  const syllables = entries.map((entry) => alike(entry.slice(0, -1)));
  // Signs are taken from the private use area: they stand in no text.
  const signOf = (syllable: string) => String.fromCharCode(0xe000 + syllables.indexOf(syllable));
  return {
    collator: new Intl.Collator('zh-u-co-pinyin'),
    first: entries.map((entry) => entry.slice(-1)),
    signs: syllables.map(signOf),
    known: new Map(),
  };
}

/** Syllables that many speakers do not tell apart become one: `zhi` and `zi`, `xing` and `xin`. */
function alike(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

/**
 * A text in which each Chinese character is replaced by a sign for its sound, without tone: equal where texts sound
 * alike, and as long as the text.
 */
function soundsOf(text: string): string {
  const table = (opened ??= openSounds());
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const sign = table.known.get(character) ?? signFor(character, table);
    table.known.set(character, sign);
    return sign;
  });
}

/** The sign of the last syllable that does not begin after the character. */
function signFor(character: string, { collator, first, signs }: Sounds): string {
  let low = 0;
  let high = first.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (collator.compare(first[middle]!, character) <= 0) low = middle;
    else high = middle - 1;
  }
  return signs[low]!;
}

/** A title or word as it is written and as it sounds. */
export interface Wording {
  text: string;
  sounds: string;
}

export function wording(text: string): Wording {
  return { text, sounds: soundsOf(text) };
}

/**
 * What was probably meant by a word that nobody knows.
 * @param run one Latin word, or Chinese characters in a row
 * @param wordings what is known, in the spelling of the run
 */
export function nearest(run: string, wordings: readonly Wording[]): string | undefined {
  if (/^[a-z]/.test(run)) return nearWord(run, wordings);
  return soundingAlike(run, wordings) ?? nearPiece(run, wordings);
}

/** A Latin word of the texts that differs by one slip. */
function nearWord(word: string, wordings: readonly Wording[]): string | undefined {
  const words = wordings.flatMap(({ text }) => text.match(/[a-z]{4,}/g) ?? []).filter((other) => isNear(other, word));
  return words.find((other) => other[0] === word[0]) ?? words[0];
}

/**
 * A run of Chinese characters in which the longest possible piece is replaced by one of the texts that sounds the same:
 * the slip that an input method for pinyin makes. At least half of the characters must be right.
 */
function soundingAlike(run: string, wordings: readonly Wording[]): string | undefined {
  const sounds = soundsOf(run);
  for (let length = run.length; length >= 4; length -= 1) {
    for (let from = 0; from + length <= run.length; from += 1) {
      const piece = run.slice(from, from + length);
      const sound = sounds.slice(from, from + length);
      for (const wording of wordings) {
        const at = wording.sounds.indexOf(sound);
        const found = at < 0 ? '' : wording.text.slice(at, at + length);
        const right = [...found].filter((character, place) => character === piece[place]).length;
        if (found !== piece && 2 * right >= length) return run.slice(0, from) + found + run.slice(from + length);
      }
    }
  }
  return undefined;
}

/**
 * A piece of a text that differs from a run of Chinese characters by one slip. Another character counts as a slip in
 * long runs only: 财务管理 is not 服务管理.
 */
function nearPiece(run: string, wordings: readonly Wording[]): string | undefined {
  if (run.length < 5) return undefined;
  const half = Math.floor(run.length / 2);
  const lengths = [run.length, run.length + 1, run.length - 1];
  for (const { text } of wordings) {
    // One slip leaves the first or the second half as it is.
    const start = text.indexOf(run.slice(0, half));
    const end = text.lastIndexOf(run.slice(half)) + run.length - half;
    const pieces = [
      ...(start >= 0 ? lengths.map((length) => text.slice(start, start + length)) : []),
      ...(text.includes(run.slice(half)) ? lengths.map((length) => text.slice(Math.max(0, end - length), end)) : []),
    ];
    const found = pieces.find((piece) => isNear(piece, run) && (run.length > 5 || !isReplacement(piece, run)));
    if (found) return found;
  }
  return undefined;
}

function isReplacement(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') !== [...b].sort().join('');
}

/** True if one text becomes the other by one replacement, insertion, deletion or swap of neighbours. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
}
