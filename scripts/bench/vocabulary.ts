/** The words that generated texts are made of. All of it is invented for the benchmark. */

interface Word {
  zh: string;
  en: string;
}

/** What procedures are about, each with things that its texts speak of. */
export const domains: readonly (Word & { things: readonly string[] })[] = [
  { zh: '机房', en: 'Machine room', things: ['空调机组', '不间断电源', '漏水感应线', '配电柜', '温湿度探头'] },
  { zh: '服务器', en: 'Server', things: ['物理主机', '系统盘', '带外管理口', '主板固件', '内存条'] },
  { zh: '存储', en: 'Storage', things: ['存储阵列', '光纤交换机', '卷映射', '快照', '热备盘'] },
  { zh: '网络', en: 'Network', things: ['核心交换机', '专线', '路由表', '防火墙策略', '接入端口'] },
  { zh: '数据库', en: 'Database', things: ['主库', '从库', '表空间', '归档日志', '慢查询清单'] },
  { zh: '中间件', en: 'Middleware', things: ['应用容器', '消息队列', '连接池', '线程池', '部署包'] },
  { zh: '云平台', en: 'Cloud platform', things: ['虚拟机', '镜像', '资源池', '弹性地址', '配额'] },
  { zh: '终端', en: 'Workstation', things: ['办公电脑', '打印机', '客户端软件', '外接设备', '桌面策略'] },
  { zh: '备份', en: 'Backup', things: ['备份作业', '备份介质', '恢复点', '磁带库', '校验报告'] },
  { zh: '账号', en: 'Account', things: ['特权账号', '权限清单', '初始口令', '服务账号', '授权书'] },
  { zh: '日志', en: 'Log', things: ['采集代理', '日志库', '检索模板', '留存空间', '时钟源'] },
  { zh: '补丁', en: 'Patch', things: ['补丁包', '漏洞通告', '灰度主机组', '例外清单', '重启窗口'] },
  { zh: '数字证书', en: 'Certificate', things: ['根证书', '私钥', '到期清单', '签发申请', '吊销列表'] },
  { zh: '监控平台', en: 'Monitoring', things: ['告警规则', '阈值', '拨测点', '通知组', '监控大屏'] },
  { zh: '工单平台', en: 'Ticketing', things: ['工单模板', '派单规则', '队列', '计时器', '满意度问卷'] },
  { zh: '邮件系统', en: 'Mail', things: ['邮箱配额', '投递队列', '黑名单', '归档邮箱', '反垃圾网关'] },
  { zh: '呼叫中心', en: 'Call centre', things: ['座席', '话务报表', '语音导航', '录音', '排班表'] },
  { zh: '支付接口', en: 'Payment interface', things: ['对账文件', '交易流水', '密钥', '限额参数', '回执'] },
  { zh: '报表平台', en: 'Reporting', things: ['取数脚本', '指标口径', '调度任务', '报表目录', '数据集'] },
  { zh: '数据交换', en: 'Data exchange', things: ['交换目录', '传输通道', '校验码', '前置机', '补传任务'] },
  { zh: '应用接口', en: 'API', things: ['接口定义', '调用方名单', '流量限额', '网关', '沙箱'] },
  { zh: '开发环境', en: 'Development environment', things: ['开发机', '依赖库', '分支', '构建任务', '样例数据'] },
  { zh: '测试环境', en: 'Test environment', things: ['测试用例', '脱敏数据', '挡板', '缺陷单', '回归清单'] },
  { zh: '源代码', en: 'Source code', things: ['主干', '合并请求', '代码评审意见', '扫描结果', '标签'] },
  { zh: '制品库', en: 'Artifact', things: ['安装包', '版本清单', '签名文件', '下载权限', '清理策略'] },
  { zh: '配置库', en: 'Configuration database', things: ['配置项', '关系图', '基线', '属性模板', '差异清单'] },
  { zh: '备件', en: 'Spare part', things: ['备件库', '领用单', '安全库存', '返修件', '序列号'] },
  { zh: '服务合同', en: 'Service contract', things: ['合同附件', '服务范围', '续签提醒', '验收单', '违约条款'] },
  { zh: '外包人员', en: 'Contractor', things: ['入场名单', '保密承诺书', '工时单', '工牌', '离场清单'] },
  { zh: '驻场服务', en: 'On-site service', things: ['驻场周报', '客户工位', '作业许可', '替岗名单', '客户意见'] },
  { zh: '技能培训', en: 'Training', things: ['课程表', '考核题库', '实操台', '能力矩阵', '讲师名单'] },
  { zh: '知识库', en: 'Knowledge base', things: ['知识条目', '复核清单', '标签树', '检索记录', '停用条目'] },
  { zh: '值班', en: 'Duty shift', things: ['值班表', '交接本', '应急电话', '待办清单', '值班日志'] },
  { zh: '门禁', en: 'Access gate', things: ['门禁卡', '通行记录', '访客单', '监控录像', '钥匙柜'] },
  { zh: '综合布线', en: 'Cabling', things: ['配线架', '跳线', '标签', '桥架', '链路测试报告'] },
  { zh: '域名', en: 'Domain name', things: ['解析记录', '注册商账户', '备案信息', '续费清单', '子域名'] },
  { zh: '负载均衡', en: 'Load balancer', things: ['虚拟服务', '健康检查', '会话保持', '节点池', '切换脚本'] },
  { zh: '灾备中心', en: 'Recovery site', things: ['复制链路', '切换手册', '演练脚本', '备用终端', '联络名册'] },
  { zh: '移动应用', en: 'Mobile app', things: ['安装包', '崩溃报告', '推送通道', '灰度名单', '应用商店条目'] },
  { zh: '视频会议', en: 'Video conference', things: ['会议终端', '麦克风', '会场网络', '预约单', '录制文件'] },
];

/** What is done about it. */
export const aspects: readonly Word[] = [
  { zh: '变更', en: 'change' },
  { zh: '故障处理', en: 'fault handling' },
  { zh: '容量', en: 'capacity' },
  { zh: '配置', en: 'configuration' },
  { zh: '访问控制', en: 'access control' },
  { zh: '验收', en: 'acceptance' },
  { zh: '交接', en: 'hand-over' },
  { zh: '运行监视', en: 'monitoring' },
  { zh: '应急', en: 'emergency' },
  { zh: '采购', en: 'purchasing' },
  { zh: '报废', en: 'disposal' },
  { zh: '升级', en: 'upgrade' },
  { zh: '迁移', en: 'migration' },
  { zh: '上线', en: 'go-live' },
  { zh: '下线', en: 'decommissioning' },
  { zh: '评审', en: 'review' },
  { zh: '审计', en: 'audit' },
  { zh: '盘点', en: 'stocktaking' },
  { zh: '申请受理', en: 'request intake' },
  { zh: '授权', en: 'authorisation' },
  { zh: '回收', en: 'retrieval' },
  { zh: '恢复', en: 'recovery' },
  { zh: '演练', en: 'exercise' },
  { zh: '预防维护', en: 'preventive maintenance' },
  { zh: '计量', en: 'metering' },
  { zh: '服务级别', en: 'service level' },
  { zh: '供应商', en: 'supplier' },
  { zh: '风险评估', en: 'risk assessment' },
  { zh: '安全检查', en: 'security inspection' },
  { zh: '问题分析', en: 'problem analysis' },
  { zh: '数据核对', en: 'data reconciliation' },
  { zh: '费用核算', en: 'costing' },
  { zh: '绩效考核', en: 'performance' },
  { zh: '客户沟通', en: 'customer contact' },
  { zh: '资料', en: 'documentation' },
  { zh: '持续改进', en: 'improvement' },
];

/** The steps of procedures: a name, and what comes out of it. */
export const steps: readonly { name: string; id: string; input: string }[] = [
  { id: 'plan', name: '策划与准备', input: '年度安排、客户要求、上期结果' },
  { id: 'receive', name: '受理与登记', input: '申请、告警、来电、邮件' },
  { id: 'classify', name: '分类与定级', input: '已登记的事项、服务目录' },
  { id: 'assess', name: '影响评估', input: '已分级的事项、配置信息' },
  { id: 'approve', name: '审批', input: '评估意见、实施方案' },
  { id: 'arrange', name: '安排与派工', input: '批准的方案、人员排班' },
  { id: 'carry-out', name: '实施', input: '派工单、操作步骤、回退办法' },
  { id: 'verify', name: '验证', input: '实施结果、验证用例' },
  { id: 'inform', name: '通报', input: '验证结论、联系名单' },
  { id: 'hand-over', name: '移交', input: '验证通过的成果、资料清单' },
  { id: 'close', name: '关闭', input: '用户确认、完整的记录' },
  { id: 'analyse', name: '统计分析', input: '当期全部记录' },
  { id: 'improve', name: '改进', input: '分析结论、评审决议' },
];

/** What fills the places in the patterns below; `{role}`, `{thing}`, `{form}` … come from the document itself. */
export const fillers: Record<string, readonly string[]> = {
  limit: ['15分钟内', '30分钟内', '1小时内', '2小时内', '4小时内', '当日下班前', '1个工作日内', '2个工作日内', '3个工作日内', '5个工作日内', '下一个维护窗口前', '每月第3个工作日前'],
  often: ['每班', '每日', '每周一', '每两周', '每月', '每季度首月', '每半年', '每年四月', '遇有重大活动时', '合同续签之前', '季节交替时'],
  act: ['核对', '检查', '登记', '更新', '复核', '封存', '转交', '抽查', '清点', '比对', '确认', '整理', '调整', '试运行', '归档'],
  goal: ['避免同一原因反复出现', '使客户随时了解进展', '减少夜间操作', '缩短停机时间', '让接班人员不必重新询问', '便于审核时追溯', '防止越权操作', '保证账实相符', '使费用有据可查', '尽早发现趋势性劣化'],
  when: ['交接班前', '维护窗口开始前', '客户业务高峰过后', '收到书面申请后', '告警持续十分钟未消除时', '涉及两个以上部门时', '首次实施时', '操作完成并观察半小时后', '供应商人员到场时', '系统版本发生变化后', '节假日前最后一个工作日', '发现数据不一致时'],
  unless: ['资料不齐', '时间超出约定', '影响范围扩大', '现场条件与方案不符', '两人判断不一致', '缺少回退手段', '客户临时提出新要求', '备件尚未到货', '前一步没有留下记录'],
  then: ['退回上一步补正', '暂停实施并报告', '改由高一级人员处理', '重新评估后再继续', '先恢复原状再查明原因', '由双方当面商定并签字', '顺延到下一个窗口', '按紧急情况办理并在事后补齐手续'],
  proof: ['时间、操作人和结果', '前后两次读数', '客户的书面答复', '截图和命令输出', '参加人员与结论', '不符合的事实和判断依据', '所用工具的版本', '未完成的事项和负责人', '实际用时与计划的差异'],
  place: ['工单平台', '共享文件夹的当月目录', '配置库', '值班日志', '质量管理部的登记册', '项目资料夹', '部门台账'],
  bad: ['口头同意代替审批', '一人完成全部操作', '用个人账号登录生产环境', '把临时措施当作最终方案', '事后凭记忆补写', '未经测试直接推广', '在高峰时段重启'],
  measure: ['按时完成率', '一次通过率', '返工次数', '平均处理时长', '资料齐全率', '客户确认率', '计划偏差率', '遗留事项数'],
  source: ['上年度内部审核', '客户季度回访', '一次夜间停机的复盘', '供应商绩效评价', '管理评审决议', '班组长例会', '监督审核的观察项'],
  level: ['一级', '二级', '三级', '四级'],
};

/** Sentences. Every `{name}` is filled from the document or from the lists above. */
export const patterns: readonly string[] = [
  '{role}{limit}{act}{thing}，并把{proof}写入{form}。',
  '{when}，{role}会同{dept}{act}{thing}和{thing}，{goal}。',
  '{unless}的，由{role}{then}，不得以{bad}。',
  '{often}由{role}对{thing}进行一次抽查，样本不少于{number}份，发现的问题记入{form}。',
  '{thing}的状态以{place}中的记载为准，其他场合的说法与之不一致时由{role}裁定。',
  '凡涉及{thing}的操作，须有两人在场：一人操作，一人按{form}逐项核对。',
  '{role}收到通知后{limit}答复，答复中写明{proof}。',
  '{dept}提供{thing}的清单，{role}据此{act}，差异超过{number}%的另行说明原因。',
  '做法按{doc}执行；其中没有规定的，由{role}提出办法，经{dept}同意后试行。',
  '{when}，先停止对{thing}的改动，再由{role}判断属于{level}还是{level}。',
  '需要{act}{thing}的，申请人在{form}中写明理由、期限和受影响的客户。',
  '{role}在{place}保存{proof}，保存期不短于{number}个月。',
  '属于{level}的事项由{role}直接处理；高于{level}的报{dept}，{limit}给出意见。',
  '{thing}与{thing}之间的对应关系由{role}维护，{often}{act}一次，{goal}。',
  '{source}指出，{thing}曾因{bad}而出错，因此本节规定{role}必须{act}后才能进入下一步。',
  '外部人员只能在{role}陪同下接触{thing}，离场时{act}其携带的资料和工具。',
  '如{unless}，{role}可以{then}，但须{limit}告知{dept}和受影响的客户。',
  '{form}一式一份，由{role}填写、{role}复核；电子记录存入{place}，不另打印。',
  '判断标准有三条：{thing}处于正常状态，{proof}齐全，{role}没有提出异议。',
  '{often}，{role}统计{measure}，与上期比较；变化超过{number}个百分点的写明原因。',
  '这一步最容易出现的差错是{bad}，{role}在签字前应问清楚{proof}。',
  '{role}与{dept}对{thing}有不同意见的，以{doc}的规定为准。',
  '操作{thing}前先做一次备份，备份的位置和校验结果写在{form}的备注栏。',
  '从{when}起算，{role}有{number}分钟的准备时间，超过的按{unless}处理。',
  '{dept}的值班人员只做{act}，不对{thing}作任何改动；需要改动的转给{role}。',
  '客户要求提前的，{role}先核对{thing}是否就绪，再与客户书面约定时间。',
  '{limit}没有答复的，视为{unless}，由{role}{then}。',
  '完成后由{role}在{place}登记，登记的内容包括{proof}。',
  '本节所说的{thing}不含客户自行管理的部分，后者由双方在服务合同附件中约定。',
  '{role}应把{thing}的变化告诉{role}，{goal}。',
  '具体参数见{link}，参数有改动时{role}{limit}通知使用者。',
  '相关职责由{rolelink}承担，不在岗时由其书面指定的人员代行。',
  '{thing}出现异常而{section}没有列出的，先按最接近的一类处理，再由{role}补充到表中。',
  '为了{goal}，{role}{often}与{dept}对账一次，对账结果双方签字。',
  '{when}不安排{thing}的例行操作；确有必要的，由{role}提出，{dept}负责人批准。',
  '{measure}连续两期没有达到要求的，{role}按{doc}立项分析。',
];

/** Rows of the tables in texts. */
export const situations: readonly string[] = ['影响全部客户', '影响一个客户', '影响一个部门', '影响个别用户', '没有影响', '影响尚不清楚', '只影响测试', '影响夜间批处理', '影响对外公布的时限'];

/** Names of the fields of forms. */
export const formFields: readonly { name: string; type: string }[] = [
  { name: '登记编号', type: 'text' },
  { name: '登记日期', type: 'date' },
  { name: '申请部门与申请人', type: 'person' },
  { name: '对象与数量', type: 'long-text' },
  { name: '开始时间', type: 'time' },
  { name: '完成时间', type: 'time' },
  { name: '现状说明', type: 'long-text' },
  { name: '处理方式', type: 'choice' },
  { name: '级别', type: 'choice' },
  { name: '逐项结果', type: 'table' },
  { name: '耗时（分钟）', type: 'number' },
  { name: '遗留事项', type: 'long-text' },
  { name: '附件', type: 'file' },
  { name: '已通知客户', type: 'check' },
  { name: '复核意见', type: 'long-text' },
  { name: '复核人', type: 'person' },
];

export const formNames: readonly Word[] = [
  { zh: '登记表', en: 'register' },
  { zh: '记录单', en: 'record' },
  { zh: '检查表', en: 'checklist' },
  { zh: '申请单', en: 'request' },
  { zh: '评审表', en: 'review sheet' },
  { zh: '统计表', en: 'statistics' },
  { zh: '交接单', en: 'hand-over sheet' },
  { zh: '确认书', en: 'confirmation' },
];

export const policySubjects: readonly Word[] = [
  { zh: '运行服务方针', en: 'Operations service policy' },
  { zh: '运行服务范围声明', en: 'Scope of operations services' },
  { zh: '信息保护方针', en: 'Information protection policy' },
  { zh: '客户承诺', en: 'Commitments to customers' },
  { zh: '外部合作方针', en: 'Policy on working with others' },
  { zh: '能力与培训方针', en: 'Competence and training policy' },
  { zh: '绿色运行方针', en: 'Green operations policy' },
  { zh: '持续改进方针', en: 'Improvement policy' },
];

export const departments: readonly (Word & { id: string })[] = [
  { id: 'JLB', zh: '经理办公室', en: 'Management office' },
  { id: 'TXB', zh: '体系管理部', en: 'System management' },
  { id: 'YXB', zh: '运行一部', en: 'Operations one' },
  { id: 'YEB', zh: '运行二部', en: 'Operations two' },
  { id: 'FWB', zh: '客户服务部', en: 'Customer service' },
  { id: 'JFB', zh: '交付部', en: 'Delivery' },
  { id: 'XAB', zh: '安全部', en: 'Security' },
  { id: 'SBB', zh: '设备物资部', en: 'Equipment' },
  { id: 'RSB', zh: '人事部', en: 'People' },
  { id: 'SWB', zh: '商务部', en: 'Commercial' },
];

/** Who owns documents and takes part in steps: every department has these. */
export const positions: readonly (Word & { id: string })[] = [
  { id: 'lead', zh: '主管', en: 'lead' },
  { id: 'engineer', zh: '工程师', en: 'engineer' },
  { id: 'planner', zh: '计划员', en: 'planner' },
  { id: 'reviewer', zh: '复核员', en: 'reviewer' },
];

export const surnames: readonly (Word)[] = [
  { zh: '岑', en: 'Cen' }, { zh: '阮', en: 'Ruan' }, { zh: '裴', en: 'Pei' }, { zh: '荀', en: 'Xun' },
  { zh: '祁', en: 'Qi' }, { zh: '尚', en: 'Shang' }, { zh: '宁', en: 'Ning' }, { zh: '温', en: 'Wen' },
  { zh: '柏', en: 'Bai' }, { zh: '郁', en: 'Yu' }, { zh: '寇', en: 'Kou' }, { zh: '蓝', en: 'Lan' },
];

export const givenNames: readonly (Word)[] = [
  { zh: '若川', en: 'Ruochuan' }, { zh: '明溪', en: 'Mingxi' }, { zh: '思远', en: 'Siyuan' }, { zh: '可欣', en: 'Kexin' },
  { zh: '振宇', en: 'Zhenyu' }, { zh: '念之', en: 'Nianzhi' }, { zh: '东篱', en: 'Dongli' }, { zh: '听澜', en: 'Tinglan' },
];

/** Chapters of the invented standard, each with its clauses. */
export const chapters: readonly { title: Word; clauses: readonly Word[] }[] = [
  {
    title: { zh: '环境', en: 'Context' },
    clauses: [
      { zh: '所处环境', en: 'Surroundings' }, { zh: '各方期望', en: 'Expectations of others' },
      { zh: '边界', en: 'Boundaries' }, { zh: '运行体系', en: 'Operations system' },
    ],
  },
  {
    title: { zh: '领导', en: 'Leadership' },
    clauses: [
      { zh: '承诺', en: 'Commitment' }, { zh: '方针的制定', en: 'Making the policy' },
      { zh: '方针的传达', en: 'Communicating the policy' }, { zh: '职责与权限', en: 'Duties and authority' },
    ],
  },
  {
    title: { zh: '策划', en: 'Planning' },
    clauses: [
      { zh: '不确定因素', en: 'Uncertainties' }, { zh: '年度目标', en: 'Yearly objectives' },
      { zh: '达成目标的安排', en: 'Reaching objectives' }, { zh: '年度计划', en: 'Yearly plan' },
    ],
  },
  {
    title: { zh: '支持', en: 'Support' },
    clauses: [
      { zh: '资源', en: 'Resources' }, { zh: '能力', en: 'Competence' }, { zh: '意识', en: 'Awareness' },
      { zh: '沟通', en: 'Communication' }, { zh: '文件', en: 'Documents' }, { zh: '记录', en: 'Records' },
      { zh: '经验积累', en: 'Lessons learned' },
    ],
  },
  {
    title: { zh: '运行', en: 'Operation' },
    clauses: [
      { zh: '运行控制', en: 'Operational control' }, { zh: '服务组合', en: 'Portfolio' }, { zh: '服务清单', en: 'Service list' },
      { zh: '设备台账', en: 'Equipment register' }, { zh: '配置', en: 'Configuration' }, { zh: '客户关系', en: 'Customer relations' },
      { zh: '约定的级别', en: 'Agreed levels' }, { zh: '供方', en: 'Suppliers' }, { zh: '预算与核算', en: 'Budgeting and accounting' },
      { zh: '需求', en: 'Demand' }, { zh: '容量', en: 'Capacity' }, { zh: '改动', en: 'Modifications' },
      { zh: '新服务的设计', en: 'Design of new services' }, { zh: '移交运行', en: 'Transition' }, { zh: '投产', en: 'Deployment' },
      { zh: '中断', en: 'Interruptions' }, { zh: '用户申请', en: 'User requests' }, { zh: '根本原因', en: 'Root causes' },
      { zh: '可用程度', en: 'Availability' }, { zh: '连续运行', en: 'Continuity' }, { zh: '信息保护', en: 'Information protection' },
    ],
  },
  {
    title: { zh: '评价', en: 'Evaluation' },
    clauses: [
      { zh: '测量', en: 'Measurement' }, { zh: '自查', en: 'Internal audit' }, { zh: '管理层评审', en: 'Management review' },
      { zh: '报告', en: 'Reporting' },
    ],
  },
  {
    title: { zh: '改进', en: 'Improvement' },
    clauses: [{ zh: '纠正', en: 'Correction' }, { zh: '改进', en: 'Getting better' }],
  },
];
