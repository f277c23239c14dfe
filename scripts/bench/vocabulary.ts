/** What generated documents are about and what they are called. All of it is invented for the benchmark. */

export interface Word {
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

/** What procedures hand over to each other, the subject of the giving one in front. */
export const handedOver = ['的处理结果', '的统计数据'] as const;

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

export const policyTitle: Word = { zh: '运行服务方针', en: 'Operations service policy' };
export const scopeTitle: Word = { zh: '运行服务范围声明', en: 'Scope of operations services' };

export const policySubjects: readonly Word[] = [
  policyTitle,
  scopeTitle,
  { zh: '信息保护方针', en: 'Information protection policy' },
  { zh: '客户承诺', en: 'Commitments to customers' },
  { zh: '外部合作方针', en: 'Policy on working with others' },
  { zh: '能力与培训方针', en: 'Competence and training policy' },
  { zh: '绿色运行方针', en: 'Green operations policy' },
  { zh: '持续改进方针', en: 'Improvement policy' },
];

/** What the company sells. */
export const services: readonly (Word & { hours: string; target: string })[] = [
  { zh: '机房托管运行服务', en: 'Machine room operation', hours: '7×24', target: '机房可用率 ≥ 99.9%' },
  { zh: '网络运行服务', en: 'Network operation', hours: '7×24', target: '专线可用率 ≥ 99.5%' },
  { zh: '应用系统运行服务', en: 'Application operation', hours: '7×24', target: '按时恢复率 ≥ 95%' },
  { zh: '桌面支持服务', en: 'Desktop support', hours: '5×9', target: '到场及时率 ≥ 96%' },
  { zh: '数据备份服务', en: 'Data backup', hours: '7×24', target: '恢复测试成功率 100%' },
];
